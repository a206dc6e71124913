/** Hostile words are kept as typed and are words again wherever they come out. */
import {
  abandonDelivery,
  adoptIdea,
  answerAbandonment,
  agreeToCancellation,
  answerIdea,
  answerMerge,
  askExtension,
  cancelChallenge,
  commentOnIdea,
  confirmDelivered,
  confirmResults,
  creditComment,
  declineAdoption,
  draftChallenge,
  exportChallenge,
  findMentionable,
  findSimilar,
  listComments,
  listMerges,
  mintId,
  moderate,
  pauseChallenge,
  proposeMerge,
  proposeDelivered,
  proposeResults,
  publishIdea,
  readChallenge,
  readIdea,
  readModeration,
  readSelection,
  reportContent,
  saveDraft,
  startDelivery,
  withdrawIdea,
  type ChallengeId,
  type IdeaId,
} from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '../src/caller.ts';
import { hostilePayloads } from './support/payloads.ts';
import type { TestPerson } from './support/test-server.ts';
import { openWritingHouse, type WritingHouse } from './support/writing-house.ts';

const sets = hostilePayloads();
/** Of every set in turn, as many as fit; between two words of ours, for blanks at the ends are nobody's. */
function hostile(limit: number): string {
  const rows = Object.values(sets ?? {});
  let text = 'Début';
  for (let n = 0; n < 500; n += 1)
    for (const set of rows) {
      const row = set[n * 7] ?? '';
      const fits = Array.from(text).length + Array.from(row).length + 6 <= limit;
      if (fits && row.trim() !== '' && !/\p{Surrogate}|\0/u.test(row)) text += `\n${row}`;
    }
  return `${text}\nfin.`;
}

let house: WritingHouse;
let second: TestPerson;
let direction: TestPerson;
let challenge: ChallengeId;
let closesAt: Date;
beforeAll(async () => {
  if (sets === null) return;
  house = await openWritingHouse();
  second = await house.server.person({ name: 'Sam Exemple', roles: ['moderator'] });
  direction = await house.server.person({ name: 'Dominique Exemple', roles: ['dgs'] });
  ({ challenge, closesAt } = await house.openChallenge());
}, 120_000);
afterAll(() => house?.server.stop());

async function idea(by: Caller, title: string): Promise<IdeaId> {
  const id = mintId('idea');
  const body = { challenge, title, text: 'Deux phrases.', parents: [], grownFrom: null };
  await by.expect(saveDraft, { params: { idea: id }, body });
  await by.expect(publishIdea, { params: { idea: id } });
  return id;
}
const reads = (by: Caller, id: ChallengeId) => by.expect(readChallenge, { params: { challenge: id } });

