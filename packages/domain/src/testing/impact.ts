/** An indicator of a delay, its measures, and the entries that a delivery leaves: what the tests of effects share. */
import {
  mintId,
  type ImpactEntryId,
  type IndicatorDefinition,
  type Measurement,
  type PersonId,
} from '@butinerie/contracts';
import { impactOf, type ImpactEntry, type ImpactSaid, type ImpactState } from '../impact/entries.ts';
import { now, pilot } from './cast.ts';

export const delay: IndicatorDefinition = {
  role: 'main',
  name: 'Délai de réponse',
  kind: 'time',
  unit: 'jour',
  direction: 'decrease',
  form: 'mean',
  formula: 'jours entre la demande et la réponse, par dossier',
  scope: 'les demandes de la direction',
  concerned: 40,
  target: null,
  plan: 'before_after',
  elsewhere: '',
  measuredBy: '',
  stopsIf: '',
};

export const beforeIt: Measurement = {
  moment: 'before',
  place: 'here',
  figure: { form: 'mean', mean: 12, sd: 4, n: 40 },
  from: '2026-06-01',
  to: '2026-07-26',
  source: { label: 'logiciel des demandes', url: null, owner: '' },
  method: 'extract',
  collectedOn: '2026-07-28',
  sameAsBaseline: true,
  asked: null,
  note: '',
};
export const afterIt: Measurement = {
  ...beforeIt,
  moment: 'after',
  figure: { form: 'mean', mean: 6, sd: 4, n: 42 },
  from: '2026-08-01',
  to: '2026-09-25',
  collectedOn: '2026-09-28',
};

export const entryOf = (
  said: ImpactSaid,
  { id = mintId('impactEntry'), by = pilot }: { id?: ImpactEntryId; by?: PersonId } = {},
): ImpactEntry => ({ id, by, at: now, said });

export const start: ImpactSaid = { type: 'start', unmeasured: false };

/** The entries of one indicator in their order; its own id stands in each. */
export function story(
  definition: IndicatorDefinition,
  ...said: readonly (Measurement | ImpactSaid)[]
): { readonly id: ImpactEntryId; readonly entries: readonly ImpactEntry[]; readonly impact: ImpactState } {
  const id = mintId('impactEntry');
  const entries = [
    entryOf({ type: 'indicator', supersedes: null, definition }, { id }),
    ...said.map((each) =>
      entryOf('type' in each ? each : { type: 'measurement', indicator: id, measurement: each }),
    ),
  ];
  return { id, entries, impact: impactOf(entries) };
}
