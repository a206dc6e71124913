/** Writes an update anew under other client ids: how a local draft becomes an update that the server takes. */

import * as encoding from 'lib0/encoding';
import { decodeUpdate } from '../update/decode-update.ts';
import { encodeStruct, encodeUpdate } from '../update/encode-update.ts';
import type { Struct, StructId } from '../update/struct.ts';
import { INFO } from '../update/struct.ts';

const UNBOUNDED = { bytes: Infinity, structs: Infinity, ranges: Infinity };

/** Null for bytes that have no place in an idea. */
export const renameClients = (update: Uint8Array, names: ReadonlyMap<number, number>): Uint8Array | null => {
  const decoded = decodeUpdate(update, UNBOUNDED);
  if (!decoded.ok) return null;
  const named = (client: number): number => names.get(client) ?? client;
  const sections = decoded.value.sections.map(({ client, structs }) => ({
    client: named(client),
    structs: structs.map((struct) => renamed(struct, named)),
  }));
  const deletes = decoded.value.deletes.map((range) => ({ ...range, client: named(range.client) }));
  return encodeUpdate({
    sections: sections.sort((a, b) => b.client - a.client),
    deletes: deletes.sort((a, b) => b.client - a.client || a.clock - b.clock),
  });
};

const renamed = (struct: Struct, named: (client: number) => number): Struct => {
  const source = encodeStruct(struct);
  const info = source[0] ?? 0;
  const before = header(struct, info, (client) => client);
  const after = header(struct, info, named);
  const content = source.subarray(before.length);
  const bytes = new Uint8Array(after.length + content.length);
  bytes.set(after);
  bytes.set(content, after.length);
  return { ...struct, client: named(struct.client), bytes, from: 0, to: bytes.length };
};

/** What stands before the content. Numbers have one spelling, so that it is as long as the one that was read. */
const header = (struct: Struct, info: number, named: (client: number) => number): Uint8Array => {
  const { origin, right, parent, key } = struct;
  const encoder = encoding.createEncoder();
  const writeId = ({ client, clock }: StructId): void => {
    encoding.writeVarUint(encoder, named(client));
    encoding.writeVarUint(encoder, clock);
  };
  encoding.writeUint8(encoder, info);
  if (origin !== null) writeId(origin);
  if (right !== null) writeId(right);
  if (parent !== null) {
    encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0);
    if (typeof parent === 'string') encoding.writeVarString(encoder, parent);
    else writeId(parent);
    if ((info & INFO.key) !== 0 && key !== null) encoding.writeVarString(encoder, key);
  }
  return encoding.toUint8Array(encoder);
};

/** The words in an update, in the order they were typed: what is left to show of one that fits nowhere. */
export const wordsOf = (update: Uint8Array): string => {
  const decoded = decodeUpdate(update, UNBOUNDED);
  if (!decoded.ok) return '';
  return decoded.value.sections
    .flatMap(({ structs }) => structs)
    .map(({ content }) => (content.kind === 'text' ? content.text : ''))
    .join('');
};
