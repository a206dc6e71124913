/** The acts of measuring: who may, in which state of the idea, and what is refused. Each gives the entry to be added. */
import {
  IMPACT_ACTS,
  ok,
  refuse,
  type Failure,
  type Figure,
  type Gain,
  type IdeaId,
  type IdeaState,
  type ImpactAct,
  type ImpactEntryId,
  type IndicatorDefinition,
  type Measurement,
  type PersonId,
  type Result,
} from '@butinerie/contracts';
import type { AskedInChallenge } from '../accounts/asked.ts';
import { hasRole } from '../accounts/policy.ts';
import { checkPhase } from '../challenges/acts.ts';
import { moveIdea } from '../ideas/lifecycle.ts';
import { calendarDay, PARIS } from '../time/calendar.ts';
import { assessIndicator } from './assess-indicator.ts';
import { isAfter, holding, type ImpactSaid, type ImpactState, type IndicatorState } from './entries.ts';

export interface MeasuredIdea {
  readonly id: IdeaId;
  readonly state: IdeaState;
  /** Whom the directorate named. */
  readonly pilot: PersonId | null;
  readonly impact: ImpactState;
}

/** Of fewer people nothing is measured: they would be known. */
export const PEOPLE_AT_LEAST = 5;

type Base = 'not-allowed' | 'challenge-phase' | 'idea-state';
type Decided<F extends Failure['code'] = never> = Result<ImpactSaid, Failure<Base | F>>;

const WRITTEN_IN: Readonly<Record<ImpactAct, readonly IdeaState[]>> = {
  defineIndicator: ['adopted', 'in_progress', 'delivered', 'measured'],
  recordMeasurement: ['adopted', 'in_progress', 'delivered', 'measured'],
  recordCost: ['adopted', 'in_progress', 'delivered', 'measured'],
  recordGain: ['delivered', 'measured'],
  lowerEvidence: ['in_progress', 'delivered', 'measured'],
  validateIndicator: ['in_progress', 'delivered', 'measured'],
  leaveUnmeasured: ['delivered'],
  concludeMeasure: ['delivered'],
};
const EVALUATORS_ONLY: readonly ImpactAct[] = ['lowerEvidence', 'validateIndicator'];

function checkMeasuring(
  { state, pilot }: MeasuredIdea,
  act: ImpactAct,
  { by, challenge, phase }: AskedInChallenge,
): Result<boolean, Failure<Base>> {
  const evaluates = hasRole(by, 'evaluator', challenge);
  if (!evaluates && (by.person !== pilot || EVALUATORS_ONLY.includes(act)))
    return refuse('not-allowed', {
      act,
      why: EVALUATORS_ONLY.includes(act) ? 'evaluator-only' : 'not-its-pilot',
    });
  const open = checkPhase(phase, 'measureIdea', evaluates ? 'evaluators' : undefined);
  if (!open.ok) return open;
  return WRITTEN_IN[act].includes(state) ? ok(evaluates) : refuse('idea-state', { state, act });
}

/** The acts that are open to the reader as the idea stands. */
export function actsOnImpact(idea: MeasuredIdea, asked: AskedInChallenge): readonly ImpactAct[] {
  return IMPACT_ACTS.filter((act) => checkMeasuring(idea, act, asked).ok);
}

function found({ impact }: MeasuredIdea, id: ImpactEntryId): Result<IndicatorState, Failure<'not-found'>> {
  const indicator = impact.indicators.find((each) => each.id === id);
  return indicator === undefined || indicator.superseded
    ? refuse('not-found', { what: 'indicator' })
    : ok(indicator);
}

const impossible = (field: string, why: string) => refuse('impossible-figure', { field, why });

export function defineIndicator(
  idea: MeasuredIdea,
  { supersedes, definition }: { supersedes: ImpactEntryId | null; definition: IndicatorDefinition },
  asked: AskedInChallenge,
): Decided<'not-found' | 'too-few-people' | 'impossible-figure'> {
  const may = checkMeasuring(idea, 'defineIndicator', asked);
  if (!may.ok) return may;
  if (supersedes !== null) {
    const before = found(idea, supersedes);
    if (!before.ok) return before;
  }
  const people = checkPeople(definition.concerned);
  if (!people.ok) return people;
  if (definition.plan !== 'before_after' && definition.elsewhere === '')
    return impossible('elsewhere', 'missing');
  return ok({ type: 'indicator', supersedes, definition });
}

function checkPeople(count: number): Result<number, Failure<'too-few-people'>> {
  return count < PEOPLE_AT_LEAST ? refuse('too-few-people', { minimum: PEOPLE_AT_LEAST, count }) : ok(count);
}

export function recordMeasurement(
  idea: MeasuredIdea,
  { indicator: id, measurement }: { indicator: ImpactEntryId; measurement: Measurement },
  asked: AskedInChallenge,
): Decided<'not-found' | 'too-few-people' | 'impossible-figure' | 'baseline-locked'> {
  const may = checkMeasuring(idea, 'recordMeasurement', asked);
  if (!may.ok) return may;
  const indicator = found(idea, id);
  if (!indicator.ok) return indicator;
  const { moment, figure } = measurement;
  if (moment === 'after' && idea.state === 'adopted')
    return refuse('idea-state', { state: idea.state, act: 'recordMeasurement' });
  const fixed = indicator.value.measures.some(
    (each) => each.locked && each.measurement.place === measurement.place,
  );
  if (moment === 'before' && fixed) return refuse('baseline-locked', { indicator: id });
  if (figure.form !== indicator.value.definition.form) return impossible('figure', 'other-form');
  const told = checkFigure(figure, indicator.value.definition);
  if (!told.ok) return told;
  const dated = checkPeriod(measurement, indicator.value, asked.now);
  return dated.ok ? ok({ type: 'measurement', indicator: id, measurement }) : dated;
}

