import {
  adoptIdea,
  answerCarrierOffer,
  declineAdoption,
  mintId,
  pauseChallenge,
  readChallenge,
  readDesk,
  readIdea,
  type CarrierChoice,
  type IdeaId,
} from '@butinerie/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { decideChallenge, openChallenge, REASON, type Story } from '../../test/support/decided-challenge.ts';
import { leave, newWorld, type Person, type World } from '../../test/support/decision-house.ts';

let world: World;
let story: Story;
let pilot: Person;
let idea: IdeaId;

beforeEach(async () => {
  world = await newWorld('2026-10-01T08:00:00.000Z');
  story = await openChallenge(world, 1);
  pilot = story.house.person('Paul');
  const [selected] = story.ideas;
  if (selected === undefined) throw new Error('a challenge without an idea');
  idea = selected;
});
afterEach(async () => {
  await story.house.close();
  await leave(world);
});

const told = (kind: string) => world.told.filter((notice) => notice.kind === kind).map(({ to }) => to);
const acts = () => world.acts.filter(({ act }) => /^idea\.adopted|^carrier/.test(act)).map(({ act }) => act);
const moderators = () => [
  ...new Set(
    (['moderator', 'moderator_lead'] as const).flatMap((role) =>
      [...world.people].flatMap(([id, { grants }]) =>
        grants.some((held) => held.role === role) ? [id] : [],
      ),
    ),
  ),
];
const promise = (over: object = {}) => ({
  directorate: story.directorate.id,
  pilot: pilot.id,
  promise: 'Nous l’essayons dans deux centres avant l’hiver.',
  milestone: { title: 'Premier centre équipé', dueOn: '2026-12-01' },
  halfDays: 6,
  ...over,
});
const adopt = (by: Person, over: object = {}) =>
  by.call(adoptIdea, { params: { idea }, body: promise(over) });
const choose = (by: Person | undefined, choice: CarrierChoice) =>
  by?.call(answerCarrierOffer, { params: { idea }, body: { choice } });
/** On a Monday, within the ten working days. */
async function decided(): Promise<void> {
  await decideChallenge(story, ['selected']);
  world.clock.set(new Date('2026-11-16T09:00:00.000Z'));
}

test('[S32] one act adopts with a pilot, a promise and a milestone, and the author is asked what she wants to be', async () => {
  await decided();
  const { sponsor, challenge, authors } = story;
  const rebounder = story.house.person('Rose');
  world.acts.push({ act: 'rebound.made', idea, rebound: mintId('rebound'), by: rebounder.id, text: 'Oui' });
  expect(await adopt(sponsor)).toMatchObject({
    ok: true,
    value: {
      directorate: { name: 'Routes' },
      sponsor: { name: 'Sami' },
      pilot: { name: 'Paul' },
      dueOn: '2027-02-14',
      carrierOffer: { to: { id: authors[0]?.id }, answerBy: '2026-12-07', choice: null, answeredAt: null },
    },
  });
  expect(await story.house.ideas.record(idea)).toMatchObject({ state: 'adopted' });
  expect(acts()).toEqual(['idea.adopted', 'carrier.offered']);
  expect(told('carrier-offered')).toEqual([authors[0]?.id]);
  expect(told('idea-adopted')).toEqual([authors[0]?.id, rebounder.id]);
  expect(told('pilot-named')).toEqual([pilot.id]);
  expect(world.news).toContainEqual({
    name: 'idea:adopted',
    payload: { challenge, idea, directorate: 'Routes' },
    to: 'everybody',
  });
  expect(await sponsor.call(readChallenge, { params: { challenge } })).toMatchObject({
    value: { phase: 'delivery' },
  });
  const page = await authors[0]?.call(readIdea, { params: { idea } });
  expect(page).toMatchObject({ value: { adoptedBy: 'Routes', adoption: { halfDays: 6 } } });
});

test('she carries, then only contributes, then carries again: each change of mind is an event, no repetition is', async () => {
  await decided();
  await adopt(story.sponsor);
  const [author] = story.authors;
  expect(await choose(author, 'informed')).toMatchObject({
    value: { carrierOffer: { choice: 'informed', answeredAt: '2026-11-16T09:00:00.000Z' } },
  });
  await choose(author, 'contribute');
  await choose(author, 'carry');
  await choose(author, 'carry');
  await choose(author, 'informed');
  expect(acts().slice(2)).toEqual([
    'carrier.declined',
    'carrier.accepted',
    'carrier.named',
    'carrier.declined',
  ]);
  expect(told('carrier-answered').filter((to) => to === pilot.id)).toHaveLength(4);
});