test.skipIf(sets === null)(
  'hostile words are kept as typed in every talk, reason and report',
  async () => {
    const { author, colleague, reader, moderator } = house;
    const [one, other, third] = [
      await idea(author, 'Éteindre les écrans'),
      await idea(colleague, 'Un verger partagé'),
      await idea(author, 'Un essai'),
    ];
    const words = { comment: hostile(1_400), reason: hostile(900), long: hostile(1_900) };
    const comment = mintId('comment');
    const said = { id: comment, parent: null, kind: 'comment' as const, text: words.comment, mentions: [] };
    await reader.expect(commentOnIdea, { params: { idea: one }, body: said });
    const { comments } = await author.expect(listComments, { params: { idea: one } });
    expect(comments.map(({ text }) => text)).toEqual([words.comment]);

    const brought = hostile(200);
    const credited = await author.expect(creditComment, { params: { comment }, body: { brought } });
    expect(credited.brought).toBe(brought);

    const report = { id: mintId('report'), comment, motive: 'other' as const, words: words.reason };
    await colleague.expect(reportContent, { params: { idea: one }, body: report });
    const queue = () => moderator.expect(readModeration, { params: { challenge } });
    expect((await queue()).items.find(({ kind }) => kind === 'report')?.text).toBe(
      `${words.comment}\n${words.reason}`,
    );
    const act = { id: mintId('moderation'), act: 'keepContent' as const, idea: one, comment, late: null };
    await moderator.expect(moderate, { params: { challenge }, body: { ...act, reason: words.reason } });
    expect((await queue()).events[0]?.reason).toBe(words.reason);

    const merge = mintId('merge');
    const asked = { id: merge, into: other, reason: words.long };
    await moderator.expect(proposeMerge, { params: { idea: one }, body: asked });
    await author.expect(answerMerge, { params: { merge }, body: { answer: 'refuse', reason: words.long } });
    const { merges } = await author.expect(listMerges, { params: { idea: one } });
    expect(merges).toMatchObject([{ reason: words.long, refused: { reason: words.long } }]);

    await author.expect(withdrawIdea, {
      params: { idea: third },
      body: { reason: words.long, askedBySomebody: 'no' },
    });
    // What is only looked for comes to nothing, and to no harm.
    for (const payload of Object.values(sets ?? {}).flatMap((set) => set.slice(0, 3))) {
      const similar = { title: payload.slice(0, 900), except: [] };
      expect(await reader.call(findSimilar, { params: { challenge }, body: similar })).toMatchObject({
        ok: true,
      });
      const sought = { words: payload.slice(0, 60) };
      expect(await reader.call(findMentionable, { params: { idea: one }, body: sought })).toMatchObject({
        ok: true,
      });
    }
  },
  180_000,
);

test.skipIf(sets === null)(
  'hostile words about a challenge are kept as typed, and its calendar has no line of theirs',
  async () => {
    const { moderator } = house;
    const fresh = mintId('challenge');
    const question = hostile(150);
    const { opensAt, ideasUntil, closesAt: until, decisionDueAt } = await reads(moderator, challenge);
    const hour = ({ local, timeZone }: typeof opensAt) => ({ local, timeZone });
    const timeBox = {
      opensAt: hour(opensAt),
      ideasUntil: hour(ideasUntil),
      closesAt: hour(until),
      decisionDueAt: hour(decisionDueAt),
    };
    const drafted = { question, brief: hostile(9_000), timeBox, version: 0 };
    await moderator.expect(draftChallenge, { params: { challenge: fresh }, body: drafted });
    expect(await reads(moderator, fresh)).toMatchObject({ question, brief: drafted.brief });
    const injected = {
      ...drafted,
      question: 'Question\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Autre',
      version: 1,
    };
    await moderator.expect(draftChallenge, { params: { challenge: fresh }, body: injected });
    const calendar = await fetch(`${moderator.base}/api/challenges/${fresh}/calendar.ics`, {
      headers: { cookie: moderator.cookie() },
    });
    expect(await calendar.text()).not.toMatch(/^SUMMARY:Autre/m);

    const reason = hostile(1_900);
    const at = async () => (await reads(moderator, challenge)).version;
    const extension = { days: 2, reason, version: await at() };
    await moderator.expect(askExtension, { params: { challenge }, body: extension });
    expect(await reads(moderator, challenge)).toMatchObject({ extension: { reason } });
    const ended = await house.openChallenge();
    const params = { challenge: ended.challenge };
    const pause = { reason, workingDays: 1, version: (await reads(moderator, ended.challenge)).version };
    expect(await moderator.expect(pauseChallenge, { params, body: pause })).toMatchObject({
      paused: { reason },
    });
    await moderator.expect(cancelChallenge, { params, body: { reason, version: pause.version + 1 } });
    const body = { version: pause.version + 2 };
    expect(await direction.expect(agreeToCancellation, { params, body })).toMatchObject({
      cancelled: { reason },
    });
  },
  180_000,
);

