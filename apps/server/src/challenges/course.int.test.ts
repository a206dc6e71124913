import {
  agreeToCancellation,
  agreeToExtension,
  askExtension,
  cancelChallenge,
  draftChallenge,
  listIdeas,
  mintId,
  pauseChallenge,
  readChallenge,
  resumeChallenge,
  scheduleChallenge,
  supportIdea,
  type ChallengeId,
  type LocalTime,
} from '@butinerie/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  leave,
  newWorld,
  openDecisions,
  type Decisions,
  type Person,
  type World,
} from '../../test/support/decision-house.ts';

const paris = (local: string): LocalTime => ({ local, timeZone: 'Europe/Paris' });
const EVERYWHERE = { challenge: null, directorate: null };
const timeBox = {
  opensAt: paris('2026-10-12T09:00'),
  ideasUntil: paris('2026-10-23T17:00'),
  closesAt: paris('2026-10-30T17:00'),
  decisionDueAt: paris('2026-11-10T17:00'),
};

let world: World;
let house: Decisions;
let moderator: Person;
let sponsor: Person;
let direction: Person;
let agent: Person;
let challenge: ChallengeId;

beforeEach(async () => {
  world = await newWorld('2026-10-01T08:00:00.000Z');
  house = await openDecisions(world);
  const routes = house.directorate('Routes');
  moderator = house.person('Maud', { role: 'moderator', ...EVERYWHERE });
  agent = house.person('Awa');
  sponsor = house.person('Sami', { role: 'sponsor', challenge: null, directorate: routes.id });
  direction = house.person('Dominique', { role: 'dgs', ...EVERYWHERE });
  await house.start();
  challenge = mintId('challenge');
  const body = { question: 'Comment mieux accueillir ?', brief: '', timeBox, version: 0 };
  await moderator.call(draftChallenge, { params: { challenge }, body });
  await moderator.call(scheduleChallenge, {
    params: { challenge },
    body: { version: 1, protectionChecked: true },
  });
});
afterEach(async () => {
  await house.close();
  await leave(world);
});

const params = () => ({ challenge });
async function version(): Promise<number> {
  return (await house.challenges.record(challenge))?.version ?? 0;
}
const now = (text: string): void => world.clock.set(new Date(text));
const pauses = async (by: Person, workingDays = 2) =>
  by.call(pauseChallenge, {
    params: params(),
    body: { reason: 'Cyberincident.', workingDays, version: await version() },
  });
const agrees = async (by: Person) =>
  by.call(agreeToCancellation, { params: params(), body: { version: await version() } });
const toldOf = (kind: string) => world.told.filter((notice) => notice.kind === kind);

test('[S24] a pause says why to everybody, keeps writes out, and gives every deadline its working days back', async () => {
  now('2026-10-20T08:00:00.000Z');
  const idea = await house.idea(challenge, agent.id, 'Un accueil sans guichet');
  const paused = await pauses(moderator);
  expect(paused).toMatchObject({
    ok: true,
    value: {
      phase: 'ideation',
      paused: { reason: 'Cyberincident.', until: '2026-10-22T08:00:00.000Z' },
    },
  });
  expect(toldOf('challenge-paused').map(({ to, reason }) => [to, reason])).toEqual(
    [agent, sponsor, direction].map(({ id }) => [id, 'Cyberincident.']),
  );

  const refused = await sponsor.call(supportIdea, { params: { idea }, body: { supported: true } });
  expect(refused).toMatchObject({ failure: { code: 'challenge-phase', phase: 'paused' } });
  const read = await agent.call(readChallenge, { params: params() });
  expect(read).toMatchObject({ value: { acts: ['saveDraft'] } });

  // Past the closing that was agreed on, and the server's clock alone: still paused, nothing counted, nothing closed.
  now('2026-10-22T07:00:00.000Z');
  const resumed = await moderator.call(resumeChallenge, {
    params: params(),
    body: { version: await version() },
  });
  expect(resumed).toMatchObject({
    value: {
      paused: null,
      ideasUntil: { local: '2026-10-27T17:00' },
      closesAt: { local: '2026-11-03T17:00', instant: '2026-11-03T16:00:00.000Z' },
      decisionDueAt: { local: '2026-11-13T17:00' },
    },
  });
  expect(toldOf('challenge-resumed')).toHaveLength(3);
  expect(toldOf('challenge-resumed')[0]?.until?.local).toBe('2026-11-03T17:00');
  const supported = await sponsor.call(supportIdea, { params: { idea }, body: { supported: true } });
  expect(supported.ok).toBe(true);
});

test('[S24] nobody resumes: the clock does at the announced end, also for a server that was down then', async () => {
  now('2026-10-28T08:00:00.000Z');
  await house.idea(challenge, agent.id, 'Un accueil sans guichet');
  await pauses(direction, 5);
  now('2026-11-02T10:00:00.000Z');
  const during = await agent.call(readChallenge, { params: params() });
  expect(during).toMatchObject({
    value: { phase: 'rebound', counts: null, paused: { reason: 'Cyberincident.' } },
  });
  const listed = await agent.call(listIdeas, { params: params() });
  expect(listed).toMatchObject({ value: { ideas: [{ supports: null }] } });
  await house.close();
  now('2026-11-05T10:00:00.000Z');
  house = await openDecisions(world);
  await house.start();
  const record = await house.challenges.record(challenge);
  expect(record).toMatchObject({ paused: null, closesAt: { local: '2026-11-06T17:00' } });
  expect(toldOf('challenge-resumed')).toHaveLength(4);
  now('2026-11-06T16:00:00.000Z');
  const after = await house.as(agent.id)(readChallenge, { params: params() });
  expect(after).toMatchObject({ value: { phase: 'closing' } });
});

