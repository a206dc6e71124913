/** Finding ideas through the server's doors: what is found, by which words, and what never is. */
import {
  answerCoauthor,
  askToCoauthor,
  findSimilar,
  importChallenge,
  listIdeas,
  mintId,
  publishIdea,
  readIdea,
  reboundOnIdea,
  saveDraft,
  supportIdea,
  withdrawIdea,
  type ChallengeId,
  type IdeaId,
  type ImportedIdea,
  type ListQuery,
} from '@butinerie/contracts';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allIdeas } from '../../test/support/all-ideas.ts';
import type { TestPerson } from '../../test/support/test-server.ts';
import { openWritingHouse, type WritingHouse } from '../../test/support/writing-house.ts';

let house: WritingHouse;
let challenge: ChallengeId;

beforeAll(async () => {
  house = await openWritingHouse();
  ({ challenge } = await house.openChallenge());
});
afterAll(() => house.server.stop());

async function draft(by: TestPerson, title: string, text: string, idea = mintId('idea')): Promise<IdeaId> {
  const body = { challenge, title, text, parents: [], grownFrom: null };
  await by.expect(saveDraft, { params: { idea }, body });
  return idea;
}
async function published(by: TestPerson, title: string, text = 'Le texte.'): Promise<IdeaId> {
  const idea = await draft(by, title, text);
  await by.expect(publishIdea, { params: { idea } });
  return idea;
}
type Narrowed = Pick<ListQuery, 'search' | 'directorate' | 'state' | 'without'>;
async function found(query: Narrowed, by: TestPerson = house.reader): Promise<IdeaId[]> {
  return (await by.expect(listIdeas, { params: { challenge }, query })).ideas.map(({ id }) => id);
}
async function alike(title: string, by: TestPerson = house.reader, except: IdeaId[] = []): Promise<IdeaId[]> {
  const { ideas } = await by.expect(findSimilar, { params: { challenge }, body: { title, except } });
  return ideas.map(({ id }) => id);
}

describe('words that forgive', () => {
  test('[FI1] [FI3] [FI8] French endings, accents, capitals and slips of the hand are forgiven', async () => {
    const lamps = await published(house.author, 'Éteindre les écrans', 'Les imprimantes à l’étage, la nuit.');
    const bikes = await published(house.colleague, 'Des vélos à prêter', 'Aux journaux du matin, un cheval.');
    const all = {
      'eteindre ECRANS': lamps,
      'l’écran': lamps,
      imprimer: lamps,
      imprimées: lamps,
      imprimnate: lamps,
      écrnas: lamps,
      velo: bikes,
      journal: bikes,
      chevaux: bikes,
      'pretr un vélo': bikes,
      'prêt de vélos': bikes,
      'vélos jaunes': bikes,
      exemple: null,
      'côme vélo': bikes,
      solidarités: lamps,
    };
    for (const [typed, idea] of Object.entries(all))
      if (idea !== null) expect([typed, await found({ search: typed })]).toEqual([typed, [idea]]);
    expect(new Set(await found({ search: 'exemple' }))).toEqual(new Set([lamps, bikes]));
    expect(await found({ search: 'hélicoptère' })).toEqual([]);
    expect(await found({ search: 'le' })).toEqual([]);
  });

  test('filters choose by directorate and by whether anybody rebounded, and say what there is to choose', async () => {
    const [lamps] = await found({ search: 'écrans' });
    const [bikes] = await found({ search: 'vélos' });
    expect(await found({ directorate: 'Routes' })).toEqual([bikes]);
    expect((await found({ without: 'rebounds' })).length).toBe(2);
    const body = { id: mintId('rebound'), text: 'Aussi le samedi.' };
    await house.reader.expect(reboundOnIdea, { params: { idea: lamps ?? mintId('idea') }, body });
    expect(await found({ without: 'rebounds' })).toEqual([bikes]);
    const answer = await house.reader.expect(listIdeas, { params: { challenge } });
    // Who rebounded is in the credit line, and so is her directorate.
    expect(answer).toMatchObject({ directorates: ['Routes', 'Solidarités'], states: ['published'] });
    expect(answer.ideas.every(({ supports }) => supports === null)).toBe(true);
  });
});

describe('what is found follows what may be read', () => {
  test('[FI5] neither a draft nor what was withdrawn, nor words that were taken out, also after a restart', async () => {
    const idea = await draft(house.author, 'Un parapluie partagé', 'Au vestiaire, des parapluies.');
    const nowhere = async (): Promise<void> => {
      for (const reader of [house.author, house.reader, house.moderator]) {
        expect(await found({ search: 'parapluie' }, reader)).toEqual([]);
        expect((await found({}, reader)).includes(idea)).toBe(false);
      }
      expect(await alike('Partager des parapluies au vestiaire')).toEqual([]);
    };
    await nowhere();
    await house.author.expect(publishIdea, { params: { idea } });
    expect(await found({ search: 'parapluie' })).toEqual([idea]);
    expect(await alike('Partager des parapluies au vestiaire')).toEqual([idea]);
    await house.server.restart();
    expect(await found({ search: 'parapluie' })).toEqual([idea]);
    const body = { reason: '', askedBySomebody: 'unsaid' } as const;
    await house.author.expect(withdrawIdea, { params: { idea }, body });
    await nowhere();
    await house.server.restart();
    await nowhere();
  });
});

