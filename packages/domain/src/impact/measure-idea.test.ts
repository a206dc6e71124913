import type { Figure, IdeaState, ImpactEntryId, Measurement } from '@butinerie/contracts';
import { mintId } from '@butinerie/contracts';
import { describe, expect, test } from 'vitest';
import {
  asked,
  author,
  challenge,
  codeOf,
  colleague,
  grantOf,
  moderates,
  moderator1,
  now,
  otherChallenge,
  pilot,
  sponsor,
} from '../testing/cast.ts';
import { ideaId } from '../testing/ideas.ts';
import { afterIt, beforeIt, delay, entryOf, start, story } from '../testing/impact.ts';
import { assessIndicator } from './assess-indicator.ts';
import { hasBaseline, impactOf, type ImpactState } from './entries.ts';
import * as rules from './measure-idea.ts';

const evaluator = colleague;
const evaluates = grantOf('evaluator', { challenge });
const asPilot = asked('delivery', pilot);
const asEvaluator = asked('delivery', evaluator, evaluates);

const ideaWith = (impact: ImpactState, state: IdeaState = 'delivered'): rules.MeasuredIdea => ({
  id: ideaId,
  state,
  pilot,
  impact,
});
const nothing = impactOf([]);
const define = (idea: rules.MeasuredIdea, change: object = {}, by = asPilot) =>
  rules.defineIndicator(idea, { supersedes: null, definition: { ...delay, ...change } }, by);
const measure = (
  idea: rules.MeasuredIdea,
  indicator: ImpactEntryId,
  measurement: Measurement,
  by = asPilot,
) => rules.recordMeasurement(idea, { indicator, measurement }, by);

describe('who measures', () => {
  test('[EF14] the pilot and the evaluators of the challenge write, nobody else whatever their roles', () => {
    const idea = ideaWith(nothing, 'adopted');
    expect(codeOf(define(idea))).toBe('ok');
    expect(codeOf(define(idea, {}, asEvaluator))).toBe('ok');
    const elsewhere = grantOf('evaluator', { challenge: otherChallenge });
    for (const other of [
      asked('delivery', author),
      asked('delivery', moderator1, moderates),
      asked('delivery', sponsor, grantOf('admin')),
      asked('delivery', colleague, elsewhere),
      asked('delivery', colleague, grantOf('pilot')),
    ])
      expect(codeOf(define(idea, {}, other))).toBe('not-allowed');
  });

  test('[EF14] in the archive evaluators alone, in a pause nobody', () => {
    const idea = ideaWith(nothing);
    expect(codeOf(define(idea, {}, asked('archived', pilot)))).toBe('challenge-phase');
    expect(codeOf(define(idea, {}, asked('archived', evaluator, evaluates)))).toBe('ok');
    expect(codeOf(define(idea, {}, asked('paused', pilot)))).toBe('challenge-phase');
  });

  test('[EF14] what is listed is what would not be refused for who or when', () => {
    const acts = (state: IdeaState, by = asPilot) => rules.actsOnImpact(ideaWith(nothing, state), by);
    expect(acts('adopted')).toEqual(['defineIndicator', 'recordMeasurement', 'recordCost']);
    expect(acts('delivered')).toContain('concludeMeasure');
    expect(acts('delivered')).not.toContain('lowerEvidence');
    expect(acts('delivered', asEvaluator)).toContain('lowerEvidence');
    expect(acts('abandoned')).toEqual([]);
    expect(acts('delivered', asked('delivery', author))).toEqual([]);
  });
});

