/**
 * What an idea changed, told honestly: indicators written before the start, measures before and after, what it cost and what
 * it gave. Every act is one more entry; nothing is written over. Not to be taken for the impact in `lineage.ts`, which is
 * how far the ideas got that grew from one.
 */
import * as z from 'zod';
import { calendarDate, instant, route } from './define.ts';
import { challengeId, ideaId, impactEntryId } from './ids.ts';
import { ideaState } from './ideas.ts';
import { credits, personRef } from './people.ts';

export const INDICATOR_KINDS = [
  'time',
  'cost',
  'quantity',
  'quality',
  'satisfaction',
  'agent_wellbeing',
  'environment',
] as const;
export const indicatorKind = z.enum(INDICATOR_KINDS);
export type IndicatorKind = z.infer<typeof indicatorKind>;

export const FIGURE_FORMS = ['mean', 'median', 'proportion', 'count'] as const;
export const figureForm = z.enum(FIGURE_FORMS);
export type FigureForm = z.infer<typeof figureForm>;

export const DIRECTIONS = ['decrease', 'increase', 'keep'] as const;
export const direction = z.enum(DIRECTIONS);
export type Direction = z.infer<typeof direction>;

/** Seen here before and after; with another place at the same dates; with who begins drawn by lot. */
export const MEASURING_PLANS = ['before_after', 'comparison', 'random'] as const;
export const measuringPlan = z.enum(MEASURING_PLANS);
export type MeasuringPlan = z.infer<typeof measuringPlan>;

export const MEASURING_METHODS = ['extract', 'count', 'survey', 'observation', 'estimate'] as const;
export const measuringMethod = z.enum(MEASURING_METHODS);
export type MeasuringMethod = z.infer<typeof measuringMethod>;

const amount = z.number().min(-1e12).max(1e12);
const some = z.number().min(0).max(1e12);
const whole = z.number().int().min(0).max(1e9);
const line = z.string().trim().min(1).max(200);
const words = z.string().trim().max(2_000);

/** A figure with what it takes to say how sure it is. */
export const figure = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('mean'), mean: amount, sd: some.nullable(), n: whole }),
  z.strictObject({ form: z.literal('median'), median: amount, q1: amount, q3: amount, n: whole }),
  z.strictObject({ form: z.literal('proportion'), numerator: whole, denominator: whole }),
  /** Without an exposure (weeks, cases, journeys) a count cannot be compared. */
  z.strictObject({ form: z.literal('count'), count: whole, exposure: some }),
]);
export type Figure = z.infer<typeof figure>;

export const indicatorDefinition = z.strictObject({
  role: z.enum(['main', 'guardrail']),
  name: line,
  kind: indicatorKind,
  unit: z.string().trim().min(1).max(40),
  direction,
  form: figureForm,
  /** In plain words: what is counted, over what. */
  formula: z.string().trim().min(1).max(1_000),
  /** Which service, which cases, since when. */
  scope: z.string().trim().min(1).max(1_000),
  /** How many people it is about. */
  concerned: whole,
  target: z.strictObject({ value: amount, dueOn: calendarDate }).nullable(),
  plan: measuringPlan,
  /** Where it is compared with. */
  elsewhere: z.string().trim().max(1_000),
  measuredBy: z.string().trim().max(200),
  stopsIf: words,
});
export type IndicatorDefinition = z.infer<typeof indicatorDefinition>;

export const measurement = z.strictObject({
  moment: z.enum(['before', 'after']),
  /** Where the idea is carried out, or where it is compared with. */
  place: z.enum(['here', 'elsewhere']),
  figure,
  from: calendarDate,
  to: calendarDate,
  source: z.strictObject({
    label: line,
    url: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .nullable(),
    owner: z.string().trim().max(200),
  }),
  method: measuringMethod,
  collectedOn: calendarDate,
  /** Said by whoever measures: the same source, counted in the same way as the baseline. */
  sameAsBaseline: z.boolean(),
  /** Of a survey: how many were asked. */
  asked: whole.nullable(),
  note: words,
});
export type Measurement = z.infer<typeof measurement>;

export const projectCost = z.strictObject({
  oneOff: some,
  yearly: some,
  agentHours: some,
  /** Years over which what was paid once is spread. */
  amortisedOver: z.number().int().min(1).max(10),
});
export type ProjectCost = z.infer<typeof projectCost>;

