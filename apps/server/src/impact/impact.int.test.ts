/** Effects over a real database and HTTP: from the definition before the start to the totals of the challenge. */
import {
  adoptIdea,
  concludeMeasure,
  confirmDelivered,
  defineIndicator,
  leaveUnmeasured,
  lowerEvidence,
  mintId,
  proposeDelivered,
  readEffects,
  readEvaluations,
  readImpactReview,
  recordCost,
  recordGain,
  recordMeasurement,
  startDelivery,
  validateIndicator,
  type IdeaId,
  type ImpactEntryId,
  type IndicatorDefinition,
  type Measurement,
  type Route,
} from '@butinerie/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { decideChallenge, openChallenge, type Story } from '../../test/support/decided-challenge.ts';
import { hostilePayloads } from '../../test/support/payloads.ts';
import { leave, newWorld, type Person, type World } from '../../test/support/decision-house.ts';

let world: World;
let story: Story;
let pilot: Person;
let evaluator: Person;
let idea: IdeaId;

beforeEach(async () => {
  world = await newWorld('2026-10-01T08:00:00.000Z');
  story = await openChallenge(world, 1);
  pilot = story.house.person('Paul');
  evaluator = story.house.person('Ève', {
    role: 'evaluator',
    challenge: story.challenge,
    directorate: null,
  });
  const [selected] = story.ideas;
  if (selected === undefined) throw new Error('a challenge without an idea');
  idea = selected;
  await decideChallenge(story, ['selected']);
  world.clock.set(new Date('2026-11-16T09:00:00.000Z'));
  const promise = { directorate: story.directorate.id, pilot: pilot.id, promise: 'Nous essayons.' };
  const milestone = { title: 'Premier centre', dueOn: '2026-12-01' };
  const body = { ...promise, milestone, halfDays: 6 };
  const adopted = await story.sponsor.call(adoptIdea, { params: { idea }, body });
  if (!adopted.ok) throw new Error(`not adopted: ${adopted.failure.code}`);
});
afterEach(async () => {
  await story.house.close();
  await leave(world);
});

const definition: IndicatorDefinition = {
  role: 'main',
  name: 'Délai de réponse',
  kind: 'time',
  unit: 'jour',
  direction: 'decrease',
  form: 'mean',
  formula: 'jours entre la demande et la réponse',
  scope: 'toutes les demandes',
  concerned: 40,
  target: null,
  plan: 'before_after',
  elsewhere: '',
  measuredBy: 'la direction',
  stopsIf: '',
};
const before: Measurement = {
  moment: 'before',
  place: 'here',
  figure: { form: 'mean', mean: 12, sd: 4, n: 40 },
  from: '2026-09-14',
  to: '2026-11-08',
  source: { label: 'logiciel des demandes', url: null, owner: '' },
  method: 'extract',
  collectedOn: '2026-11-10',
  sameAsBaseline: true,
  asked: null,
  note: '',
};
const after: Measurement = {
  ...before,
  moment: 'after',
  figure: { form: 'mean', mean: 6, sd: 4, n: 42 },
  from: '2026-11-23',
  to: '2027-01-17',
  collectedOn: '2027-01-18',
};

const params = () => ({ idea });
async function define(over: Partial<IndicatorDefinition> = {}, by = pilot): Promise<ImpactEntryId> {
  const id = mintId('impactEntry');
  const body = { id, supersedes: null, definition: { ...definition, ...over } };
  expect(await by.call(defineIndicator, { params: params(), body })).toMatchObject({ ok: true });
  return id;
}
const measure = (indicator: ImpactEntryId, measurement: Measurement, by = pilot) =>
  by.call(recordMeasurement, {
    params: params(),
    body: { id: mintId('impactEntry'), indicator, measurement },
  });
