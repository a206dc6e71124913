/** Texts replayed lately, so that a room full of readers replays a log once. */
import type { LogRow, Provenance } from '@butinerie/collaboration/server';
import type { IdeaId } from '@butinerie/contracts';

const REMEMBERED = 50;

export function rememberProvenance(
  replay: (rows: readonly LogRow[]) => Promise<Provenance>,
): (idea: IdeaId, rows: readonly LogRow[]) => Promise<Provenance> {
  const remembered = new Map<IdeaId, { readonly rows: number; readonly provenance: Promise<Provenance> }>();
  return (idea, rows) => {
    const found = remembered.get(idea);
    if (found?.rows === rows.length) return found.provenance;
    const replayed = replay(rows);
    remembered.delete(idea);
    remembered.set(idea, { rows: rows.length, provenance: replayed });
    for (const [oldest] of remembered) if (remembered.size > REMEMBERED) remembered.delete(oldest);
    // A replay that failed is not what the text is made of.
    replayed.catch(() => remembered.delete(idea));
    return replayed;
  };
}
