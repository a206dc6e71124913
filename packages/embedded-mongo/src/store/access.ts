/**
 * Answers for what a command may do with data: find collections, change records and descriptions, all in one view.
 */
import { UUID } from 'bson';
import { decodeDoc } from '../bson/decode.ts';
import { doc, int, isDoc } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import { fail } from '../failure.ts';
import { indexOf } from './catalog.ts';
import type { Catalog, Collection, Index } from './catalog.ts';
import type { Engine, Transaction } from './engine.ts';
import { afterPrefix, catalogKey, indexPrefix, recordOf, recordPrefix } from './keys.ts';
import { indexRecord, writeRecord } from './records.ts';
import type { View } from './view.ts';

export class Access {
  readonly view: View;
  readonly transaction: Transaction | undefined;
  private readonly engine: Engine;
  private readonly catalog: Catalog;

  constructor(store: { engine: Engine; catalog: Catalog }, view: View, transaction?: Transaction) {
    this.engine = store.engine;
    this.catalog = store.catalog;
    this.view = view;
    this.transaction = transaction;
  }

  collection(namespace: string): Collection | undefined {
    return this.catalog.get(this.view, namespace);
  }

  collections(database?: string): Collection[] {
    const all = this.catalog.all(this.view);
    return database === undefined ? all : all.filter((one) => one.namespace.startsWith(`${database}.`));
  }

  /** For writing records: the collection is made when it does not exist yet. */
  writable(namespace: string): Collection {
    const found = this.collection(namespace) ?? this.create(namespace, new Map());
    if (this.transaction) this.engine.touch(this.transaction, catalogKey(namespace));
    return found;
  }

  create(namespace: string, options: Doc): Collection {
    checkNamespace(namespace);
    const clustered = options.get('clusteredIndex');
    const spec = isDoc(clustered)
      ? new Map([...clustered, ...doc({ clustered: true })])
      : doc({ v: int(2), key: doc({ _id: int(1) }), name: '_id_' });
    const indexes = [indexOf(this.catalog.nextId(), spec)];
    const uuid = new UUID();
    const collection: Collection = { namespace, id: this.catalog.nextId(), uuid, options, indexes };
    this.catalog.put(this.view, collection);
    return collection;
  }

  private changing(collection: Collection): void {
    if (this.transaction)
      fail(263, 'Cannot change an existing collection inside a multi-document transaction.');
    this.engine.changing(catalogKey(collection.namespace));
  }

  addIndexes(collection: Collection, specs: Doc[]): Collection {
    if (!this.transaction || this.isOlder(collection)) this.changing(collection);
    const added = specs.map((spec) => indexOf(this.catalog.nextId(), spec));
    const changed = { ...collection, indexes: [...collection.indexes, ...added] };
    this.catalog.put(this.view, changed);
    for (const { record, document } of this.records(collection))
      for (const index of added) indexRecord(this.view, { collection, index, record }, document);
    return changed;
  }

  /** Whether the collection existed before this transaction. */
  private isOlder(collection: Collection): boolean {
    return !this.view.writes.has(catalogKey(collection.namespace));
  }

  dropIndex(collection: Collection, index: Index): Collection {
    this.changing(collection);
    const changed = { ...collection, indexes: collection.indexes.filter((kept) => kept.id !== index.id) };
    this.catalog.put(this.view, changed);
    this.clear(indexPrefix(index.id, index.unique));
    return changed;
  }

  /** Gives an index another specification that changes no entry, such as its expiry. */
  respecify(collection: Collection, index: Index, spec: Doc): void {
    this.changing(collection);
    const indexes = collection.indexes.map((kept) => (kept.id === index.id ? indexOf(index.id, spec) : kept));
    this.catalog.put(this.view, { ...collection, indexes });
  }

  /** Gives a collection other options. */
  reoption(collection: Collection, options: Doc): void {
    this.changing(collection);
    this.catalog.put(this.view, { ...collection, options });
  }

  drop(collection: Collection): void {
    this.changing(collection);
    for (const index of collection.indexes) this.clear(indexPrefix(index.id, index.unique));
    this.clear(recordPrefix(collection.id));
    this.view.delete(catalogKey(collection.namespace));
  }

  private clear(prefix: string): void {
    const keys = [...this.view.range({ from: prefix, to: afterPrefix(prefix), reverse: false })];
    for (const [key] of keys) this.view.delete(key);
  }

  *records(collection: Collection): Generator<{ record: number; document: Doc }> {
    const prefix = recordPrefix(collection.id);
    for (const [key, bytes] of this.view.range({ from: prefix, to: afterPrefix(prefix), reverse: false }))
      yield { record: recordOf(key), document: decodeDoc(bytes) };
  }

  insert(collection: Collection, after: Doc): void {
    const record = this.catalog.nextRecord(this.engine.read(), collection);
    writeRecord(this.view, { collection, record }, { before: undefined, after });
  }

  replace(collection: Collection, record: number, change: { before: Doc; after: Doc }): void {
    writeRecord(this.view, { collection, record }, change);
  }

  remove(collection: Collection, record: number, before: Doc): void {
    writeRecord(this.view, { collection, record }, { before, after: undefined });
  }
}

function checkNamespace(namespace: string): void {
  const name = namespace.slice(namespace.indexOf('.') + 1);
  if (name === '' || name.includes('\0') || name.includes('$') || name.startsWith('.') || name.endsWith('.'))
    fail(73, `Invalid namespace specified '${namespace}'`);
  if (name.startsWith('system.')) fail(73, `Invalid system namespace: ${namespace}`);
  if (Buffer.byteLength(namespace) > 255) fail(73, `Fully qualified namespace is too long: ${namespace}`);
}