/** Started by its pilot; later said to be done, and confirmed by its author. */
const start = (unmeasured: boolean) => pilot.call(startDelivery, { params: params(), body: { unmeasured } });
async function delivered({ unmeasured = false } = {}): Promise<void> {
  const done = [await start(unmeasured)];
  world.clock.set(new Date('2027-01-19T09:00:00.000Z'));
  const body = { note: 'Deux centres répondent ainsi.', link: null };
  done.push(await pilot.call(proposeDelivered, { params: params(), body }));
  const confirmed = { params: params(), body: { confirmed: true, reason: '' } };
  const said = await story.authors[0]?.call(confirmDelivered, confirmed);
  for (const each of [...done, said]) if (!each?.ok) throw new Error(`not delivered: ${each?.failure.code}`);
}
const review = async (by = story.authors[0]) => {
  const answer = await by?.call(readImpactReview, { params: params() });
  if (!answer?.ok) throw new Error('the review is refused');
  return answer.value;
};

test('[S39] without a baseline fixed by the start, twelve days and then six are measured: no percentage, and in no total', async () => {
  await delivered({ unmeasured: true });
  const id = await define();
  expect(await measure(id, before)).toMatchObject({ ok: true });
  expect(await measure(id, after)).toMatchObject({ ok: true });
  expect(await review()).toMatchObject({
    started: { unmeasured: true },
    indicators: [{ level: 1, verdict: 'unknown', relative: null, interval: null, baselineLocked: false }],
  });
  const gain = { kind: 'time', indicator: id, hours: 112, rate: 30, rateSource: 'grille publiée' };
  const said = { params: params(), body: { id: mintId('impactEntry'), gain } };
  expect(await pilot.call(recordGain, said)).toMatchObject({ ok: true });
  const effects = await story.authors[0]?.call(readEffects, { params: { challenge: story.challenge } });
  expect(effects).toMatchObject({
    value: { funnel: { adopted: 1, delivered: 1, measured: 0 }, budget: [], time: [], leftOut: 1 },
  });
});

test('[S39] with a baseline that the start fixed it is before and after with an interval; validated, it is added up by its kind', async () => {
  const id = await define();
  await measure(id, before);
  await delivered();
  expect(await measure(id, { ...before, to: '2026-11-01' })).toMatchObject({
    failure: { code: 'baseline-locked' },
  });
  await measure(id, after);
  const { indicators } = await review();
  expect(indicators).toMatchObject([{ level: 2, verdict: 'better', relative: -0.5, baselineLocked: true }]);
  expect(indicators[0]?.interval?.estimate).toBe(-6);
  expect(indicators[0]?.interval?.high).toBeLessThan(-4);

  const cost = { oneOff: 0, yearly: 0, agentHours: 10, amortisedOver: 3 };
  await pilot.call(recordCost, { params: params(), body: { id: mintId('impactEntry'), cost } });
  for (const gain of [
    { kind: 'time', indicator: id, hours: 112, rate: 30, rateSource: 'grille publiée' },
    { kind: 'budget', indicator: id, amount: 560, budgetLine: 'fournitures' },
  ])
    expect(
      await pilot.call(recordGain, { params: params(), body: { id: mintId('impactEntry'), gain } }),
    ).toMatchObject({ ok: true });
  const totals = async () => {
    const answer = await pilot.call(readEffects, { params: { challenge: story.challenge } });
    return answer.ok ? answer.value : null;
  };
  expect(await totals()).toMatchObject({ budget: [], time: [], leftOut: 2 });
  const valid = { id: mintId('impactEntry'), indicator: id, note: 'refait à partir du fichier' };
  expect(await pilot.call(validateIndicator, { params: params(), body: valid })).toMatchObject({
    failure: { code: 'not-allowed' },
  });
  expect(await evaluator.call(validateIndicator, { params: params(), body: valid })).toMatchObject({
    ok: true,
  });
  expect(await totals()).toMatchObject({
    budget: [{ level: 2, ideas: 1, yearly: 3_650, euros: 3_650 }],
    time: [{ level: 2, ideas: 1, yearly: 730, euros: 21_900 }],
    leftOut: 0,
  });

  const conclusion = {
    params: params(),
    body: { id: mintId('impactEntry'), unknown: 'Si cela tient l’hiver.' },
  };
  expect(await pilot.call(concludeMeasure, conclusion)).toMatchObject({ failure: { code: 'not-allowed' } });
  expect(await evaluator.call(concludeMeasure, conclusion)).toMatchObject({ value: { state: 'measured' } });
  expect(await story.house.ideas.record(idea)).toMatchObject({ state: 'measured' });
  const told = world.told.filter(({ kind }) => kind === 'idea-measured');
  expect(told.map(({ to }) => to)).toEqual([story.authors[0]?.id, story.sponsor.id, pilot.id]);
  expect(told[0]?.reason).toBe('Si cela tient l’hiver.');
  expect(await totals()).toMatchObject({ funnel: { ideas: 1, selected: 1, delivered: 1, measured: 1 } });
});

