/** An extension of Hocuspocus: what the guard refuses closes the sender's connection and never reaches the document. */
import { createGuard } from '@butinerie/collaboration/guard';
import { encodeStateAsUpdate } from 'yjs';

/** `ownerOf(documentName, clientId)` answers the person to whom you leased the id; `onAuthenticate` names the sender. */
export const guardedHocuspocus = ({ ownerOf, grammar }) => {
  const guards = new Map();
  return {
    async afterLoadDocument({ documentName, document }) {
      const guard = createGuard({ grammar });
      guard.admit(encodeStateAsUpdate(document));
      guards.set(documentName, guard);
    },
    async beforeSync({ documentName, type, payload, context }) {
      if (type === 0) return;
      const sender = { person: context.person, ownerOf: (id) => ownerOf(documentName, id) };
      const verdict = guards.get(documentName).verify(payload, sender);
      if (!verdict.ok)
        throw Object.assign(new Error(verdict.failure.detail), { reason: verdict.failure.code });
    },
    async afterUnloadDocument({ documentName }) {
      guards.delete(documentName);
    },
  };
};