/** Answers are people's: of a few they would be known. Cases are not. */
const ANSWERED_BY_PEOPLE: readonly IndicatorDefinition['kind'][] = ['satisfaction', 'agent_wellbeing'];

function checkFigure(
  figure: Figure,
  { kind }: IndicatorDefinition,
): Result<Figure, Failure<'impossible-figure' | 'too-few-people'>> {
  if (figure.form === 'count')
    return figure.exposure > 0 ? ok(figure) : impossible('exposure', 'nothing-watched');
  const n = figure.form === 'proportion' ? figure.denominator : figure.n;
  if (n === 0) return impossible('n', 'nothing-seen');
  if (figure.form === 'proportion' && figure.numerator > n) return impossible('numerator', 'more-than-all');
  if (figure.form === 'median' && (figure.q1 > figure.median || figure.median > figure.q3))
    return impossible('median', 'outside-its-quartiles');
  const people = ANSWERED_BY_PEOPLE.includes(kind) ? checkPeople(n) : ok(n);
  return people.ok ? ok(figure) : people;
}

function checkPeriod(
  { moment, place, from, to, collectedOn }: Measurement,
  { measures }: IndicatorState,
  now: Date,
): Result<null, Failure<'impossible-figure'>> {
  const today = calendarDay(now, PARIS);
  if (to < from) return impossible('to', 'before-it-began');
  if (to > today) return impossible('to', 'not-over-yet');
  if (collectedOn > today) return impossible('collectedOn', 'not-over-yet');
  const others = measures.filter(({ measurement }) => measurement.place === place);
  const clash = others.some(({ measurement: other }) =>
    moment === 'after'
      ? other.moment === 'before' && other.to >= from
      : other.moment === 'after' && to >= other.from,
  );
  return clash ? impossible('from', 'before-and-after-meet') : ok(null);
}

export function recordCost(
  idea: MeasuredIdea,
  said: Omit<Extract<ImpactSaid, { type: 'cost' }>, 'type'>,
  asked: AskedInChallenge,
): Decided {
  const may = checkMeasuring(idea, 'recordCost', asked);
  return may.ok ? ok({ type: 'cost', ...said }) : may;
}

export function recordGain(
  idea: MeasuredIdea,
  { gain }: { gain: Gain },
  asked: AskedInChallenge,
): Decided<'not-found' | 'measure-missing'> {
  const may = checkMeasuring(idea, 'recordGain', asked);
  if (!may.ok) return may;
  const indicator = found(idea, gain.indicator);
  if (!indicator.ok) return indicator;
  return isMeasured(indicator.value)
    ? ok({ type: 'gain', gain })
    : refuse('measure-missing', { what: 'after' });
}

const isMeasured = ({ measures }: IndicatorState): boolean =>
  measures.some(({ measurement }) => isAfter(measurement));

export function lowerEvidence(
  idea: MeasuredIdea,
  said: Omit<Extract<ImpactSaid, { type: 'lowering' }>, 'type'>,
  asked: AskedInChallenge,
): Decided<'not-found'> {
  const may = checkMeasuring(idea, 'lowerEvidence', asked);
  if (!may.ok) return may;
  const indicator = found(idea, said.indicator);
  return indicator.ok ? ok({ type: 'lowering', ...said }) : indicator;
}

export function validateIndicator(
  idea: MeasuredIdea,
  said: Omit<Extract<ImpactSaid, { type: 'validation' }>, 'type'>,
  asked: AskedInChallenge,
): Decided<'not-found' | 'measure-missing'> {
  const act = 'validateIndicator';
  const may = checkMeasuring(idea, act, asked);
  if (!may.ok) return may;
  const indicator = found(idea, said.indicator);
  if (!indicator.ok) return indicator;
  const { measures } = indicator.value;
  if (!isMeasured(indicator.value)) return refuse('measure-missing', { what: 'after' });
  if (measures.some(({ by }) => by === asked.by.person))
    return refuse('not-allowed', { act, why: 'own-measure' });
  return ok({ type: 'validation', ...said });
}

export function leaveUnmeasured(
  idea: MeasuredIdea,
  said: Omit<Extract<ImpactSaid, { type: 'unmeasured' }>, 'type'>,
  asked: AskedInChallenge,
): Decided {
  const may = checkMeasuring(idea, 'leaveUnmeasured', asked);
  return may.ok ? ok({ type: 'unmeasured', ...said }) : may;
}

export function concludeMeasure(
  idea: MeasuredIdea,
  said: Omit<Extract<ImpactSaid, { type: 'conclusion' }>, 'type'>,
  asked: AskedInChallenge,
): Result<{ readonly said: ImpactSaid; readonly becomes: IdeaState }, Failure<Base | 'measure-missing'>> {
  const act = 'concludeMeasure';
  const may = checkMeasuring(idea, act, asked);
  if (!may.ok) return may;
  const moved = moveIdea(idea.state, 'measure', act);
  if (!moved.ok) return moved;
  const levels = holding(idea.impact)
    .filter(({ definition }) => definition.role === 'main')
    .map((each) => assessIndicator(each).level);
  const best = Math.max(0, ...levels);
  if (best < 1) return refuse('measure-missing', { what: 'main' });
  if (best >= 2 && !may.value) return refuse('not-allowed', { act, why: 'evaluator-only' });
  return ok({ said: { type: 'conclusion', ...said }, becomes: moved.value });
}
