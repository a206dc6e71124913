/** What an idea changed, as people see it: with names, and with what the rules say of each figure. */
import type {
  ImpactReview,
  PersonId,
  PersonRef,
  ShownGain,
  ShownIndicator,
  ShownMeasurement,
} from '@butinerie/contracts';
import {
  actsOnImpact,
  assessGains,
  assessIndicator,
  incompleteOf,
  type GainAssessed,
  type ImpactState,
  type IndicatorState,
  type MeasureState,
} from '@butinerie/domain';
import type { ImpactDeps, Loaded } from './deps.ts';
import type { EntryRecord } from './entries.store.ts';

type Names = (person: PersonId) => PersonRef;
interface By {
  readonly by: PersonId;
  readonly at: Date;
}
const saidBy = ({ by, at }: By, ref: Names) => ({ by: ref(by), at: at.toISOString() });

/** Who wrote what, by name. */
export async function namesIn(
  { people }: Pick<ImpactDeps, 'people'>,
  entries: Iterable<Pick<EntryRecord, 'by'>>,
): Promise<Names> {
  const refs = await people.refs(new Set([...entries].map(({ by }) => by)));
  return (person) => refs.get(person) ?? { id: person, name: '', directorate: null };
}

const measureShown = (state: MeasureState, ref: Names): ShownMeasurement => ({
  id: state.id,
  ...saidBy(state, ref),
  ...state.measurement,
  locked: state.locked,
});

export function indicatorShown(state: IndicatorState, ref: Names): ShownIndicator {
  const { baseline, latest, ...assessed } = assessIndicator(state);
  const { lowered, validated } = state;
  return {
    id: state.id,
    ...saidBy(state, ref),
    ...state.definition,
    supersedes: state.supersedes,
    superseded: state.superseded,
    baselineLocked: baseline?.locked ?? false,
    measures: state.measures.map((each) => measureShown(each, ref)),
    ...assessed,
    caveats: [...assessed.caveats],
    baseline: baseline && measureShown(baseline, ref),
    latest: latest && measureShown(latest, ref),
    lowered: lowered && { ...saidBy(lowered, ref), to: lowered.to, reason: lowered.reason },
    validated: validated && { ...saidBy(validated, ref), note: validated.note },
  };
}

function gainShown({ gain: state, ...assessed }: GainAssessed, ref: Names): ShownGain {
  const { id, gain } = state;
  return {
    id,
    ...saidBy(state, ref),
    indicator: gain.indicator,
    kind: gain.kind,
    source: gain.kind === 'budget' ? gain.budgetLine : gain.rateSource,
    ...assessed,
  };
}

/** Those that hold first; beside each other the main ones before what was not to get worse. */
const inOrder = (indicators: readonly ShownIndicator[]): ShownIndicator[] =>
  indicators.toSorted(
    (one, other) =>
      Number(one.superseded) - Number(other.superseded) ||
      Number(one.role === 'guardrail') - Number(other.role === 'guardrail'),
  );

export type Told = Omit<ImpactReview, 'idea' | 'state' | 'acts'>;

/** What was said, whoever reads it. */
export function told(impact: ImpactState, ref: Names): Told {
  const { started, unmeasured, concluded } = impact;
  return {
    started: started && { at: started.at.toISOString(), unmeasured: started.unmeasured },
    indicators: inOrder(impact.indicators.map((each) => indicatorShown(each, ref))),
    costs: impact.costs.map((each) => ({ id: each.id, ...saidBy(each, ref), ...each.cost })),
    gains: assessGains(impact).map((each) => gainShown(each, ref)),
    incomplete: [...incompleteOf(impact)],
    unmeasured: unmeasured && { ...saidBy(unmeasured, ref), reason: unmeasured.reason },
    concluded: concluded && { ...saidBy(concluded, ref), unknown: concluded.unknown },
  };
}

export async function showReview(
  deps: ImpactDeps,
  { record, idea, entries, asked }: Loaded,
): Promise<ImpactReview> {
  const ref = await namesIn(deps, entries);
  const acts = [...actsOnImpact(idea, asked)];
  return { idea: record.id, state: record.state, ...told(idea.impact, ref), acts };
}
