import {
  agreeToCancellation,
  cancelChallenge,
  draftChallenge,
  listChallenges,
  mintId,
  readCalendar,
  readChallenge,
  scheduleChallenge,
  validateProtection,
  type ChallengeId,
  type LocalTime,
  type TimeBox,
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
const THREE_WEEKS: TimeBox = {
  opensAt: paris('2026-10-12T09:00'),
  ideasUntil: paris('2026-10-23T17:00'),
  closesAt: paris('2026-10-30T17:00'),
  decisionDueAt: paris('2026-11-10T17:00'),
};
const EVERYWHERE = { challenge: null, directorate: null };

let world: World;
let house: Decisions;
let moderator: Person;
let agent: Person;

beforeEach(async () => {
  world = await newWorld('2026-10-01T08:00:00.000Z');
  house = await openDecisions(world);
  const routes = house.directorate('Routes');
  moderator = house.person('Maud', { role: 'moderator', ...EVERYWHERE });
  agent = house.person('Awa');
  house.person('Sami', { role: 'sponsor', challenge: null, directorate: routes.id });
  await house.start();
});
afterEach(async () => {
  await house.close();
  await leave(world);
});

const body = (version: number, over: Partial<TimeBox> = {}) => ({
  question: 'Comment mieux accueillir ?',
  brief: '',
  timeBox: { ...THREE_WEEKS, ...over },
  version,
});

async function drafted(id: ChallengeId = mintId('challenge')): Promise<ChallengeId> {
  const answer = await moderator.call(draftChallenge, { params: { challenge: id }, body: body(0) });
  expect(answer.ok).toBe(true);
  return id;
}
async function scheduled(): Promise<ChallengeId> {
  const id = await drafted();
  const answer = await moderator.call(scheduleChallenge, {
    params: { challenge: id },
    body: { version: 1, protectionChecked: true },
  });
  expect(answer.ok).toBe(true);
  return id;
}
const phaseFor = async (person: Person, challenge: ChallengeId) => {
  const answer = await person.call(readChallenge, { params: { challenge } });
  return answer.ok ? answer.value.phase : answer.failure.code;
};

test('[S1] the page of a scheduled challenge shows question and dates, and no way to propose', async () => {
  const challenge = await scheduled();
  world.clock.set(new Date('2026-10-11T18:00:00.000Z'));
  const answer = await agent.call(readChallenge, { params: { challenge } });
  expect(answer).toMatchObject({
    ok: true,
    value: {
      phase: 'scheduled',
      question: 'Comment mieux accueillir ?',
      opensAt: {
        local: '2026-10-12T09:00',
        timeZone: 'Europe/Paris',
        instant: '2026-10-12T07:00:00.000Z',
      },
      counts: null,
    },
  });
  if (answer.ok) expect(answer.value.acts).not.toContain('publishIdea');
});

test('[S2] at nine the challenge opens by the clock: pages hear of it, everybody is told once', async () => {
  const challenge = await scheduled();
  world.news.length = 0;
  world.clock.set(new Date('2026-10-12T06:59:59.999Z'));
  expect(await phaseFor(agent, challenge)).toBe('scheduled');
  expect(world.news).toEqual([]);

  world.clock.set(new Date('2026-10-12T07:00:00.000Z'));
  await expect
    .poll(() => world.news)
    .toContainEqual({
      name: 'challenge:changed',
      payload: { challenge, phase: 'ideation', serverTime: '2026-10-12T07:00:00.000Z' },
      to: 'everybody here',
    });
  const answer = await agent.call(readChallenge, { params: { challenge } });
  expect(answer).toMatchObject({ value: { acts: expect.arrayContaining(['publishIdea', 'reboundOnIdea']) } });
  const openings = () => world.told.filter(({ kind }) => kind === 'challenge-opened').map(({ to }) => to);
  await expect.poll(() => openings().toSorted()).toEqual([...world.people.keys()].toSorted());

  await house.close();
  house = await openDecisions(world);
  await house.start();
  expect(openings()).toHaveLength(world.people.size);
});

test('[S19] in winter time it is open at 15:59:59Z and closes at 16:00:00Z; answers begin after the grace', async () => {
  await house.close();
  const phases: string[] = [];
  house = await openDecisions(world, { onPhase: async (_record, phase) => void phases.push(phase) });
  moderator = { ...moderator, call: house.as(moderator.id) };
  agent = { ...agent, call: house.as(agent.id) };
  await house.start();
  const challenge = await scheduled();
  world.clock.set(new Date('2026-10-30T15:59:59.999Z'));
  expect(await phaseFor(agent, challenge)).toBe('rebound');
  await expect.poll(() => phases.at(-1)).toBe('rebound');
  expect(phases).not.toContain('closing');
  world.clock.set(new Date('2026-10-30T16:00:00.000Z'));
  expect(await phaseFor(agent, challenge)).toBe('closing');
  await expect.poll(() => phases.at(-1)).toBe('closing');
  world.clock.set(new Date('2026-10-30T16:02:00.000Z'));
  expect(await phaseFor(agent, challenge)).toBe('closing');
  world.clock.set(new Date('2026-10-30T16:02:00.001Z'));
  expect(await phaseFor(agent, challenge)).toBe('deliberation');
  await expect.poll(() => phases.at(-1)).toBe('deliberation');
});

test('a boundary passed while the server was down is told at the next start', async () => {
  const challenge = await scheduled();
  await house.close();
  world.clock.set(new Date('2026-11-02T08:00:00.000Z'));
  const phases: string[] = [];
  house = await openDecisions(world, { onPhase: async (_record, phase) => void phases.push(phase) });
  await house.start();
  expect(phases).toEqual(['deliberation']);
  expect((await house.challenges.record(challenge))?.sealedAt).toEqual(world.clock.now());
});

test('an hour that does not exist and one that exists twice are refused by the field they stand in', async () => {
  const challenge = mintId('challenge');
  const put = (over: Partial<TimeBox>) =>
    moderator.call(draftChallenge, { params: { challenge }, body: body(0, over) });
  expect(await put({ closesAt: paris('2027-03-28T02:30') })).toMatchObject({
    failure: { code: 'impossible-hour', field: 'closesAt', local: '2027-03-28T02:30' },
  });
  const twice = paris('2026-10-25T02:30');
  expect(await put({ ideasUntil: twice })).toMatchObject({
    failure: { code: 'ambiguous-hour', field: 'ideasUntil' },
  });
  expect(await put({ ideasUntil: { ...twice, fold: 'later' } })).toMatchObject({
    ok: true,
    value: { ideasUntil: { instant: '2026-10-25T01:30:00.000Z' } },
  });
  expect(await put({ closesAt: { local: '2026-10-30T17:00', timeZone: 'Mars/Olympus' } })).toMatchObject({
    ok: false,
  });
});

test('of two moderators who changed the same draft the second is told the version to read', async () => {
  const challenge = await drafted();
  const params = { challenge };
  const other = house.person('Malo', { role: 'moderator', ...EVERYWHERE });
  const first = await other.call(draftChallenge, { params, body: { ...body(1), question: 'Autrement ?' } });
  expect(first).toMatchObject({ ok: true, value: { version: 2 } });
  expect(await moderator.call(draftChallenge, { params, body: body(1) })).toMatchObject({
    failure: { code: 'stale-version', current: 2 },
  });
  expect(
    await moderator.call(scheduleChallenge, { params, body: { version: 1, protectionChecked: true } }),
  ).toMatchObject({
    failure: { code: 'stale-version', current: 2 },
  });
});

test('a draft sent twice is one challenge, and its id is nobody else’s', async () => {
  const challenge = await drafted();
  const params = { challenge };
  expect(await moderator.call(draftChallenge, { params, body: body(0) })).toMatchObject({
    ok: true,
    value: { version: 1 },
  });
  const other = house.person('Malo', { role: 'moderator', ...EVERYWHERE });
  expect(await other.call(draftChallenge, { params, body: body(0) })).toMatchObject({
    failure: { code: 'id-taken', id: challenge },
  });
});

test('a draft is there for those who prepare it only', async () => {
  const challenge = await drafted();
  expect(await phaseFor(agent, challenge)).toBe('not-found');
  expect(await agent.call(listChallenges)).toEqual({ ok: true, value: { challenges: [] } });
  expect(await agent.call(readCalendar, { params: { challenge } })).toMatchObject({ ok: false });
  expect(world.news.filter(({ to }) => to === 'everybody')).toEqual([]);
  expect(await phaseFor(moderator, challenge)).toBe('draft');
});

test('whoever moderates elsewhere and begins a challenge leads it', async () => {
  const elsewhere = house.person('Lou', {
    role: 'moderator',
    challenge: mintId('challenge'),
    directorate: null,
  });
  const challenge = mintId('challenge');
  const answer = await elsewhere.call(draftChallenge, { params: { challenge }, body: body(0) });
  expect(answer).toMatchObject({ ok: true, value: { phase: 'draft' } });
  if (answer.ok) expect(answer.value.acts).toContain('scheduleChallenge');
  expect(world.people.get(elsewhere.id)?.grants).toContainEqual({
    role: 'moderator_lead',
    challenge,
    directorate: null,
  });
  expect(
    await agent.call(draftChallenge, { params: { challenge: mintId('challenge') }, body: body(0) }),
  ).toMatchObject({ failure: { code: 'not-allowed', why: 'not-a-moderator' } });
});

test('[CH26] a draft waits for a word on its note about personal data: the officer’s, who sees it, or a moderator’s', async () => {
  const challenge = await drafted();
  const params = { challenge };
  expect(await moderator.call(scheduleChallenge, { params, body: { version: 1 } })).toMatchObject({
    failure: { code: 'challenge-incomplete', missing: ['protection'] },
  });
  expect(await moderator.call(validateProtection, { params, body: { version: 1 } })).toMatchObject({
    failure: { code: 'not-allowed', why: 'not-the-officer' },
  });
  const officer = house.person('Dina', { role: 'dpo', ...EVERYWHERE });
  const validate = () => officer.call(validateProtection, { params, body: { version: 1 } });
  const validated = { value: { version: 2, protection: { how: 'officer', by: { id: officer.id } } } };
  expect(await validate()).toMatchObject(validated);
  // Sent again for want of its answer.
  expect(await validate()).toMatchObject(validated);
  expect(await moderator.call(scheduleChallenge, { params, body: { version: 2 } })).toMatchObject({
    value: { phase: 'scheduled', protection: { how: 'officer' } },
  });
  // Whose word it was is for those who prepare and check.
  expect(await agent.call(readChallenge, { params })).toMatchObject({ value: { protection: null } });
});

test('nothing is scheduled without a sponsor or in the past', async () => {
  const challenge = await drafted();
  const schedule = () =>
    moderator.call(scheduleChallenge, {
      params: { challenge },
      body: { version: 1, protectionChecked: true },
    });
  const sponsors = [...world.people.values()].filter(({ grants }) => grants[0]?.role === 'sponsor');
  const held = sponsors.flatMap(({ grants }) => grants.splice(0));
  expect(await schedule()).toMatchObject({
    failure: { code: 'challenge-incomplete', missing: ['sponsor'] },
  });
  sponsors[0]?.grants.push(...held);
  world.clock.set(new Date('2026-10-12T08:00:00.000Z'));
  expect(await schedule()).toMatchObject({
    failure: { code: 'invalid-dates', problems: [{ field: 'opensAt', problem: 'in-the-past' }] },
  });
});

test('a challenge scheduled a few minutes after its hour opens at once', async () => {
  const challenge = await drafted();
  world.clock.set(new Date('2026-10-12T07:05:00.000Z'));
  await moderator.call(scheduleChallenge, {
    params: { challenge },
    body: { version: 1, protectionChecked: true },
  });
  await expect.poll(() => world.told.map(({ kind }) => kind)).toContain('challenge-opened');
});

test('a cancelled challenge says why to everybody and never opens', async () => {
  const challenge = await scheduled();
  const reason = 'La consultation nationale répond déjà.';
  const cancel = (version: number) =>
    moderator.call(cancelChallenge, { params: { challenge }, body: { reason, version } });
  expect(await cancel(1)).toMatchObject({ failure: { code: 'stale-version', current: 2 } });
  expect(await cancel(2)).toMatchObject({ ok: true, value: { phase: 'scheduled' } });
  const direction = house.person('Dominique', { role: 'dgs', challenge: null, directorate: null });
  const agreed = await direction.call(agreeToCancellation, { params: { challenge }, body: { version: 3 } });
  expect(agreed).toMatchObject({ ok: true, value: { phase: 'cancelled' } });
  world.clock.set(new Date('2026-10-13T07:00:00.000Z'));
  const answer = await agent.call(readChallenge, { params: { challenge } });
  expect(answer).toMatchObject({ ok: true, value: { phase: 'cancelled', cancelled: { reason } } });
  const ends = world.told.filter(({ kind }) => kind === 'challenge-cancelled');
  expect(ends.map(({ reason: why }) => why)).toEqual([reason, reason, reason]);
  expect(ends.map(({ to }) => to)).not.toContain(direction.id);
});

test('counters are hidden while ideas are open and count each person once afterwards', async () => {
  const challenge = await scheduled();
  world.clock.set(new Date('2026-10-13T07:00:00.000Z'));
  const rebounder = house.person('Rose');
  const idea = await house.idea(challenge, agent.id, 'Un banc');
  await house.idea(challenge, agent.id, 'Une lampe');
  world.acts.push({ act: 'rebound.made', idea, rebound: mintId('rebound'), by: rebounder.id, text: 'Oui' });
  const counts = async () => {
    const answer = await agent.call(readChallenge, { params: { challenge } });
    return answer.ok ? answer.value.counts : answer.failure;
  };
  expect(await counts()).toBeNull();
  world.clock.set(new Date('2026-10-30T16:00:00.000Z'));
  expect(await counts()).toEqual({ people: 2, ideas: 2, selected: 0 });
});

test('the calendar of a challenge carries its dates as instants', async () => {
  const challenge = await scheduled();
  const answer = await agent.call(readCalendar, { params: { challenge } });
  expect(answer.ok && answer.value).toContain('DTSTART:20261030T160000Z\r\n');
  expect(answer.ok && answer.value).toContain(`URL:http://localhost:3000/defis/${challenge}`);
});
