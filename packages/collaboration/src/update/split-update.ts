/**
 * Cuts an update of one's own into parts that fit the limit of one message: causal order, long texts cut between two
 * characters, deletes last. Applied in turn the parts are the update.
 */

import { causalOrder } from './causal-order.ts';
import { decodeUpdate } from './decode-update.ts';
import { encodeUpdate, structFrom, structUpTo } from './encode-update.ts';
import { groupBy } from './group-by.ts';
import type { DeletedRange, Struct } from './struct.ts';

/** Room left for section headers and ids; a unit of UTF-16 takes at most three bytes. */
const HEADROOM = 1_024;
const BYTES_PER_UNIT = 3;
const RANGES_PER_PART = 1_000;
const STRUCTS_PER_PART = 10_000;
const UNBOUNDED = { bytes: Infinity, structs: Infinity, ranges: Infinity };

export const splitUpdate = (update: Uint8Array, largest: number): readonly Uint8Array[] => {
  const decoded = decodeUpdate(update, UNBOUNDED);
  // Nothing to cut in what has no place in an idea: the server names the reason.
  if (!decoded.ok) return [update];
  const { sections, deletes } = decoded.value;
  const count = sections.reduce((sum, { structs }) => sum + structs.length, 0);
  if (update.length <= largest && deletes.length <= RANGES_PER_PART && count <= STRUCTS_PER_PART)
    return [update];
  const starts = new Map(sections.map(({ client, structs }) => [client, structs[0]?.clock ?? 0]));
  const { ordered, stuck } = causalOrder(sections, (client) => starts.get(client) ?? Infinity);
  if (stuck !== null) return [update];
  const room = largest - HEADROOM;
  const pieces = ordered.flatMap((struct) => cutLong(struct, Math.floor(room / BYTES_PER_UNIT)));
  return [...parts(pieces, room), ...deleteParts(deletes)];
};

/** Attribute values are sent one by one: without the deletes of their update they may not share a struct. */
const cutLong = (struct: Struct, units: number): readonly Struct[] => {
  const longest = struct.content.kind === 'attribute' ? 1 : units;
  const pieces: Struct[] = [];
  let rest = struct;
  while (rest.length > longest) {
    const last = rest.content.kind === 'text' ? rest.content.text.charCodeAt(longest - 1) : 0;
    const at = last >= 0xd800 && last <= 0xdbff ? longest - 1 : longest;
    pieces.push(structUpTo(rest, at));
    rest = structFrom(rest, at);
  }
  return [...pieces, rest];
};

const parts = (structs: readonly Struct[], room: number): readonly Uint8Array[] => {
  const out: Uint8Array[] = [];
  let group: Struct[] = [];
  let size = 0;
  const close = (): void => {
    if (group.length > 0) out.push(encodeStructs(group));
    group = [];
    size = 0;
  };
  for (const struct of structs) {
    if (size + struct.to - struct.from > room || group.length >= STRUCTS_PER_PART) close();
    group.push(struct);
    size += struct.to - struct.from;
  }
  close();
  return out;
};

const encodeStructs = (structs: readonly Struct[]): Uint8Array => {
  const clients = [...groupBy(structs, (struct) => struct.client)].sort(([a], [b]) => b - a);
  return encodeUpdate({
    sections: clients.map(([client, own]) => ({ client, structs: own })),
    deletes: [],
  });
};

const deleteParts = (deletes: readonly DeletedRange[]): readonly Uint8Array[] => {
  const out: Uint8Array[] = [];
  for (let i = 0; i < deletes.length; i += RANGES_PER_PART) {
    out.push(encodeUpdate({ sections: [], deletes: deletes.slice(i, i + RANGES_PER_PART) }));
  }
  return out;
};