/** Over the period of the last measure of its indicator. Money and time are two lines that are never added. */
export const gain = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('budget'),
    indicator: impactEntryId,
    amount: some,
    /** The line of the budget in which less was spent. */
    budgetLine: line,
  }),
  z.strictObject({
    kind: z.literal('time'),
    indicator: impactEntryId,
    hours: some,
    rate: some,
    /** Where the rate of an hour is published. */
    rateSource: line,
  }),
]);
export type Gain = z.infer<typeof gain>;

export const evidenceLevel = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type EvidenceLevel = z.infer<typeof evidenceLevel>;

/** What somebody should know before she repeats the figure. */
export const CAVEATS = [
  'no_baseline',
  'baseline_reconstructed',
  'estimated',
  'other_source',
  'median_without_interval',
  'spread_missing',
  'few_answers',
  'nothing_counted_before',
  'other_causes',
  'few_before_points',
  'few_units',
  'comparison_not_computed',
  'short_period',
] as const;
export const caveat = z.enum(CAVEATS);
export type Caveat = z.infer<typeof caveat>;

export const effectInterval = z.object({
  /** After minus before, in the unit; in points of a proportion; or after over before. */
  scale: z.enum(['difference', 'points', 'ratio']),
  estimate: z.number(),
  low: z.number(),
  high: z.number(),
  compared: z.boolean(),
});
export type EffectInterval = z.infer<typeof effectInterval>;

const said = { by: personRef, at: instant };

export const shownMeasurement = z.object({
  id: impactEntryId,
  ...said,
  ...measurement.shape,
  /** Written before the start and fixed by it. */
  locked: z.boolean(),
});
export type ShownMeasurement = z.infer<typeof shownMeasurement>;

export const shownIndicator = z.object({
  id: impactEntryId,
  ...said,
  ...indicatorDefinition.shape,
  supersedes: impactEntryId.nullable(),
  superseded: z.boolean(),
  baselineLocked: z.boolean(),
  measures: z.array(shownMeasurement),
  level: evidenceLevel,
  /** What the rule gives, before anybody lowered it. */
  byRule: evidenceLevel,
  lowered: z.object({ ...said, to: evidenceLevel, reason: z.string() }).nullable(),
  validated: z.object({ ...said, note: z.string() }).nullable(),
  /** The two figures that are compared. */
  baseline: shownMeasurement.nullable(),
  latest: shownMeasurement.nullable(),
  interval: effectInterval.nullable(),
  /** `unknown` below level 2. */
  verdict: z.enum(['unknown', 'no_effect', 'better', 'worse']),
  /** The change as a share of the baseline, where it may be said. */
  relative: z.number().nullable(),
  caveats: z.array(caveat),
});
export type ShownIndicator = z.infer<typeof shownIndicator>;

export const shownGain = z.object({
  id: impactEntryId,
  ...said,
  indicator: impactEntryId,
  kind: z.enum(['budget', 'time']),
  /** The line of the budget, or where the rate is published. */
  source: z.string(),
  level: evidenceLevel,
  /** Whole weeks of measure that it was seen over. */
  weeks: z.number().int(),
  /** In euros for the budget, in hours for time: over the period, and a year of it where eight weeks allow it. */
  seen: z.number(),
  yearly: z.number().nullable(),
  /** Budget: the year less what the project costs. Time: the year of hours at the published rate. */
  yearlyEuros: z.number().nullable(),
  /** Another was said since: it stays readable and holds no more. */
  superseded: z.boolean(),
  /** Goes into the totals of a dashboard. */
  counts: z.boolean(),
});
export type ShownGain = z.infer<typeof shownGain>;

export const IMPACT_ACTS = [
  'defineIndicator',
  'recordMeasurement',
  'recordCost',
  'recordGain',
  'lowerEvidence',
  'validateIndicator',
  'leaveUnmeasured',
  'concludeMeasure',
] as const;
export const impactAct = z.enum(IMPACT_ACTS);
export type ImpactAct = z.infer<typeof impactAct>;

export const impactReview = z.object({
  idea: ideaId,
  state: ideaState,
  /** Null before the start; afterwards whether it was to go unmeasured. */
  started: z.object({ at: instant, unmeasured: z.boolean() }).nullable(),
  /** Definitions that hold, then those that were superseded. */
  indicators: z.array(shownIndicator),
  costs: z.array(z.object({ id: impactEntryId, ...said, ...projectCost.shape })),
  gains: z.array(shownGain),
  /** A guardrail measured afterwards or the cost is missing. */
  incomplete: z.array(z.enum(['guardrail', 'cost'])),
  unmeasured: z.object({ ...said, reason: z.string() }).nullable(),
  concluded: z.object({ ...said, unknown: z.string() }).nullable(),
  acts: z.array(impactAct),
});
export type ImpactReview = z.infer<typeof impactReview>;

