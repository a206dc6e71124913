/**
 * Answers for expiry: documents whose date is past the time their TTL index allows are removed, a bounded number at a
 * time so that no sweep holds the event loop for long.
 */
import { some } from '../bson/path.ts';
import { doc } from '../bson/value.ts';
import type { Doc, Maybe } from '../bson/value.ts';
import { compareStrings } from '../bson/order.ts';
import { select } from '../query/select.ts';
import { Access } from '../store/access.ts';
import type { Catalog, Collection, Index } from '../store/catalog.ts';
import type { Engine } from '../store/engine.ts';

const AT_ONCE = 500;

function expired(document: Doc, index: Index, before: Date): boolean {
  if (index.partial && !index.partial.matches(document)) return false;
  const past = (value: Maybe): boolean => value instanceof Date && value.getTime() <= before.getTime();
  return some(document, index.fields[0]?.parts ?? [], 0, past);
}

function sweepIndex(access: Access, collection: Collection, how: { index: Index; before: Date }): number {
  const { index, before } = how;
  const path = index.fields[0]?.path ?? '';
  const filter: Doc = new Map([[path, doc({ $lte: before })]]);
  const question = { filter, sort: [], collate: compareStrings, skip: 0, limit: AT_ONCE, hint: index.name };
  let removed = 0;
  const due = [...select(access.view, collection, question).hits];
  for (const hit of due) {
    if (!expired(hit.document, index, before)) continue;
    access.remove(access.writable(collection.namespace), hit.record, hit.document);
    removed += 1;
  }
  return removed;
}

export async function sweepExpired(store: { engine: Engine; catalog: Catalog }, now: Date): Promise<void> {
  for (const collection of store.catalog.all(store.engine.read()))
    for (const { name, expireAfterSeconds } of collection.indexes) {
      if (expireAfterSeconds === undefined) continue;
      const before = new Date(now.getTime() - expireAfterSeconds * 1000);
      const { namespace } = collection;
      for (let removed = AT_ONCE; removed === AT_ONCE;)
        removed = await store.engine.write((view) => {
          const access = new Access(store, view);
          const current = access.collection(namespace);
          const index = current?.indexes.find((one) => one.name === name);
          return current && index ? sweepIndex(access, current, { index, before }) : 0;
        });
    }
}
