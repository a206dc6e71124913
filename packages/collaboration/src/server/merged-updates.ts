/**
 * Every durable row of a document merged into one update and kept as bytes: what a page that joins lacks is copied out
 * of them, without a Yjs document. It holds verified structs only, each id once, so merging is appending; words typed
 * one behind the other become one struct, as Yjs itself would write them.
 */

import * as encoding from 'lib0/encoding';
import { decodeStructs } from '../update/decode-update.ts';
import { encodeStruct, structFrom, written } from '../update/encode-update.ts';
import type { DecodedUpdate, Struct, StructId } from '../update/struct.ts';
import { ByteBuilder } from './byte-builder.ts';
import { RangeSet } from './range-set.ts';

interface Client {
  /** The structs that nothing can be added to, one behind the other. */
  readonly closed: ByteBuilder;
  count: number;
  /** The last struct, which typing makes longer; encoded when it is asked for. */
  last: Struct;
}

export class MergedUpdates {
  readonly #clients = new Map<number, Client>();
  readonly #deleted = new Map<number, RangeSet>();
  /** Encoded once for all who ask before the next row. */
  #vector: Uint8Array | null = null;
  #deletes: Uint8Array | null = null;
  #answer: { readonly vector: string; readonly update: Uint8Array } | null = null;

  /** How many bytes of structs it holds: never less than the words in them. */
  get size(): number {
    let total = 0;
    for (const { closed, last } of this.#clients.values()) total += closed.length + sizeOf(last);
    return total;
  }

  /** How many bytes a page is sent that has nothing, but for what was deleted. */
  get bytes(): number {
    let total = 0;
    for (const { closed, last } of this.#clients.values()) total += closed.length + bytesOf(last);
    return total;
  }

  append({ sections, deletes }: DecodedUpdate): void {
    for (const { structs } of sections) for (const struct of structs) this.#add(struct);
    for (const { client, clock, length } of deletes) {
      const ranges = this.#deleted.get(client) ?? new RangeSet();
      ranges.add(clock, clock + length);
      this.#deleted.set(client, ranges);
    }
    if (sections.length > 0) this.#vector = null;
    if (deletes.length > 0) this.#deletes = null;
    this.#answer = null;
  }

  #add(struct: Struct): void {
    const client = this.#clients.get(struct.client);
    if (client === undefined) {
      if (struct.clock !== 0) throw new Error(`${struct.client} begins at ${struct.clock}`);
      this.#clients.set(struct.client, { closed: new ByteBuilder(), count: 1, last: struct });
      return;
    }
    const { last } = client;
    const end = last.clock + last.length;
    if (struct.clock !== end) throw new Error(`${struct.client} goes on at ${struct.clock} after ${end}`);
    const longer = joined(last, struct);
    if (longer === null) {
      const { bytes, from, to } = written(last);
      client.closed.push(bytes, from, to);
      client.count++;
    }
    client.last = longer ?? struct;
  }

  /** How far each client's ids are durable, as Yjs writes a state vector. */
  vector(): Uint8Array {
    if (this.#vector !== null) return this.#vector;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, this.#clients.size);
    for (const [id, { last }] of this.#descending()) {
      encoding.writeVarUint(encoder, id);
      encoding.writeVarUint(encoder, last.clock + last.length);
    }
    return (this.#vector = encoding.toUint8Array(encoder));
  }

  /** What somebody lacks who has this much, and every deletion; from nothing, the whole document. */
  since(known: ReadonlyMap<number, number>): Uint8Array {
    const vector = [...known].join();
    if (this.#answer?.vector === vector) return this.#answer.update;
    const missing = this.#descending().filter(
      ([id, { last }]) => (known.get(id) ?? 0) < last.clock + last.length,
    );
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, missing.length);
    for (const [id, client] of missing) writeSection(encoder, { id, client, from: known.get(id) ?? 0 });
    encoding.writeUint8Array(encoder, this.#encodedDeletes());
    const update = encoding.toUint8Array(encoder);
    this.#answer = { vector, update };
    return update;
  }

  #descending(): readonly (readonly [number, Client])[] {
    return [...this.#clients].sort(([a], [b]) => b - a);
  }

  #encodedDeletes(): Uint8Array {
    if (this.#deletes !== null) return this.#deletes;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, this.#deleted.size);
    for (const [client, ranges] of [...this.#deleted].sort(([a], [b]) => b - a)) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, ranges.spans);
      for (const { from, to } of ranges) {
        encoding.writeVarUint(encoder, from);
        encoding.writeVarUint(encoder, to - from);
      }
    }
    return (this.#deletes = encoding.toUint8Array(encoder));
  }
}

/** The bytes of a struct that is still growing. */
const NOT_YET = new Uint8Array(0);

const sizeOf = ({ content, from, to }: Struct): number =>
  content.kind === 'text' ? Math.max(to - from, 3 * content.text.length) : to - from;

const bytesOf = ({ content, from, to }: Struct): number =>
  content.kind === 'text' && to === from ? Buffer.byteLength(content.text) : to - from;

const isSame = (a: StructId | null, b: StructId | null): boolean =>
  a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock);

/** Both as one struct when the second was typed right behind the first, before the same neighbour. */
const joined = (first: Struct, second: Struct): Struct | null => {
  const { content, origin } = second;
  if (first.content.kind !== 'text' || content.kind !== 'text' || origin === null) return null;
  const follows = origin.client === first.client && origin.clock === second.clock - 1;
  if (!follows || !isSame(first.right, second.right)) return null;
  const text = first.content.text + content.text;
  return {
    ...first,
    length: first.length + second.length,
    content: { kind: 'text', text },
    bytes: NOT_YET,
    from: 0,
    to: 0,
  };
};

interface Part {
  readonly id: number;
  readonly client: Client;
  /** The first id that is missing. */
  readonly from: number;
}

const writeSection = (encoder: encoding.Encoder, { id, client, from }: Part): void => {
  const { closed, count, last } = client;
  if (from === 0) {
    writeHead(encoder, { id, count, from });
    encoding.writeUint8Array(encoder, closed.bytes());
    encoding.writeUint8Array(encoder, encodeStruct(last));
    return;
  }
  const structs =
    from >= last.clock ? [last] : [...decodeStructs(closed.bytes(), { client: id, count: count - 1 }), last];
  const missing = structs.filter(({ clock, length }) => clock + length > from);
  writeHead(encoder, { id, count: missing.length, from });
  for (const struct of missing) {
    encoding.writeUint8Array(encoder, encodeStruct(structFrom(struct, Math.max(0, from - struct.clock))));
  }
};

const writeHead = (
  encoder: encoding.Encoder,
  { id, count, from }: { readonly id: number; readonly count: number; readonly from: number },
): void => {
  encoding.writeVarUint(encoder, count);
  encoding.writeVarUint(encoder, id);
  encoding.writeVarUint(encoder, from);
};