const params = z.strictObject({ idea: ideaId });
const path = '/api/ideas/:idea/impact-review';
const written = { method: 'POST', params, answer: impactReview } as const;
const id = impactEntryId;
const reason = z.string().trim().min(1).max(2_000);

export const readImpactReview = route({
  name: 'readImpactReview',
  method: 'GET',
  path,
  params,
  answer: impactReview,
});

export const defineIndicator = route({
  ...written,
  name: 'defineIndicator',
  path: `${path}/indicators`,
  body: z.strictObject({ id, supersedes: impactEntryId.nullable(), definition: indicatorDefinition }),
  failures: ['challenge-phase', 'idea-state', 'id-taken', 'too-few-people', 'impossible-figure'],
});

export const recordMeasurement = route({
  ...written,
  name: 'recordMeasurement',
  path: `${path}/measurements`,
  body: z.strictObject({ id, indicator: impactEntryId, measurement }),
  failures: [
    'challenge-phase',
    'idea-state',
    'id-taken',
    'too-few-people',
    'impossible-figure',
    'baseline-locked',
  ],
});

export const recordCost = route({
  ...written,
  name: 'recordCost',
  path: `${path}/costs`,
  body: z.strictObject({ id, cost: projectCost }),
  failures: ['challenge-phase', 'idea-state', 'id-taken'],
});

export const recordGain = route({
  ...written,
  name: 'recordGain',
  path: `${path}/gains`,
  body: z.strictObject({ id, gain }),
  failures: ['challenge-phase', 'idea-state', 'id-taken', 'measure-missing'],
});

/** By hand a level is lowered, never raised. */
export const lowerEvidence = route({
  ...written,
  name: 'lowerEvidence',
  path: `${path}/lowerings`,
  body: z.strictObject({ id, indicator: impactEntryId, to: evidenceLevel, reason }),
  failures: ['challenge-phase', 'idea-state', 'id-taken'],
});

export const validateIndicator = route({
  ...written,
  name: 'validateIndicator',
  path: `${path}/validations`,
  body: z.strictObject({ id, indicator: impactEntryId, note: words }),
  failures: ['challenge-phase', 'idea-state', 'id-taken', 'measure-missing'],
});

export const leaveUnmeasured = route({
  ...written,
  name: 'leaveUnmeasured',
  path: `${path}/unmeasured`,
  body: z.strictObject({ id, reason }),
  failures: ['challenge-phase', 'idea-state', 'id-taken'],
});

/** The idea is measured: what is still not known is said with it. */
export const concludeMeasure = route({
  ...written,
  name: 'concludeMeasure',
  path: `${path}/conclusion`,
  body: z.strictObject({ id, unknown: reason }),
  failures: ['challenge-phase', 'idea-state', 'id-taken', 'measure-missing'],
});

/** Delivered ideas whose effect somebody should look at, the longest waiting first. */
export const readEvaluations = route({
  name: 'readEvaluations',
  method: 'GET',
  path: '/api/evaluations',
  answer: z.object({
    waiting: z.array(
      z.object({
        idea: ideaId,
        challenge: challengeId,
        question: z.string(),
        title: z.string(),
        credits,
        state: ideaState,
        pilot: personRef,
        /** Calendar dates: ninety and one hundred and eighty days after the adoption. */
        looks: z.array(z.object({ day: z.literal([90, 180]), on: calendarDate, measured: z.boolean() })),
        level: evidenceLevel.nullable(),
        validated: z.boolean(),
      }),
    ),
  }),
});

const total = z.object({
  level: evidenceLevel,
  ideas: z.number().int(),
  yearly: z.number(),
  euros: z.number(),
});

/** What the ideas of a challenge changed: nothing below level 2 is added up, and the two kinds of money never meet. */
export const readEffects = route({
  name: 'readEffects',
  method: 'GET',
  path: '/api/challenges/:challenge/effects',
  params: z.strictObject({ challenge: challengeId }),
  answer: z.object({
    funnel: z.object({
      ideas: z.number().int(),
      selected: z.number().int(),
      adopted: z.number().int(),
      delivered: z.number().int(),
      measured: z.number().int(),
    }),
    rows: z.array(
      z.object({ idea: ideaId, title: z.string(), incomplete: z.boolean(), indicator: shownIndicator }),
    ),
    budget: z.array(total),
    time: z.array(total),
    /** Gains that were declared and are in no total. */
    leftOut: z.number().int(),
  }),
});
