import * as c from '@butinerie/contracts';
import type { IdeaId } from '@butinerie/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { decideChallenge, openChallenge, REASON, type Story } from '../../test/support/decided-challenge.ts';
import { leave, newWorld, type Person, type World } from '../../test/support/decision-house.ts';

let world: World;
let story: Story;
let pilot: Person;
let author: Person;
let idea: IdeaId;

beforeEach(async () => {
  world = await newWorld('2026-10-01T08:00:00.000Z');
  story = await openChallenge(world, 1);
  pilot = story.house.person('Paul');
  const [first] = story.authors;
  const [selected] = story.ideas;
  if (selected === undefined || first === undefined) throw new Error('a challenge without an idea');
  [idea, author] = [selected, first];
  await decideChallenge(story, ['selected']);
  world.clock.set(new Date('2026-11-16T09:00:00.000Z'));
  await adopt(story.sponsor, story.directorate.id);
  await story.house.delivery.start();
});
afterEach(async () => {
  await story.house.delivery.stop();
  await story.house.close();
  await leave(world);
});

const adopt = (by: Person, directorate: string) =>
  by.call(c.adoptIdea, {
    params: { idea },
    body: {
      directorate,
      pilot: pilot.id,
      promise: 'Nous l’essayons dans deux centres.',
      milestone: { title: 'Premier centre', dueOn: '2026-12-01' },
      halfDays: 6,
    },
  });
const params = () => ({ params: { idea } });
const start = () => pilot.call(c.startDelivery, { ...params(), body: { unmeasured: true } });
const propose = (note = 'Deux centres équipés.') =>
  pilot.call(c.proposeDelivered, {
    ...params(),
    body: { note, link: 'https://intranet.exemple.fr/centres' },
  });
const confirm = (by: Person, confirmed = true, reason = '') =>
  by.call(c.confirmDelivered, { ...params(), body: { confirmed, reason } });
const giveUp = (by: Person) => by.call(c.abandonDelivery, { ...params(), body: { reason: REASON } });
const state = async () => (await story.house.ideas.record(idea))?.state;
const told = (kind: string) => world.told.filter((notice) => notice.kind === kind).map(({ to }) => to);
const page = async (by: Person) => {
  const read = await by.call(c.readIdea, params());
  if (!read.ok) throw new Error(read.failure.code);
  return read.value;
};
const phase = async () => {
  const read = await author.call(c.readChallenge, { params: { challenge: story.challenge } });
  return read.ok ? read.value.phase : null;
};
const credits = () => world.acts.filter(({ act }) => act !== 'idea.adopted');

test('[DL1] [DL2] [AR1] started, said to be done, sent back, confirmed: the ideas of the challenge are delivered and its review begins', async () => {
  const before = credits();
  expect(await start()).toMatchObject({ value: { step: 'under_way', unmeasured: true } });
  expect(await start()).toMatchObject({ ok: true });
  expect(await state()).toBe('in_progress');
  expect(told('delivery-started').toSorted()).toEqual([author.id, story.sponsor.id].toSorted());
  expect((await page(pilot)).acts).toContain('proposeDelivered');

  expect(await propose()).toMatchObject({ value: { step: 'to_confirm', until: '2026-11-23' } });
  expect((await page(author)).acts).toContain('confirmDelivered');
  expect(await confirm(author, false, 'Le second n’ouvre pas.')).toMatchObject({
    value: { step: 'under_way' },
  });
  expect(world.told.findLast(({ kind }) => kind === 'delivery-refused')).toMatchObject({
    reason: 'Le second n’ouvre pas.',
  });
  expect(await propose('Les deux sont ouverts.')).toMatchObject({ ok: true });
  expect(await confirm(pilot)).toMatchObject({ failure: { code: 'not-allowed' } });
  expect(await confirm(author)).toMatchObject({ value: { step: 'delivered' } });
  expect(await state()).toBe('delivered');
  expect(told('idea-delivered').toSorted()).toEqual([pilot.id, story.sponsor.id].toSorted());
  await expect.poll(phase).toBe('impact_review');
  // Everything that was said stays, with who said it; what was sent twice is said once.
  const { delivery } = await page(story.first);
  expect(delivery?.events.map(({ type, by }) => [type, by?.name])).toEqual([
    ['started_unmeasured', 'Paul'],
    ['delivered_proposed', 'Paul'],
    ['delivered_refused', 'Autrice 1'],
    ['delivered_proposed', 'Paul'],
    ['delivered', 'Autrice 1'],
  ]);
  expect(credits()).toEqual(before);
});

