/**
 * Everything that was said about the effects of an idea, entry after entry, and what follows from it. An entry is never
 * written over: the fold says which one holds.
 */
import type {
  EvidenceLevel,
  Gain,
  ImpactEntryId,
  IndicatorDefinition,
  Measurement,
  PersonId,
  ProjectCost,
} from '@butinerie/contracts';

export type ImpactSaid =
  | {
      readonly type: 'indicator';
      readonly supersedes: ImpactEntryId | null;
      readonly definition: IndicatorDefinition;
    }
  | { readonly type: 'measurement'; readonly indicator: ImpactEntryId; readonly measurement: Measurement }
  /** The delivery begins: baselines that were written before are fixed, unless it is to go unmeasured. */
  | { readonly type: 'start'; readonly unmeasured: boolean }
  | { readonly type: 'cost'; readonly cost: ProjectCost }
  | { readonly type: 'gain'; readonly gain: Gain }
  | {
      readonly type: 'lowering';
      readonly indicator: ImpactEntryId;
      readonly to: EvidenceLevel;
      readonly reason: string;
    }
  | { readonly type: 'validation'; readonly indicator: ImpactEntryId; readonly note: string }
  | { readonly type: 'unmeasured'; readonly reason: string }
  | { readonly type: 'conclusion'; readonly unknown: string };

export interface SaidBy {
  readonly id: ImpactEntryId;
  readonly by: PersonId;
  readonly at: Date;
}
export interface ImpactEntry extends SaidBy {
  readonly said: ImpactSaid;
}

export interface MeasureState extends SaidBy {
  readonly measurement: Measurement;
  /** Written before the start and fixed by it. */
  readonly locked: boolean;
}
export interface IndicatorState extends SaidBy {
  readonly definition: IndicatorDefinition;
  readonly supersedes: ImpactEntryId | null;
  readonly superseded: boolean;
  readonly measures: readonly MeasureState[];
  readonly lowered: (SaidBy & { readonly to: EvidenceLevel; readonly reason: string }) | null;
  /** Nothing was measured since. */
  readonly validated: (SaidBy & { readonly note: string }) | null;
}
export interface GainState extends SaidBy {
  readonly gain: Gain;
  /** The measure it was seen with. */
  readonly measure: MeasureState | null;
}
export interface ImpactState {
  readonly started: { readonly at: Date; readonly unmeasured: boolean } | null;
  readonly indicators: readonly IndicatorState[];
  readonly costs: readonly (SaidBy & { readonly cost: ProjectCost })[];
  readonly gains: readonly GainState[];
  readonly unmeasured: (SaidBy & { readonly reason: string }) | null;
  readonly concluded: (SaidBy & { readonly unknown: string }) | null;
}

type Of<T extends ImpactSaid['type']> = SaidBy &
  Extract<ImpactSaid, { type: T }> & { readonly place: number };

export function impactOf(entries: readonly ImpactEntry[]): ImpactState {
  const placed = entries.map(({ id, by, at, said }, place) => ({ id, by, at, place, ...said }));
  const ofType = <T extends ImpactSaid['type']>(type: T): Of<T>[] =>
    // The discriminant was just compared.
    placed.filter((entry) => entry.type === type) as unknown as Of<T>[];
  const start = ofType('start').at(-1) ?? null;
  const measured = ofType('measurement');
  const measuresOf = (indicator: ImpactEntryId): (MeasureState & { readonly place: number })[] =>
    measured
      .filter((each) => each.indicator === indicator)
      .map(({ id, by, at, measurement, place }) => ({
        id,
        by,
        at,
        measurement,
        place,
        locked: measurement.moment === 'before' && start?.unmeasured === false && place < start.place,
      }));
  const gone = new Set(ofType('indicator').map(({ supersedes }) => supersedes));
  const indicators = ofType('indicator').map((entry): IndicatorState => {
    const { id, by, at, definition, supersedes } = entry;
    const measures = measuresOf(id);
    const last = measures.at(-1)?.place ?? -1;
    const validated = ofType('validation').findLast((each) => each.indicator === id && each.place > last);
    return {
      id,
      by,
      at,
      definition,
      supersedes,
      measures,
      superseded: gone.has(id),
      lowered: ofType('lowering').findLast((each) => each.indicator === id) ?? null,
      validated: validated ?? null,
    };
  });
  return {
    started: start,
    indicators,
    costs: ofType('cost'),
    gains: ofType('gain').map(({ id, by, at, gain, place }) => {
      const seen = measuresOf(gain.indicator).filter(
        (each) => each.place < place && isAfter(each.measurement),
      );
      return { id, by, at, gain, measure: seen.at(-1) ?? null };
    }),
    unmeasured: ofType('unmeasured').at(-1) ?? null,
    concluded: ofType('conclusion').at(-1) ?? null,
  };
}

/** What was measured afterwards, where the idea is carried out. */
export const isAfter = ({ moment, place }: Measurement): boolean => moment === 'after' && place === 'here';
/** The starting point, where the idea is carried out. */
export const isBefore = ({ moment, place }: Measurement): boolean => moment === 'before' && place === 'here';

/** What the pilot promised to look at, as it holds now. */
export const holding = ({ indicators }: Pick<ImpactState, 'indicators'>): readonly IndicatorState[] =>
  indicators.filter(({ superseded }) => !superseded);

/** A main indicator with its starting point: what a delivery that is to be measured begins with. */
export const hasBaseline = (impact: Pick<ImpactState, 'indicators'>): boolean =>
  holding(impact).some(
    ({ definition, measures }) =>
      definition.role === 'main' && measures.some(({ measurement }) => isBefore(measurement)),
  );