describe('the baseline', () => {
  test('[EF10] before the start it is written again; the start fixes it', () => {
    const { id, entries, impact } = story(delay, beforeIt);
    const again = { ...beforeIt, from: '2026-05-01' };
    expect(codeOf(measure(ideaWith(impact, 'adopted'), id, again))).toBe('ok');
    const started = ideaWith(impactOf([...entries, entryOf(start)]), 'in_progress');
    expect(codeOf(measure(started, id, again))).toBe('baseline-locked');
    expect(codeOf(measure(started, id, afterIt))).toBe('ok');
  });

  test('[EF10] after the start one can only be put together, and the place compared with keeps its own', () => {
    const { id, impact } = story(delay, beforeIt, start);
    const there = { ...beforeIt, place: 'elsewhere' } as const;
    expect(codeOf(measure(ideaWith(impact, 'in_progress'), id, there))).toBe('ok');
    const bare = story(delay, start);
    expect(codeOf(measure(ideaWith(bare.impact, 'in_progress'), bare.id, beforeIt))).toBe('ok');
  });

  test('[EF10] another definition takes the place of one, which stays readable and is not measured any more', () => {
    const { id, entries, impact } = story(delay, beforeIt, start);
    const idea = ideaWith(impact, 'in_progress');
    const said = rules.defineIndicator(idea, { supersedes: id, definition: delay }, asPilot);
    if (!said.ok) throw new Error('refused');
    const after = impactOf([...entries, entryOf(said.value)]);
    expect(after.indicators.map(({ superseded, measures }) => [superseded, measures.length])).toEqual([
      [true, 1],
      [false, 0],
    ]);
    expect(codeOf(measure(ideaWith(after, 'in_progress'), id, afterIt))).toBe('not-found');
    const twice = rules.defineIndicator(ideaWith(after), { supersedes: id, definition: delay }, asPilot);
    expect(codeOf(twice)).toBe('not-found');
  });

  test('[EF15] a delivery that is to be measured begins with a baseline of a main indicator', () => {
    expect(hasBaseline(story(delay, beforeIt).impact)).toBe(true);
    expect(hasBaseline(nothing)).toBe(false);
    expect(hasBaseline(story(delay).impact)).toBe(false);
    expect(hasBaseline(story({ ...delay, role: 'guardrail' }, beforeIt).impact)).toBe(false);
    expect(hasBaseline(story(delay, { ...beforeIt, place: 'elsewhere' }).impact)).toBe(false);
  });

  test('[EF15] begun without a measure it fixes none, for ever', () => {
    const { impact } = story(delay, beforeIt, { type: 'start', unmeasured: true }, afterIt);
    expect(impact.indicators.map((each) => assessIndicator(each).level)).toEqual([1]);
  });
});

describe('figures', () => {
  test('[EF16] of fewer than five people nothing is measured', () => {
    expect(define(ideaWith(nothing), { concerned: 4 })).toMatchObject({
      failure: { code: 'too-few-people', minimum: 5, count: 4 },
    });
    expect(codeOf(define(ideaWith(nothing), { concerned: 5 }))).toBe('ok');
    const { id, impact } = story({ ...delay, kind: 'agent_wellbeing' }, start);
    const few = { ...afterIt, figure: { form: 'mean', mean: 3, sd: 1, n: 4 } } as const;
    expect(codeOf(measure(ideaWith(impact), id, few))).toBe('too-few-people');
    // Four requests are not four people.
    const cases = story(delay, start);
    expect(codeOf(measure(ideaWith(cases.impact), cases.id, few))).toBe('ok');
  });

  test.each<[string, Figure]>([
    ['another form', { form: 'proportion', numerator: 1, denominator: 2 }],
    ['nothing seen', { form: 'mean', mean: 1, sd: null, n: 0 }],
  ])('[EF17] %s is refused', (_, figure) => {
    const { id, impact } = story(delay, start);
    expect(codeOf(measure(ideaWith(impact), id, { ...afterIt, figure }))).toBe('impossible-figure');
  });

  test.each<[Figure, string]>([
    [{ form: 'proportion', numerator: 3, denominator: 2 }, 'numerator'],
    [{ form: 'proportion', numerator: 0, denominator: 0 }, 'n'],
    [{ form: 'median', median: 9, q1: 10, q3: 12, n: 9 }, 'median'],
    [{ form: 'count', count: 3, exposure: 0 }, 'exposure'],
  ])('[EF17] %o is refused by its field', (figure, field) => {
    const { id, impact } = story({ ...delay, form: figure.form }, start);
    expect(measure(ideaWith(impact), id, { ...afterIt, figure })).toMatchObject({
      failure: { code: 'impossible-figure', field },
    });
  });

  test.each<[string, Partial<Measurement>, string]>([
    ['ends before it began', { to: '2026-07-31' }, 'to'],
    ['is not over', { to: '2026-10-21' }, 'to'],
    ['was collected tomorrow', { collectedOn: '2026-10-21' }, 'collectedOn'],
    ['begins before the baseline ended', { from: '2026-07-26' }, 'from'],
  ])('[EF17] a period that %s is refused', (_, change, field) => {
    const { id, impact } = story(delay, beforeIt, start);
    expect(now.toISOString().slice(0, 10)).toBe('2026-10-20');
    expect(measure(ideaWith(impact), id, { ...afterIt, ...change })).toMatchObject({
      failure: { code: 'impossible-figure', field },
    });
  });

  test('[EF17] nothing is measured afterwards before the start, and a comparison says with what', () => {
    const { id, impact } = story(delay, beforeIt);
    expect(codeOf(measure(ideaWith(impact, 'adopted'), id, afterIt))).toBe('idea-state');
    expect(define(ideaWith(nothing), { plan: 'comparison' })).toMatchObject({
      failure: { field: 'elsewhere' },
    });
  });

  test('[EF17] a gain cites an indicator that was measured afterwards', () => {
    const { id, impact } = story(delay, beforeIt, start);
    const gain = { kind: 'time', indicator: id, hours: 3, rate: 20, rateSource: 'grille' } as const;
    expect(codeOf(rules.recordGain(ideaWith(impact), { gain }, asPilot))).toBe('measure-missing');
    const lost = { ...gain, indicator: mintId('impactEntry') };
    expect(codeOf(rules.recordGain(ideaWith(impact), { gain: lost }, asPilot))).toBe('not-found');
    const seen = story(delay, beforeIt, start, afterIt);
    const real = { ...gain, indicator: seen.id };
    expect(codeOf(rules.recordGain(ideaWith(seen.impact), { gain: real }, asPilot))).toBe('ok');
  });
});

