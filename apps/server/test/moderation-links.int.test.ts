/** Two ideas alike, and people who know each other: told apart, brought together, and decided about by somebody else. */
import {
  answerIdea,
  commentOnIdea,
  listNotices,
  mintId,
  moderate,
  proposeMerge,
  publishIdea,
  readModeration,
  readSelection,
  reportContent,
  saveDraft,
  undoModeration,
  type ChallengeId,
  type IdeaId,
  type ModerationAct,
} from '@butinerie/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../src/caller.ts';
import type { TestPerson } from './support/test-server.ts';
import { openWritingHouse, type WritingHouse } from './support/writing-house.ts';

let house: WritingHouse;
let second: TestPerson;
let challenge: ChallengeId;
let closesAt: Date;
beforeAll(async () => {
  house = await openWritingHouse();
  second = await house.server.person({ name: 'Sam Exemple', roles: ['moderator'] });
  ({ challenge, closesAt } = await house.openChallenge());
}, 120_000);
afterAll(() => house.server.stop());

async function idea(by: Caller, title: string, text = 'Deux phrases suffisent.'): Promise<IdeaId> {
  const id = mintId('idea');
  const body = { challenge, title, text, parents: [], grownFrom: null };
  await by.expect(saveDraft, { params: { idea: id }, body });
  await by.expect(publishIdea, { params: { idea: id } });
  house.server.clock.advance(1_000);
  return id;
}
const queue = async (by: Caller) => (await by.expect(readModeration, { params: { challenge } })).items;
const alike = async (by: Caller) => (await queue(by)).filter(({ kind }) => kind === 'duplicate');
type Over = Partial<{
  other: IdeaId;
  comment: ReturnType<typeof mintId<'comment'>>;
  id: ReturnType<typeof mintId<'moderation'>>;
}>;
const does = (by: Caller, act: ModerationAct, about: IdeaId, over: Over = {}) => {
  const { id = mintId('moderation'), other = null, comment = null } = over;
  const body = { id, act, idea: about, comment, late: null, other, reason: 'Parce que.' };
  house.server.clock.advance(1);
  return by.call(moderate, { params: { challenge }, body });
};
const PATIENCE = { timeout: 20_000 };

describe('ideas alike', () => {
  test('[MO6] what may be a double waits for the moderators, and never while it is a draft', async () => {
    const { author, colleague, moderator, reader } = house;
    const older = await idea(author, 'Éteindre les écrans des bureaux le soir');
    const draft = mintId('idea');
    const body = { challenge, title: 'Éteindre les écrans des bureaux la nuit', text: 'Brouillon.' };
    await reader.expect(saveDraft, {
      params: { idea: draft },
      body: { ...body, parents: [], grownFrom: null },
    });
    await idea(reader, 'Un verger partagé derrière la cantine');
    expect(await alike(moderator)).toEqual([]);
    const newer = await idea(colleague, 'Le soir, éteindre tous les écrans de nos bureaux');
    expect(await alike(moderator)).toMatchObject([
      { idea: { id: newer }, other: { id: older }, acts: ['notDuplicates', 'declareLink'] },
    ]);

    const id = mintId('moderation');
    expect(await does(moderator, 'notDuplicates', newer)).toMatchObject({ failure: { code: 'not-found' } });
    await does(moderator, 'notDuplicates', newer, { other: older, id });
    expect(await alike(second)).toEqual([]);
    expect(await does(second, 'notDuplicates', older, { other: newer })).toMatchObject({
      failure: { code: 'already-answered' },
    });
    await moderator.expect(undoModeration, { params: { challenge, moderation: id } });
    expect(await alike(second)).toHaveLength(1);
    // It is remembered over a stop, though the likeness itself is found anew.
    await does(moderator, 'notDuplicates', newer, { other: older });
    await house.server.restart();
    expect(await alike(second)).toEqual([]);
  });

  test('[MO6] once their authors are asked, the question is theirs and the queue has done', async () => {
    const { author, colleague, moderator } = house;
    const older = await idea(author, 'Une gourde pour chaque personne qui arrive');
    const newer = await idea(colleague, 'Une gourde offerte à chaque nouvelle personne');
    expect((await alike(moderator)).map(({ idea: { id } }) => id)).toEqual([newer]);
    const body = { id: mintId('merge'), into: older, reason: 'Elles disent la même chose.' };
    await moderator.expect(proposeMerge, { params: { idea: newer }, body });
    expect(await alike(moderator)).toEqual([]);
  });
});

