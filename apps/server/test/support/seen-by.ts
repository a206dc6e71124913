/** Who is in a text and where carets stand, as a page hears of it; and a caret to be seen. */
import { presenceChanged } from '@butinerie/contracts';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { Writer } from './open-pages.ts';

/** An awareness update of one caret, as a page writes it. */
export function caretOf(client: number, state: object, times = 1): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = client;
  const awareness = new Awareness(doc);
  for (let n = 0; n < times; n++) awareness.setLocalState({ cursor: { anchor: n }, ...state });
  const bytes = encodeAwarenessUpdate(awareness, [client]);
  awareness.destroy();
  return bytes;
}

/** Whom a page shows, from what it was told since this was called. */
export function seenBy({ socket }: Writer): { names(): string[]; carets(): string[] } {
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState(null);
  let names: string[] = [];
  socket.on(presenceChanged.name, (raw: unknown) => {
    const told = presenceChanged.payload.parse(raw);
    applyAwarenessUpdate(awareness, told.carets, 'told');
    if (told.people !== null) names = told.people.map(({ name }) => name);
  });
  return {
    names: () => names.toSorted(),
    carets: () => [...awareness.getStates().values()].map((state) => String(state['user'].name)).toSorted(),
  };
}
