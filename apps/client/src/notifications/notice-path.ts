/** The screen where one acts on a notice. */
import type { Notice } from '@butinerie/contracts';

const MODERATION_KINDS: ReadonlySet<Notice['kind']> = new Set([
  'content-reported',
  'review-asked',
  'file-review-asked',
  'item-handed',
]);

const HISTORY_KINDS: ReadonlySet<Notice['kind']> = new Set([
  'text-restored',
  'words-removed',
  'words-restored',
]);

type Told = Pick<Notice, 'kind' | 'idea' | 'note' | 'challenge'>;

export function noticePath({ kind, idea, note, challenge }: Told): string {
  if (note !== null) return `/notes/${note}`;
  if (challenge !== null && MODERATION_KINDS.has(kind)) return `/defis/${challenge}/moderation`;
  if (challenge !== null && kind === 'cancellation-asked') return `/defis/${challenge}/cours`;
  if (idea !== null) {
    if (kind === 'dispute-moved' || kind === 'correction-asked') return `/idees/${idea}/noms`;
    if (kind === 'adoption-asked') return `/idees/${idea}/adopter`;
    if (kind === 'carrier-offered' || kind === 'carrier-reminded') return `/idees/${idea}/porter`;
    if (kind === 'pilot-named' || kind === 'carrier-answered' || kind === 'carrier-silent')
      return `/idees/${idea}/adopter`;
    if (kind === 'lineage-selected' || kind === 'lineage-adopted') return `/idees/${idea}/filiation`;
    if (HISTORY_KINDS.has(kind)) return `/idees/${idea}/historique`;
    return `/idees/${idea}`;
  }
  if (challenge !== null && kind === 'commitment-asked') return `/defis/${challenge}/engagement`;
  return challenge === null ? '/' : `/defis/${challenge}`;
}