test('[S39] an interval that holds no effect says so, and a lowered level takes the verdict away', async () => {
  const id = await define();
  await measure(id, before);
  await delivered();
  await measure(id, { ...after, figure: { form: 'mean', mean: 11.5, sd: 4, n: 42 } });
  expect((await review()).indicators).toMatchObject([{ level: 2, verdict: 'no_effect', relative: null }]);
  const lowering = { id: mintId('impactEntry'), indicator: id, to: 1, reason: 'le logiciel a changé' };
  const lowered = await evaluator.call(lowerEvidence, { params: params(), body: lowering });
  expect(lowered).toMatchObject({
    value: { indicators: [{ level: 1, byRule: 2, verdict: 'unknown', lowered: { by: { name: 'Ève' } } }] },
  });
});

test('[EF15] a delivery that is to be measured starts with a baseline, which is fixed in the same act', async () => {
  expect(await start(false)).toMatchObject({ failure: { code: 'indicator-missing' } });
  const id = await define();
  expect(await start(false)).toMatchObject({ failure: { code: 'indicator-missing' } });
  await measure(id, before);
  expect((await review()).indicators[0]?.baselineLocked).toBe(false);
  expect(await start(false)).toMatchObject({ ok: true });
  expect(await start(false)).toMatchObject({ ok: true });
  expect(await review()).toMatchObject({
    started: { at: '2026-11-16T09:00:00.000Z', unmeasured: false },
    indicators: [{ baselineLocked: true }],
  });
  expect(await measure(id, { ...before, from: '2026-09-21' })).toMatchObject({
    failure: { code: 'baseline-locked' },
  });
});

