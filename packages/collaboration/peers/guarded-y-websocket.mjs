/** In front of y-websocket: a connection hands on only what the guard of its document lets through. */
import { createGuard } from '@butinerie/collaboration/guard';
import * as decoding from 'lib0/decoding';
import { docs, setupWSConnection } from 'y-websocket/bin/utils';

const guards = new Map();

/** `person` is who signed in; `ownerOf(clientId)` answers the person to whom you leased the id in this document. */
export const setupGuardedConnection = (conn, request, { docName, person, ownerOf, grammar }) => {
  if (!docs.has(docName)) guards.set(docName, createGuard({ grammar }));
  const on = conn.on.bind(conn);
  conn.on = (event, listener) =>
    on(event, event === 'message' ? (data) => passes(new Uint8Array(data)) && listener(data) : listener);
  const passes = (message) => {
    const decoder = decoding.createDecoder(message);
    // Only an answer to what the server lacks, and an update, can change the text.
    if (decoding.readVarUint(decoder) !== 0 || decoding.readVarUint(decoder) === 0) return true;
    const verdict = guards.get(docName).verify(decoding.readVarUint8Array(decoder), { person, ownerOf });
    if (!verdict.ok) conn.close(4403, verdict.failure.code);
    return verdict.ok;
  };
  setupWSConnection(conn, request, { docName, gc: false });
};