test('[DL3] what the author does not answer goes to the moderators once, who confirm', async () => {
  await start();
  await propose();
  expect(await confirm(story.second)).toMatchObject({
    failure: { code: 'author-first', lastDay: '2026-11-23' },
  });
  world.clock.set(new Date('2026-11-23T22:59:00.000Z'));
  expect(told('delivery-silent')).toEqual([]);
  world.clock.set(new Date('2026-11-23T23:00:00.000Z'));
  await expect.poll(() => told('delivery-silent').length).toBeGreaterThan(0);
  expect(new Set(told('delivery-silent'))).toEqual(new Set([story.first.id, story.second.id]));
  const once = told('delivery-silent').length;
  await story.house.delivery.stop();
  await story.house.delivery.start();
  expect(told('delivery-silent')).toHaveLength(once);
  expect(await confirm(story.second)).toMatchObject({ value: { step: 'delivered' } });
});

test('[S37] [DL4] [DL5] [DL7] given up after five working days in which the author answered, with the reason, and her credit as it was', async () => {
  const before = credits();
  expect(await giveUp(pilot)).toMatchObject({ value: { step: 'hearing', until: '2026-11-23' } });
  expect(told('abandonment-proposed')).toEqual(
    expect.arrayContaining([author.id, story.sponsor.id, story.first.id, story.second.id]),
  );
  const answer = { ...params(), body: { text: 'Un seul centre suffirait.' } };
  expect(await author.call(c.answerAbandonment, answer)).toMatchObject({ ok: true });
  expect(await state()).toBe('adopted');
  world.clock.set(new Date('2026-11-23T23:00:00.000Z'));
  await expect.poll(state).toBe('abandoned');
  expect(told('idea-abandoned')).toEqual(expect.arrayContaining([author.id, pilot.id, story.sponsor.id]));
  const read = await page(author);
  expect(read).toMatchObject({
    adoptedBy: 'Routes',
    delivery: { step: 'abandoned' },
    credits: { originators: [{ id: author.id }] },
  });
  expect(read.delivery?.events.map(({ type, words }) => [type, words])).toEqual([
    ['abandonment_proposed', REASON],
    ['abandonment_answered', 'Un seul centre suffirait.'],
    ['abandoned', REASON],
  ]);
  expect(read.acts).toEqual(expect.arrayContaining(['answerAbandonment', 'carryOnDelivery']));
  expect(read.acts).not.toContain('offerAgain');
  expect(credits()).toEqual(before);
  await expect.poll(phase).toBe('impact_review');
});

test('[DL4] whoever proposed it goes on, and the clock gives nothing up', async () => {
  await giveUp(story.sponsor);
  expect(await pilot.call(c.keepDelivering, params())).toMatchObject({ value: { step: 'to_start' } });
  world.clock.set(new Date('2026-12-23T23:00:00.000Z'));
  await story.house.delivery.stop();
  await story.house.delivery.start();
  expect(await state()).toBe('adopted');
});

const abandoned = async () => {
  await giveUp(pilot);
  world.clock.set(new Date('2026-11-24T08:00:00.000Z'));
  await expect.poll(state).toBe('abandoned');
};

test('[S37] [DL6] [AR1] offered again it waits for the other directorates, whose days are counted anew; one of them adopts it', async () => {
  const health = story.house.directorate('Santé');
  const other = story.house.person('Sol', { role: 'sponsor', challenge: null, directorate: health.id });
  await abandoned();
  expect(await author.call(c.offerAgain, params())).toMatchObject({ value: { step: null } });
  expect(await author.call(c.offerAgain, params())).toMatchObject({ ok: true });
  expect(await state()).toBe('selected');
  expect(told('idea-offered-again')).toContain(other.id);
  await expect.poll(phase).toBe('delivery');
  expect(await page(author)).toMatchObject({ adoption: null, delivery: { events: { length: 3 } } });
  expect(await adopt(other, health.id)).toMatchObject({ value: { directorate: { name: 'Santé' } } });
  expect((await page(author)).delivery).toMatchObject({ step: 'to_start', startedAt: null });
  // She was asked whether she carries it, and has not answered: she is not asked a second time.
  expect(world.acts.filter(({ act }) => act === 'carrier.offered')).toHaveLength(1);
  expect(world.acts.filter(({ act }) => act === 'idea.adopted')).toHaveLength(2);
});