test('nobody answers the offer for her', async () => {
  await decided();
  expect(await choose(story.authors[0], 'carry')).toMatchObject({
    failure: { code: 'idea-state', state: 'selected' },
  });
  await adopt(story.sponsor);
  for (const other of [story.sponsor, pilot, story.first])
    expect(await choose(other, 'carry')).toEqual({
      ok: false,
      failure: { code: 'originator-first', originator: story.authors[0]?.id },
    });
  expect(acts()).toEqual(['idea.adopted', 'carrier.offered']);
});

test('an idea is adopted once: the same request again is the same adoption, another directorate is told whose it is', async () => {
  await decided();
  const health = story.house.directorate('Santé');
  const other = story.house.person('Sol', { role: 'sponsor', challenge: null, directorate: health.id });
  const [mine, theirs] = await Promise.all([adopt(story.sponsor), adopt(other, { directorate: health.id })]);
  expect(mine.ok).not.toBe(theirs.ok);
  const [winner, body] = mine.ok ? [story.sponsor, {}] : [other, { directorate: health.id }];
  const [loser, wanted] = mine.ok ? [other, { directorate: health.id }] : [story.sponsor, {}];
  expect(await adopt(winner, body)).toMatchObject({ ok: true });
  expect(await adopt(loser, wanted)).toMatchObject({ failure: { code: 'already-adopted' } });
  expect(acts()).toEqual(['idea.adopted', 'carrier.offered']);
});

test('only who answers for the directorate adopts for it, and only what the results selected', async () => {
  expect(await adopt(story.sponsor)).toMatchObject({ failure: { code: 'challenge-phase' } });
  await decided();
  expect(await adopt(story.first)).toMatchObject({
    failure: { code: 'not-allowed', why: 'not-its-sponsor' },
  });
  expect(await adopt(story.sponsor, { directorate: mintId('directorate') })).toMatchObject({
    failure: { code: 'not-allowed' },
  });
  expect(await adopt(story.sponsor, { pilot: mintId('person') })).toEqual({
    ok: false,
    failure: { code: 'not-found', what: 'person' },
  });
  const milestone = { title: 'Trop tard', dueOn: '2027-02-15' };
  expect(await adopt(story.sponsor, { milestone })).toMatchObject({
    failure: { code: 'invalid-dates', problems: [{ field: 'milestone.dueOn', problem: 'after-due' }] },
  });
  expect(await story.house.ideas.record(idea)).toMatchObject({ state: 'selected' });
});

test('an idea whose author is to be confirmed is not adopted: nobody could be credited or asked to carry it', async () => {
  const orphan = await story.house.idea(story.challenge, null, 'Importée');
  story = { ...story, ideas: [idea, orphan] };
  await decideChallenge(story, ['selected', 'selected']);
  idea = orphan;
  expect(await adopt(story.sponsor, { milestone: { title: 'Un', dueOn: '2026-11-20' } })).toEqual({
    ok: false,
    failure: { code: 'not-allowed', act: 'adoptIdea', why: 'author-to-confirm' },
  });
});

test('an adoption that the ledger cannot write changes nothing at all', async () => {
  await decided();
  world.unwritable.add('carrier.offered');
  expect(await adopt(story.sponsor)).toMatchObject({ failure: { code: 'unexpected' } });
  expect(await story.house.ideas.record(idea)).toMatchObject({ state: 'selected' });
  expect((await story.house.adoption.answersOn(idea)).adoption).toBeNull();
  expect((await story.house.challenges.record(story.challenge))?.firstAdoptionAt).toBeNull();
  expect(told('carrier-offered')).toEqual([]);
});

test('once every directorate has said no, with its reason, the idea goes back', async () => {
  const health = story.house.directorate('Santé');
  const other = story.house.person('Sol', { role: 'sponsor', challenge: null, directorate: health.id });
  await decided();
  const decline = (by: Person, directorate: string, reason = REASON) =>
    by.call(declineAdoption, { params: { idea }, body: { directorate, reason } });
  expect(await decline(other, health.id, 'Non.')).toMatchObject({ failure: { code: 'reason-too-short' } });
  expect(await decline(other, health.id)).toMatchObject({ ok: true });
  expect(await story.house.ideas.record(idea)).toMatchObject({ state: 'selected' });
  expect(await decline(other, health.id)).toMatchObject({ ok: true });
  const answered = { directorate: 'Santé', reason: REASON, at: '2026-11-16T09:00:00.000Z' };
  expect(await story.authors[0]?.call(readIdea, { params: { idea } })).toMatchObject({
    value: { declines: [answered] },
  });
  const concerned = [story.authors[0]?.id, ...moderators()];
  expect(new Set(told('adoption-declined'))).toEqual(new Set(concerned));
  expect(await story.sponsor.call(readDesk)).toMatchObject({
    value: { entries: [{ idea, declinedBy: ['Santé'] }] },
  });
  expect(await decline(story.sponsor, story.directorate.id)).toMatchObject({ ok: true });
  expect(await story.house.ideas.record(idea)).toMatchObject({ state: 'declined' });
});

