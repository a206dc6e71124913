/** Carets of the others and one's own, as the editor wants them: a y-protocols Awareness that follows the client id. */

import {
  Awareness,
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness';
import type * as Y from 'yjs';

const REMOTE = 'remote';

export interface Carets {
  readonly awareness: Awareness;
  receive(bytes: Uint8Array): void;
  /** Own caret as bytes to send; null when there is no id to show it under. */
  encode(): Uint8Array | null;
  /** The document has another client id now. */
  moveTo(clientId: number): void;
  /** After a cut: others are shown again when they say so, and one's own caret is newer than its ghost. */
  renew(): void;
  destroy(): void;
}

export const createCarets = (doc: Y.Doc, changed: () => void): Carets => {
  const awareness = new Awareness(doc);
  awareness.on('update', (_change: unknown, origin: unknown) => {
    if (origin !== REMOTE) changed();
  });

  return {
    awareness,

    receive(bytes) {
      applyAwarenessUpdate(awareness, bytes, REMOTE);
    },

    encode() {
      if (!awareness.meta.has(awareness.clientID)) return null;
      return encodeAwarenessUpdate(awareness, [awareness.clientID]);
    },

    moveTo(clientId) {
      if (awareness.clientID === clientId) return;
      const state = awareness.getLocalState();
      removeAwarenessStates(awareness, [awareness.clientID], REMOTE);
      awareness.clientID = clientId;
      awareness.setLocalState(state);
    },

    renew() {
      const others = [...awareness.getStates().keys()].filter((id) => id !== awareness.clientID);
      removeAwarenessStates(awareness, others, REMOTE);
      // The server took the caret away under the next clock, so the one after that is needed.
      awareness.setLocalState(awareness.getLocalState());
      awareness.setLocalState(awareness.getLocalState());
    },

    destroy() {
      awareness.destroy();
    },
  };
};