describe('ideas alike', () => {
  test('[FI6] each is said to be of who had it: who only writes in it is no originator, nor shown it as another’s', async () => {
    const title = 'Réparer les vélos du personnel';
    const idea = await published(house.author, title);
    const params = { idea };
    await house.colleague.expect(askToCoauthor, { params });
    const by = { idea, person: house.colleague.id };
    await house.author.expect(answerCoauthor, { params: by, body: { answer: 'accept' } });
    await expect.poll(() => alike(title, house.colleague)).not.toContain(idea);
    const asked = { params: { challenge }, body: { title, except: [] } };
    const whose = async () => {
      const { ideas } = await house.reader.expect(findSimilar, asked);
      return ideas.find(({ id }) => id === idea)?.originators.map(({ id }) => id);
    };
    await expect.poll(whose).toEqual([house.author.id]);
  });

  test('[FI6] [FI7] at most three, of other people, never the draft itself; none where one word is shared', async () => {
    const same = await Promise.all(
      ['Prêter', 'Partager', 'Louer', 'Garder'].map((verb) =>
        published(house.colleague, `${verb} les camions des routes`, 'Le mercredi.'),
      ),
    );
    const seen = await alike('Prêter les camions des routes aux communes');
    expect(seen.length).toBe(3);
    expect(seen[0]).toBe(same[0]);
    expect(await alike('Prêter les camions des routes aux communes', house.colleague)).toEqual([]);
    expect(await alike('Un camion')).toEqual([]);
    expect(await alike('Prêter les camions des routes aux communes', house.reader, same)).toEqual([]);
    const unknown = { params: { challenge: mintId('challenge') }, body: { title: 'x', except: [] } };
    expect(await house.reader.call(findSimilar, unknown)).toMatchObject({ failure: { code: 'not-found' } });
  });

  test('[S18] [FI4] no count of supports while ideas are open, and two people read two orders', async () => {
    for (let n = 0; n < 8; n++) await published(house.sponsor, `Une piste numéro ${n}`);
    const [idea] = await found({ search: 'écrans' });
    const params = { idea: idea ?? mintId('idea') };
    for (const person of [house.reader, house.colleague, house.moderator])
      await person.expect(supportIdea, { params, body: { supported: true } });
    for (const person of [house.reader, house.moderator]) {
      const { ideas } = await person.expect(listIdeas, { params: { challenge } });
      expect(ideas.map(({ supports }) => supports)).toEqual(ideas.map(() => null));
      expect((await person.expect(readIdea, { params })).supports).toBe(null);
    }
    const [hers, again, his] = [await found({}), await found({}), await found({}, house.moderator)];
    expect(again).toEqual(hers);
    expect(his).not.toEqual(hers);
    expect(new Set(his)).toEqual(new Set(hers));
  });
});

const root = join(import.meta.dirname, '../../../..');
const statementsFile = join(
  process.env['BUTINERIE_TEST_DATA'] ?? join(root, '../shared/data'),
  'polis/ideas.bg2050-volunteers.json',
);
if (!existsSync(statementsFile)) console.warn(`skipped: ${statementsFile} is absent (BUTINERIE_TEST_DATA)`);

test.skipIf(!existsSync(statementsFile))(
  '[FI1] [FI3] [FI8] each of 371 real statements is found without its accents and with a typo in its longest word',
  async () => {
    // A public file of the test data: a list of statements, each with its text.
    const rows = JSON.parse(readFileSync(statementsFile, 'utf8')) as { id: string; body: string }[];
    expect(rows.length).toBe(371);
    const nobody = { name: '', mail: null, directorate: '', source: '' };
    const ideas = rows.map(({ id, body }): ImportedIdea => ({
      title: '',
      text: body,
      author: nobody,
      supports: 0,
      source: id,
    }));
    const at = (local: string) => ({ local, timeZone: 'Europe/Paris' });
    const timeBox = {
      opensAt: at('2026-10-01T09:00'),
      ideasUntil: at('2026-11-20T17:00'),
      closesAt: at('2026-11-27T17:00'),
      decisionDueAt: at('2026-12-18T17:00'),
    };
    const imported = mintId('challenge');
    const body = { preview: false, challenge: imported, question: '2050 ?', brief: '', timeBox, ideas };
    const report = await house.server.administrator.expect(importChallenge, { body });
    expect((await allIdeas(house.reader, imported)).length).toBe(371);

    const lost: string[] = [];
    let first = 0;
    const one = async ({ row: number, idea }: (typeof report.ideaIds)[number]): Promise<void> => {
      const row = number - 1;
      const typed = mistyped(rows[row]?.body ?? '', row);
      const query = { search: typed, count: '5' };
      const answer = await house.reader.expect(listIdeas, { params: { challenge: imported }, query });
      const place = answer.ideas.findIndex(({ id }) => id === idea);
      if (place === 0) first += 1;
      if (place < 0) lost.push(typed);
    };
    for (let from = 0; from < 371; from += 10)
      await Promise.all(report.ideaIds.slice(from, from + 10).map(one));
    expect(lost).toEqual([]);
    expect(first).toBeGreaterThan(350);
  },
  240_000,
);

/** Without accents, and with a letter of the longest word left out, put twice or replaced, in turn. */
function mistyped(text: string, turn: number): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').slice(0, 200);
  const words = bare.match(/[\p{L}\p{N}]+/gu) ?? [];
  const longest = words.reduce((long, word) => (word.length > long.length ? word : long), '');
  const at = Math.floor(longest.length / 2);
  const letter = longest.charAt(at);
  const put = ['', letter + letter, letter === 'z' ? 'k' : 'z'][turn % 3] ?? '';
  return bare.replace(longest, longest.slice(0, at) + put + longest.slice(at + 1));
}
