/** A guard in front of a log, and honest clients behind it, without any network. */

import * as Y from 'yjs';
import { newDocument, titleOf } from '../document/new-document.ts';
import type { Outcome } from '../outcome.ts';
import type { Admitted, GuardFailure } from '../server/guard.ts';
import { createGuard } from '../server/guard.ts';

export interface GuardedRoom {
  readonly log: Uint8Array[];
  readonly owners: Map<number, string>;
  readonly receive: (bytes: Uint8Array, person: string) => Outcome<Admitted, GuardFailure>;
  /** The document as the log tells it. */
  readonly replay: () => Y.Doc;
  readonly known: () => ReadonlyMap<number, number>;
  /** What the guard knows, for comparing before and after. */
  readonly vector: () => string;
}

export const createGuardedRoom = (owners: Record<number, string> = {}): GuardedRoom => {
  const guard = createGuard();
  const log: Uint8Array[] = [];
  const bound = new Map(Object.entries(owners).map(([id, person]) => [Number(id), person]));
  return {
    log,
    owners: bound,
    receive(bytes, person) {
      const verdict = guard.verify(bytes, { person, ownerOf: (id) => bound.get(id) });
      if (verdict.ok && verdict.value.bytes !== null) log.push(verdict.value.bytes.slice());
      return verdict;
    },
    replay() {
      const doc = newDocument();
      for (const bytes of log) Y.applyUpdate(doc, bytes);
      return doc;
    },
    known: () => guard.vector,
    vector: () => JSON.stringify([...guard.vector].sort(([a], [b]) => a - b)),
  };
};

/** An honest document that writes under a given id. */
export const writer = (clientId: number, from: readonly Uint8Array[] = []): Y.Doc => {
  const doc = newDocument();
  for (const bytes of from) Y.applyUpdate(doc, bytes);
  doc.clientID = clientId;
  return doc;
};

/** The update that one change makes. */
export const change = (doc: Y.Doc, mutate: (doc: Y.Doc) => void): Uint8Array => {
  const before = Y.encodeStateVector(doc);
  const deleted: Uint8Array[] = [];
  const keep = (bytes: Uint8Array): void => {
    deleted.push(bytes);
  };
  doc.on('update', keep);
  doc.transact(() => mutate(doc));
  doc.off('update', keep);
  return deleted[0] ?? Y.encodeStateAsUpdate(doc, before);
};

export const typed = (doc: Y.Doc, at: number, words: string): Uint8Array =>
  change(doc, () => titleOf(doc).insert(at, words));
