import type * as Y from 'yjs';

/** Which client ids wrote the visible signs of a run, in order: as many lengths as make the run's own. */
export const writersIn = (run: Y.Text): readonly { readonly client: number; readonly length: number }[] => {
  const found: { client: number; length: number }[] = [];
  for (let item = run._start; item !== null; item = item.right) {
    if (!item.deleted && item.countable) found.push({ client: item.id.client, length: item.length });
  }
  return found;
};