test('[S22] an extension is too late ten hours before; three days before it takes a reason and a sponsor', async () => {
  const ask = async () =>
    moderator.call(askExtension, {
      params: params(),
      body: { days: 3, reason: 'Les congés de la Toussaint.', version: await version() },
    });
  now('2026-10-27T16:00:00.000Z');
  expect(await ask()).toMatchObject({
    value: {
      closesAt: { local: '2026-10-30T17:00' },
      extension: { agreedBy: null, askedBy: { name: 'Maud' }, closesAt: { local: '2026-11-02T17:00' } },
    },
  });
  expect(toldOf('extension-asked').map(({ to }) => to)).toEqual([sponsor.id]);
  const agree = async (by: Person) =>
    by.call(agreeToExtension, { params: params(), body: { version: await version() } });
  expect(await agree(agent)).toMatchObject({ failure: { code: 'not-allowed' } });
  world.news.length = 0;
  expect(await agree(sponsor)).toMatchObject({
    value: { closesAt: { local: '2026-11-02T17:00' }, extension: { agreedBy: { name: 'Sami' } } },
  });
  expect(toldOf('challenge-extended').map(({ to }) => to)).toEqual(
    [moderator, agent, direction].map(({ id }) => id),
  );
  expect(toldOf('challenge-extended')[0]?.until?.local).toBe('2026-11-02T17:00');
  expect(world.news).toContainEqual(expect.objectContaining({ name: 'challenge:changed', to: 'everybody' }));
  // The old hour passes and nothing happens; the new one closes.
  now('2026-10-30T16:00:00.000Z');
  expect(await agent.call(readChallenge, { params: params() })).toMatchObject({
    value: { phase: 'rebound' },
  });
  world.news.length = 0;
  now('2026-11-02T16:00:00.000Z');
  await expect
    .poll(() => world.news)
    .toContainEqual(expect.objectContaining({ payload: expect.objectContaining({ phase: 'closing' }) }));
  expect(await ask()).toMatchObject({ failure: { code: 'challenge-phase' } });
});

test('[S22] ten hours before the closing an extension is refused', async () => {
  now('2026-10-30T06:00:00.000Z');
  const body = { days: 3, reason: 'Trop tard.', version: await version() };
  expect(await moderator.call(askExtension, { params: params(), body })).toMatchObject({
    failure: { code: 'too-late-to-extend', hours: 48 },
  });
  expect(await agent.call(askExtension, { params: params(), body })).toMatchObject({
    failure: { code: 'not-allowed' },
  });
});

test('a cancelled challenge tells everybody concerned why, also out of a pause', async () => {
  now('2026-10-20T08:00:00.000Z');
  await pauses(moderator);
  const body = { reason: 'Le service ferme.', version: await version() };
  expect(await agrees(direction)).toMatchObject({ failure: { code: 'cancellation-not-asked' } });
  expect(await moderator.call(cancelChallenge, { params: params(), body })).toMatchObject({
    value: { phase: 'ideation', cancelled: null, cancellation: { askedBy: { id: moderator.id } } },
  });
  // An end that may never come is told to whoever decides, and shown to nobody else.
  expect(toldOf('cancellation-asked').map(({ to, reason }) => [to, reason])).toEqual([
    [direction.id, 'Le service ferme.'],
  ]);
  expect(await agent.call(readChallenge, { params: params() })).toMatchObject({
    value: { cancellation: null },
  });
  for (const by of [agent, moderator, sponsor])
    expect(await agrees(by)).toMatchObject({ failure: { code: 'not-allowed' } });
  expect(await direction.call(readChallenge, { params: params() })).toMatchObject({
    value: { acts: expect.arrayContaining(['agreeToCancellation']) },
  });
  expect(await agrees(direction)).toMatchObject({
    value: { phase: 'cancelled', cancelled: { reason: 'Le service ferme.' }, cancellation: null },
  });
  expect(toldOf('challenge-cancelled').map(({ to, reason }) => [to, reason])).toEqual(
    [moderator, agent, sponsor].map(({ id }) => [id, 'Le service ferme.']),
  );
});

test('[NO10] authors are reminded of the closing, two hours before it too, once each', async () => {
  now('2026-10-20T08:00:00.000Z');
  await house.idea(challenge, agent.id, 'Un accueil sans guichet');
  const reminded = () => toldOf('closing-soon').map(({ to, until }) => [to, until?.local]);
  const one = [agent.id, '2026-10-30T17:00'];
  now('2026-10-27T16:00:00.000Z');
  await expect.poll(reminded).toEqual([one]);
  now('2026-10-29T16:00:00.000Z');
  await expect.poll(reminded).toEqual([one, one]);
  now('2026-10-30T13:59:59.999Z');
  expect(reminded()).toEqual([one, one]);
  now('2026-10-30T14:00:00.000Z');
  await expect.poll(reminded).toEqual([one, one, one]);
});