test.skipIf(sets === null)(
  'hostile answers and promises are kept as typed and exported as they are; every mail about them is words',
  async () => {
    const { author, colleague, reader, moderator, sponsor, server } = house;
    // What our own mails are made of, before anything hostile is in one.
    const tagsOf = (html: string): string[] =>
      [...html.matchAll(/<\/?([a-z!][a-z0-9]*)/gi)].map(([, tag]) => tag ?? '');
    const ours = new Set(tagsOf(server.mails.map(({ html }) => html).join('\n')));
    server.clock.set(new Date(closesAt.getTime() + 600_000));
    const board = () => moderator.expect(readSelection, { params: { challenge } });
    await expect.poll(async () => (await board()).acts, { timeout: 20_000 }).toContain('answerIdea');
    const reason = hostile(3_000);
    for (const entry of (await board()).entries) {
      const { version } = await board();
      const body = { outcome: 'selected' as const, motive: null, reason, version };
      await moderator.expect(answerIdea, { params: { challenge, idea: entry.idea }, body });
    }
    await moderator.expect(proposeResults, {
      params: { challenge },
      body: { version: (await board()).version },
    });
    await second.expect(confirmResults, {
      params: { challenge },
      body: { version: (await board()).version },
    });
    const [adopted, declined] = (await board()).entries.map((entry) => entry.idea);
    if (adopted === undefined || declined === undefined) throw new Error('two ideas were selected');
    const directorate = await server.directorate('Bâtiments');
    if (directorate === null) throw new Error('the sponsor answers for nobody');
    const milestone = { title: hostile(190), dueOn: server.clock.now().toISOString().slice(0, 10) };
    const promise = hostile(3_500);
    await sponsor.expect(adoptIdea, {
      params: { idea: adopted },
      body: { directorate, pilot: reader.id, promise, milestone, halfDays: 1 },
    });
    await sponsor.expect(declineAdoption, {
      params: { idea: declined },
      body: { directorate, reason: promise },
    });
    const page = (id: IdeaId) => author.expect(readIdea, { params: { idea: id } });
    expect(await page(adopted)).toMatchObject({
      answer: { reason },
      adoption: { promise, milestone: { title: milestone.title } },
    });
    expect(await page(declined)).toMatchObject({ answer: { reason }, declines: [{ reason: promise }] });
    const words = {
      note: hostile(3_500),
      lacks: hostile(3_500),
      gaveUp: hostile(3_500),
      heard: hostile(3_500),
    };
    const params = { idea: adopted };
    // Which idea stands first on the board is by chance, and so whose it is.
    const { originators } = (await page(adopted)).credits;
    const hers = originators.some(({ id }) => id === author.id) ? author : colleague;
    await reader.expect(startDelivery, { params, body: { unmeasured: true } });
    await reader.expect(proposeDelivered, { params, body: { note: words.note, link: null } });
    const lacking = { confirmed: false, reason: words.lacks };
    await hers.expect(confirmDelivered, { params, body: lacking });
    await sponsor.expect(abandonDelivery, { params, body: { reason: words.gaveUp } });
    await hers.expect(answerAbandonment, { params, body: { text: words.heard } });
    const { delivery } = await page(adopted);
    expect(delivery?.events.map((event) => event.words)).toEqual(['', ...Object.values(words)]);
    const exported = await moderator.expect(exportChallenge, { params: { challenge } });
    expect(exported.ideas.find(({ id }) => id === adopted)).toMatchObject({ answer: { reason }, delivery });
    expect(exported.ideas.find(({ id }) => id === declined)).toMatchObject({ delivery: null });

    for (let day = 0; day < 4; day += 1) {
      server.clock.advance(24 * 3_600_000);
      await server.app.mailSettled();
    }
    const hostileMails = server.mails.filter(({ text }) => text.includes('Début'));
    expect(hostileMails.length).toBeGreaterThan(0);
    for (const { html, subject } of hostileMails) {
      expect(tagsOf(html).filter((tag) => !ours.has(tag))).toEqual([]);
      expect(html).not.toMatch(/<[^>]+\son\w+\s*=/i);
      expect(subject).not.toMatch(/[\r\n]/);
    }
  },
  180_000,
);