describe('to the end', () => {
  const unknown = 'Nous ne savons pas si cela tient l’hiver.';

  test('[EF18] an idea is measured once a main indicator was; from before and after on, an evaluator says so', () => {
    const conclude = (impact: ImpactState, by = asPilot) =>
      rules.concludeMeasure(ideaWith(impact), { unknown }, by);
    expect(codeOf(conclude(story(delay, beforeIt, start).impact))).toBe('measure-missing');
    expect(conclude(story(delay, start, afterIt).impact)).toMatchObject({ value: { becomes: 'measured' } });
    const sure = story(delay, beforeIt, start, afterIt).impact;
    expect(conclude(sure)).toMatchObject({ failure: { code: 'not-allowed', why: 'evaluator-only' } });
    expect(codeOf(conclude(sure, asEvaluator))).toBe('ok');
    const early = rules.concludeMeasure(ideaWith(sure, 'in_progress'), { unknown }, asEvaluator);
    expect(codeOf(early)).toBe('idea-state');
  });

  test('[EF18] that it was not measured is said of a delivered idea, with a reason', () => {
    const leave = (state: IdeaState) =>
      rules.leaveUnmeasured(ideaWith(nothing, state), { reason: 'logiciel changé' }, asPilot);
    expect(codeOf(leave('delivered'))).toBe('ok');
    expect(codeOf(leave('in_progress'))).toBe('idea-state');
  });

  test('[EF19] an evaluator validates what somebody else measured, until something is measured anew', () => {
    const { id, entries, impact } = story(delay, beforeIt, start, afterIt);
    const validate = (of: ImpactState, by = asEvaluator) =>
      rules.validateIndicator(ideaWith(of), { indicator: id, note: '' }, by);
    expect(codeOf(validate(impact, asPilot))).toBe('not-allowed');
    expect(codeOf(validate(story(delay, start).impact))).toBe('not-found');
    const said = validate(impact);
    if (!said.ok) throw new Error('refused');
    const valid = [...entries, entryOf(said.value, { by: evaluator })];
    expect(impactOf(valid).indicators[0]?.validated?.by).toBe(evaluator);
    const own = { type: 'measurement', indicator: id, measurement: afterIt } as const;
    const anew = impactOf([...valid, entryOf(own, { by: evaluator })]);
    expect(anew.indicators[0]?.validated).toBeNull();
    expect(validate(anew)).toMatchObject({ failure: { code: 'not-allowed', why: 'own-measure' } });
  });

  test('[EF9] a level is lowered by evaluators, with a reason', () => {
    const { id, impact } = story(delay, beforeIt, start, afterIt);
    const lower = (by = asEvaluator) =>
      rules.lowerEvidence(ideaWith(impact), { indicator: id, to: 1, reason: 'mois de fête' }, by);
    expect(codeOf(lower(asPilot))).toBe('not-allowed');
    expect(codeOf(lower())).toBe('ok');
  });
});
