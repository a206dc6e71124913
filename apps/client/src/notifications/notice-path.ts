/** The screen where one acts on a notice. */
import type { Notice } from '@butinerie/contracts';

export function noticePath({ kind, idea, challenge }: Pick<Notice, 'kind' | 'idea' | 'challenge'>): string {
  if (idea !== null) {
    if (kind === 'adoption-asked') return `/idees/${idea}/adopter`;
    if (kind === 'carrier-offered') return `/idees/${idea}/porter`;
    if (kind === 'pilot-named' || kind === 'carrier-answered') return `/idees/${idea}/adopter`;
    return `/idees/${idea}`;
  }
  return challenge === null ? '/' : `/defis/${challenge}`;
}