test('of the two last directorates that decline at once, one sees that the other did', async () => {
  const health = story.house.directorate('Santé');
  const other = story.house.person('Sol', { role: 'sponsor', challenge: null, directorate: health.id });
  await decided();
  const decline = (by: Person, directorate: string) =>
    by.call(declineAdoption, { params: { idea }, body: { directorate, reason: REASON } });
  const both = await Promise.all([decline(other, health.id), decline(story.sponsor, story.directorate.id)]);
  expect(both.map(({ ok }) => ok)).toEqual([true, true]);
  expect(await story.house.ideas.record(idea)).toMatchObject({ state: 'declined' });
  const { declines } = await story.house.adoption.answersOn(idea);
  expect(declines.map(({ directorate }) => directorate).toSorted()).toEqual(['Routes', 'Santé']);
});

test('the desk shows what waits for a directorate and what it adopted, and nobody else has one', async () => {
  await decided();
  const health = story.house.directorate('Santé');
  const other = story.house.person('Sol', { role: 'sponsor', challenge: null, directorate: health.id });
  expect(await story.sponsor.call(readDesk)).toMatchObject({
    value: {
      directorates: [{ name: 'Routes' }],
      entries: [{ idea, question: 'Comment mieux accueillir ?', reason: REASON, adoption: null }],
    },
  });
  await adopt(story.sponsor);
  expect(await story.sponsor.call(readDesk)).toMatchObject({
    value: { entries: [{ idea, adoption: { pilot: { name: 'Paul' } } }] },
  });
  expect(await other.call(readDesk)).toMatchObject({ value: { entries: [] } });
  expect(await pilot.call(readDesk)).toEqual({
    ok: true,
    value: { directorates: [], entries: [], pilots: [] },
  });
});

test('[AD9] silence about the offer is reminded twice, then shown to moderators, once each; an answer ends it', async () => {
  await decided();
  await adopt(story.sponsor);
  await story.house.adoption.start();
  world.clock.set(new Date('2026-11-20T10:00:00.000Z'));
  expect(told('carrier-reminded')).toEqual([]);
  world.clock.set(new Date('2026-11-23T08:00:00.000Z'));
  await expect.poll(() => told('carrier-reminded')).toEqual([story.authors[0]?.id]);
  // The server was away for the second one and the day after the last.
  await story.house.adoption.stop();
  world.clock.set(new Date('2026-12-09T10:00:00.000Z'));
  await story.house.adoption.start();
  expect(told('carrier-reminded')).toHaveLength(1);
  expect(told('carrier-silent').toSorted()).toEqual(moderators().toSorted());
  await story.house.adoption.stop();
  await story.house.adoption.start();
  expect(told('carrier-silent')).toHaveLength(moderators().length);
  await story.house.adoption.stop();
});

test('[AD10] [CH23] a pause in delivery moves the promised dates with it, tells those concerned, and reminds nobody meanwhile', async () => {
  await decided();
  const { sponsor, first, challenge, authors } = story;
  expect(await adopt(sponsor)).toMatchObject({ value: { dueOn: '2027-02-14', firstDueOn: null } });
  await story.house.adoption.start();
  world.clock.set(new Date('2026-11-23T06:30:00.000Z'));
  const version = (await story.house.challenges.record(challenge))?.version ?? 0;
  const body = { reason: 'Cyberincident.', workingDays: 2, version };
  expect(await first.call(pauseChallenge, { params: { challenge }, body })).toMatchObject({ ok: true });
  // Its morning has come, and the clock of the challenge stands still.
  world.clock.set(new Date('2026-11-24T09:00:00.000Z'));
  await story.house.adoption.stop();
  await story.house.adoption.start();
  expect(told('carrier-reminded')).toEqual([]);

  world.clock.set(new Date('2026-11-25T06:30:00.000Z'));
  await expect.poll(() => told('adoption-moved')).not.toEqual([]);
  expect(new Set(told('adoption-moved'))).toEqual(new Set([sponsor.id, pilot.id, authors[0]?.id]));
  expect(world.told.find(({ kind }) => kind === 'adoption-moved')).toMatchObject({
    idea,
    until: { local: '2027-02-16T23:59' },
  });
  // The dates of the challenge are over: what comes next is told by the adoptions.
  expect(world.told.find(({ kind }) => kind === 'challenge-resumed')?.until).toBeUndefined();
  expect(await authors[0]?.call(readIdea, { params: { idea } })).toMatchObject({
    value: {
      adoption: {
        dueOn: '2027-02-16',
        firstDueOn: '2027-02-14',
        milestone: { dueOn: '2026-12-03' },
        carrierOffer: { answerBy: '2026-12-09', choice: null },
      },
    },
  });
  world.clock.set(new Date('2026-11-25T07:01:00.000Z'));
  await expect.poll(() => told('carrier-reminded')).toEqual([authors[0]?.id]);
  await story.house.adoption.stop();
});
