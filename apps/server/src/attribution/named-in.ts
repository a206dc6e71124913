/** Whom and which ideas a leaf names: every identifier in it, wherever it stands. For the indexes of its row. */
import type { CreditsFold, EventOf, ReadEvent } from '@butinerie/attribution';
import { ideaId, personId, type IdeaId, type PersonId } from '@butinerie/contracts';

export function peopleIn(event: unknown): PersonId[] {
  return [...new Set(stringsIn(event))].flatMap((text) => personId.safeParse(text).data ?? []);
}

export function ideasIn(event: unknown): IdeaId[] {
  return [...new Set(stringsIn(event))].flatMap((text) => ideaId.safeParse(text).data ?? []);
}

/** A rebound that is taken is named by its own id; its author is meant all the same. */
export function rebounderOf(
  event: ReadEvent['event'],
  fold: Pick<CreditsFold, 'idea'>,
): PersonId | undefined {
  if (event.k !== 'rebound.taken') return undefined;
  const { i, rb } = event as EventOf<'rebound.taken'>;
  return personId.safeParse(fold.idea(i)?.rebounds.get(rb)?.by).data;
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