test('[EF10] an entry sent twice is one; of somebody else its id is taken; many at once each have a place', async () => {
  const id = mintId('impactEntry');
  const body = { id, supersedes: null, definition };
  const sent = { params: params(), body };
  expect(await pilot.call(defineIndicator, sent)).toMatchObject({ ok: true });
  expect(await pilot.call(defineIndicator, sent)).toMatchObject({ ok: true });
  expect((await review()).indicators).toHaveLength(1);
  expect(await evaluator.call(defineIndicator, sent)).toMatchObject({ failure: { code: 'id-taken' } });
  const at = ['2026-09-21', '2026-09-28', '2026-10-05', '2026-10-12'];
  const all = await Promise.all(at.map((from) => measure(id, { ...before, from })));
  expect(all.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  expect((await review()).indicators[0]?.measures.map(({ from }) => from).toSorted()).toEqual(at);
});

test('[EF14] everybody reads, and only those who measure are offered to write', async () => {
  await define();
  const { indicators, acts } = await review();
  expect(indicators).toMatchObject([{ name: 'Délai de réponse', by: { name: 'Paul' }, level: 0 }]);
  expect(acts).toEqual([]);
  expect((await review(pilot)).acts).toContain('recordMeasurement');
  const refused = { params: params(), body: { id: mintId('impactEntry'), supersedes: null, definition } };
  expect(await story.first.call(defineIndicator, refused)).toMatchObject({
    failure: { code: 'not-allowed' },
  });
});

test('[EF20] what was delivered waits for its evaluator, and for nobody else, until it was looked at twice', async () => {
  const id = await define();
  await measure(id, before);
  await delivered();
  const waiting = async (by: Person) => {
    const answer = await by.call(readEvaluations);
    return answer.ok ? answer.value.waiting : [];
  };
  expect(await waiting(pilot)).toEqual([]);
  expect(await waiting(evaluator)).toMatchObject([
    {
      idea,
      pilot: { name: 'Paul' },
      level: 0,
      looks: [
        { day: 90, on: '2027-02-14', measured: false },
        { day: 180, on: '2027-05-15', measured: false },
      ],
    },
  ]);
  await measure(id, after);
  world.clock.set(new Date('2027-05-20T09:00:00.000Z'));
  await measure(id, { ...after, from: '2027-02-01', to: '2027-05-14', collectedOn: '2027-05-16' });
  expect(await waiting(evaluator)).toMatchObject([{ level: 2, validated: false }]);
  const valid = { id: mintId('impactEntry'), indicator: id, note: '' };
  await evaluator.call(validateIndicator, { params: params(), body: valid });
  expect(await waiting(evaluator)).toEqual([]);
});

test('hostile words are kept as typed in every field that takes some, and an address is one of the web', async () => {
  const rows = Object.values(hostilePayloads() ?? {}).flatMap((set) => set.slice(0, 4));
  const fits = [...rows, '<img src=x onerror=alert(1)>', '=1+1', '{"$gt":""}'].filter(
    (row) => row.trim() !== '' && !/\p{Surrogate}|\p{Cc}/u.test(row),
  );
  const hostile = (limit: number): string =>
    `Début ${Array.from(fits.join(' '))
      .slice(0, limit - 12)
      .join('')} fin.`;
  const id = await define({
    name: hostile(200),
    unit: hostile(40),
    formula: hostile(1_000),
    scope: hostile(1_000),
    elsewhere: hostile(1_000),
    measuredBy: hostile(200),
    stopsIf: hostile(2_000),
  });
  const source = { label: hostile(200), url: null, owner: hostile(200) };
  await measure(id, { ...before, source, note: hostile(2_000) });
  const script = { ...before, source: { ...source, url: 'javascript:alert(1)' } };
  expect(await measure(id, script)).toMatchObject({ failure: { code: 'invalid-input' } });
  await delivered();
  await measure(id, after);
  const write = async (by: Person, route: Route, body: object) =>
    expect(
      await by.call(route, { params: params(), body: { id: mintId('impactEntry'), ...body } }),
      route.name,
    ).toMatchObject({ ok: true });
  const gain = { indicator: id, kind: 'time', hours: 1, rate: 1, rateSource: hostile(200) };
  await write(pilot, recordGain, { gain });
  const saved = { indicator: id, kind: 'budget', amount: 1, budgetLine: hostile(200) };
  await write(pilot, recordGain, { gain: saved });
  await write(evaluator, lowerEvidence, { indicator: id, to: 1, reason: hostile(2_000) });
  await write(evaluator, validateIndicator, { indicator: id, note: hostile(2_000) });
  await write(pilot, leaveUnmeasured, { reason: hostile(2_000) });
  await write(evaluator, concludeMeasure, { unknown: hostile(2_000) });
  expect(await review()).toMatchObject({
    indicators: [
      {
        name: hostile(200),
        unit: hostile(40),
        formula: hostile(1_000),
        scope: hostile(1_000),
        elsewhere: hostile(1_000),
        measuredBy: hostile(200),
        stopsIf: hostile(2_000),
        baseline: { source, note: hostile(2_000) },
        lowered: { reason: hostile(2_000) },
        validated: { note: hostile(2_000) },
      },
    ],
    gains: [{ source: hostile(200) }, { source: hostile(200) }],
    unmeasured: { reason: hostile(2_000) },
    concluded: { unknown: hostile(2_000) },
  });
});
