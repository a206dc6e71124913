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

/** `changed` is told whether it moved since it was encoded last: an editor says it again at each word of others. */
export const createCarets = (doc: Y.Doc, changed: (moved: boolean) => void): Carets => {
  const awareness = new Awareness(doc);
  let told: string | null = null;
  const own = (): string => JSON.stringify(awareness.getLocalState());
  awareness.on('update', (_change: unknown, origin: unknown) => {
    if (origin !== REMOTE) changed(own() !== told);
  });

  return {
    awareness,

    receive(bytes) {
      applyAwarenessUpdate(awareness, bytes, REMOTE);
    },

    encode() {
      if (!awareness.meta.has(awareness.clientID)) return null;
      told = own();
      return encodeAwarenessUpdate(awareness, [awareness.clientID]);
    },

    moveTo(clientId) {
      if (awareness.clientID === clientId) return;
      const state = awareness.getLocalState();
      removeAwarenessStates(awareness, [awareness.clientID], REMOTE);
      awareness.clientID = clientId;
      told = null;
      awareness.setLocalState(state);
    },

    renew() {
      const others = [...awareness.getStates().keys()].filter((id) => id !== awareness.clientID);
      removeAwarenessStates(awareness, others, REMOTE);
      told = null;
      // The server took the caret away under the next clock, so the one after that is needed.
      awareness.setLocalState(awareness.getLocalState());
      awareness.setLocalState(awareness.getLocalState());
    },

    destroy() {
      awareness.destroy();
    },
  };
};