test('[S37] [DL6] carried on by its author it is hers to lead, in ninety days of its own', async () => {
  await abandoned();
  expect(await author.call(c.carryOnDelivery, params())).toMatchObject({
    value: { step: 'to_start', events: { length: 3 } },
  });
  expect(await state()).toBe('adopted');
  expect(await page(author)).toMatchObject({
    dueOn: '2027-02-22',
    adoption: { pilot: { id: author.id }, dueOn: '2027-02-22', carrierOffer: { choice: 'carry' } },
  });
  expect(world.acts.slice(-2).map(({ act }) => act)).toEqual(['carrier.accepted', 'carrier.named']);
  expect(told('idea-carried-on')).toEqual(expect.arrayContaining([pilot.id, story.sponsor.id]));
  expect(await start()).toMatchObject({ failure: { code: 'not-allowed', why: 'not-its-pilot' } });
  const body = { unmeasured: true };
  expect(await author.call(c.startDelivery, { ...params(), body })).toMatchObject({ ok: true });
});

test('[DL9] [CH23] a pause puts the end of a hearing later by the days that were lost', async () => {
  await giveUp(pilot);
  const version = (await story.house.challenges.record(story.challenge))?.version ?? 0;
  const body = { reason: 'Cyberincident.', workingDays: 2, version };
  await story.first.call(c.pauseChallenge, { params: { challenge: story.challenge }, body });
  expect(await giveUp(pilot)).toMatchObject({ ok: true });
  expect(await pilot.call(c.keepDelivering, params())).toMatchObject({
    failure: { code: 'challenge-phase', phase: 'paused' },
  });
  world.clock.set(new Date('2026-11-18T09:00:00.000Z'));
  await expect.poll(async () => (await page(author)).delivery?.until).toBe('2026-11-25');
  world.clock.set(new Date('2026-11-25T22:59:00.000Z'));
  expect(await state()).toBe('adopted');
  world.clock.set(new Date('2026-11-25T23:00:00.000Z'));
  await expect.poll(state).toBe('abandoned');
});

test('[DL4] given up by two servers at once, it is given up once', async () => {
  await giveUp(pilot);
  await story.house.delivery.stop();
  world.clock.set(new Date('2026-11-24T08:00:00.000Z'));
  await Promise.all([story.house.delivery.start(), story.house.delivery.start()]);
  expect((await page(author)).delivery?.events.filter(({ type }) => type === 'abandoned')).toHaveLength(1);
});

test('[S36] [DL10] [DL11] on day 91 it is late without anybody acting: the sponsor hears, the general direction on the fifteenth, once each', async () => {
  const direction = story.house.person('Dora', { role: 'dgs', challenge: null, directorate: null });
  await start();
  expect(await page(author)).toMatchObject({ state: 'in_progress', dueOn: '2027-02-14' });
  world.clock.set(new Date('2027-02-14T22:59:59.999Z'));
  await story.house.delivery.stop();
  await story.house.delivery.start();
  expect(told('delivery-late')).toEqual([]);
  world.clock.set(new Date('2027-02-14T23:00:00.000Z'));
  await expect.poll(() => told('delivery-late').toSorted()).toEqual([story.sponsor.id, pilot.id].toSorted());
  expect(world.told.findLast(({ kind }) => kind === 'delivery-late')).toMatchObject({
    idea,
    until: { local: '2027-02-14T23:59' },
  });
  world.clock.set(new Date('2027-02-28T23:00:00.000Z'));
  await expect.poll(() => told('delivery-late').at(-1)).toBe(direction.id);
  await story.house.delivery.stop();
  await Promise.all([story.house.delivery.start(), story.house.delivery.start()]);
  expect(told('delivery-late')).toHaveLength(3);
  // Late or not, it is still to be delivered, though the review of the challenge has begun.
  expect(await phase()).toBe('impact_review');
  expect(await propose()).toMatchObject({ ok: true });
  expect(await confirm(author)).toMatchObject({ value: { step: 'delivered' } });
  expect(await page(author)).toMatchObject({ dueOn: null });
});

test('[DL10] the desk says where each delivery stands and until when, and counts what was given up', async () => {
  const health = story.house.directorate('Santé');
  const other = story.house.person('Sol', { role: 'sponsor', challenge: null, directorate: health.id });
  const desk = async (by: Person) => {
    const read = await by.call(c.readDesk);
    return read.ok ? read.value.entries.map(({ step, dueOn, gaveUp }) => ({ step, dueOn, gaveUp })) : [];
  };
  expect(await desk(story.sponsor)).toEqual([{ step: 'to_start', dueOn: '2027-02-14', gaveUp: [] }]);
  await abandoned();
  expect(await desk(story.sponsor)).toEqual([{ step: 'abandoned', dueOn: null, gaveUp: ['Routes'] }]);
  await author.call(c.offerAgain, params());
  expect(await desk(other)).toEqual([{ step: null, dueOn: null, gaveUp: ['Routes'] }]);
  await adopt(other, health.id);
  expect(await desk(story.sponsor)).toEqual([{ step: 'to_start', dueOn: '2027-02-22', gaveUp: ['Routes'] }]);
});