describe('people who know each other', () => {
  test('[MO7] whoever declares a link hands everything of these authors to the others, in every act', async () => {
    const { author, colleague, moderator, server } = house;
    const first = await idea(author, 'Des vélos de service au lieu des navettes');
    const sibling = await idea(author, 'Un seul formulaire de congés');
    const theirs = await idea(colleague, 'Un composteur au pied de chaque immeuble');
    await does(moderator, 'declareLink', first);
    expect(await does(moderator, 'declareLink', first)).toMatchObject({
      failure: { code: 'already-answered' },
    });
    for (const about of [first, sibling]) {
      expect(await does(moderator, 'welcomeIdea', about)).toMatchObject({ failure: { code: 'own-idea' } });
      const body = { id: mintId('merge'), into: about, reason: 'Elles se ressemblent.' };
      expect(await moderator.call(proposeMerge, { params: { idea: theirs }, body })).toMatchObject({
        failure: { code: 'own-idea', idea: about },
      });
    }
    const items = async (by: Caller) =>
      (await queue(by)).filter(({ kind, idea: { id } }) => kind === 'welcome' && id === sibling);
    expect(await items(moderator)).toMatchObject([{ linked: true, acts: [] }]);
    const [open] = await items(second);
    expect(open).toMatchObject({ linked: false, acts: ['welcomeIdea', 'hideIdea', 'declareLink'] });
    expect(open?.handlers.map(({ id }) => id)).toContain(second.id);
    expect(open?.handlers.map(({ id }) => id)).not.toContain(moderator.id);
    server.clock.advance(10_000);
    await expect
      .poll(
        async () => (await second.expect(listNotices)).notices.filter(({ kind }) => kind === 'item-handed'),
        PATIENCE,
      )
      .toMatchObject([{ idea: first, actor: { id: moderator.id } }]);
    expect(await does(second, 'welcomeIdea', sibling)).toMatchObject({ ok: true });

    // A report about it is told to whoever may act, and to nobody who may not.
    await house.reader.expect(reportContent, {
      params: { idea: sibling },
      body: { id: mintId('report'), comment: null, motive: 'off-topic', words: '' },
    });
    const heard = async (by: Caller) =>
      (await by.expect(listNotices)).notices.filter(
        ({ kind, idea: about }) => kind === 'content-reported' && about === sibling,
      );
    expect(await heard(moderator)).toEqual([]);
    expect(await heard(second)).toHaveLength(1);
  });

  test('[MO2] whoever wrote a message, is answered or named by it, or reported it does not decide on it', async () => {
    const { author, moderator, reader } = house;
    const about = await idea(author, 'Réparer avant de racheter');
    const say = async (
      by: Caller,
      parent: ReturnType<typeof mintId<'comment'>> | null,
      mentions: TestPerson['id'][],
    ) => {
      const id = mintId('comment');
      const body = { id, parent, kind: 'comment' as const, text: 'Un mot blessant.', mentions };
      await by.expect(commentOnIdea, { params: { idea: about }, body });
      return id;
    };
    const own = await say(moderator, null, []);
    const answered = await say(reader, own, []);
    const named = await say(reader, null, [moderator.id]);
    const reported = await say(reader, null, []);
    await moderator.expect(reportContent, {
      params: { idea: about },
      body: { id: mintId('report'), comment: reported, motive: 'insult', words: '' },
    });
    for (const comment of [own, answered, named, reported])
      expect(await does(moderator, 'hideComment', about, { comment })).toMatchObject({
        failure: { code: 'own-idea' },
      });
    expect(await does(second, 'hideComment', about, { comment: reported })).toMatchObject({ ok: true });
    // Nor by naming beside what somebody else reported, or nobody.
    const report = { id: mintId('report'), comment: null, motive: 'off-topic' as const, words: '' };
    await second.expect(reportContent, { params: { idea: about }, body: report });
    const comment = await say(reader, null, []);
    expect(await does(second, 'hideIdea', about, { comment })).toMatchObject({
      failure: { code: 'own-idea' },
    });
  });

  test('[MO7] a declared link holds when answers are written', async () => {
    const { moderator, server } = house;
    server.clock.set(new Date(closesAt.getTime() + 600_000));
    const board = () => moderator.expect(readSelection, { params: { challenge } });
    await expect.poll(async () => (await board()).acts, PATIENCE).toContain('answerIdea');
    const { entries, version } = await board();
    const linked = entries.find(({ title }) => title === 'Un seul formulaire de congés');
    expect(linked).toMatchObject({ linked: true });
    const reason =
      'Cette idée répond à la question et se réalise en moins de quatre-vingt-dix jours, sans coût.';
    const body = { outcome: 'selected' as const, motive: null, reason, version };
    const params = { challenge, idea: linked?.idea ?? mintId('idea') };
    expect(await moderator.call(answerIdea, { params, body })).toMatchObject({
      failure: { code: 'own-idea' },
    });
    expect(await second.call(answerIdea, { params, body })).toMatchObject({ ok: true });
  });
}, 180_000);
