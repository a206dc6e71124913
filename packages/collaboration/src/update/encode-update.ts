/**
 * Writes structs and deletes back as a Yjs update. A struct goes out with the very bytes it came in with; one cut in
 * two is written as Yjs' `Item.write(offset)` does.
 */

import * as encoding from 'lib0/encoding';
import { groupBy } from './group-by.ts';
import type { Content, DecodedUpdate, Struct, StructId } from './struct.ts';
import { CONTENT, INFO } from './struct.ts';

/** The part of a struct from `offset` on: its left neighbour is then its own previous id. */
export const structFrom = (struct: Struct, offset: number): Struct => {
  if (offset === 0) return struct;
  const { client, clock, length } = struct;
  return withSource({
    ...struct,
    clock: clock + offset,
    length: length - offset,
    origin: { client, clock: clock + offset - 1 },
    parent: null,
    key: null,
    content: slicedContent(struct.content, offset, length),
  });
};

/** The first `length` ids of a struct; the rest of it is `structFrom(struct, length)`. */
export const structUpTo = (struct: Struct, length: number): Struct =>
  withSource({ ...struct, length, content: slicedContent(struct.content, 0, length) });

const slicedContent = (content: Content, from: number, to: number): Content => {
  switch (content.kind) {
    case 'text':
      return { kind: 'text', text: content.text.slice(from, to) };
    case 'attribute':
      return { kind: 'attribute', values: content.values.slice(from, to) };
    case 'mark':
    case 'node':
      throw new Error(`a ${content.kind} has length one and cannot be cut`);
  }
};

const writeId = (encoder: encoding.Encoder, id: StructId): void => {
  encoding.writeVarUint(encoder, id.client);
  encoding.writeVarUint(encoder, id.clock);
};

const writeParent = (encoder: encoding.Encoder, parent: string | StructId): void => {
  if (typeof parent === 'string') {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarString(encoder, parent);
  } else {
    encoding.writeVarUint(encoder, 0);
    writeId(encoder, parent);
  }
};

const withSource = (struct: Struct): Struct => {
  const { origin, right, parent, key, content } = struct;
  const encoder = encoding.createEncoder();
  const placed = origin === null && right === null && parent !== null;
  const info =
    CONTENT[content.kind] |
    (origin === null ? 0 : INFO.origin) |
    (right === null ? 0 : INFO.right) |
    (placed && key !== null ? INFO.key : 0);
  encoding.writeUint8(encoder, info);
  if (origin !== null) writeId(encoder, origin);
  if (right !== null) writeId(encoder, right);
  if (placed) writeParent(encoder, parent);
  if (placed && key !== null) encoding.writeVarString(encoder, key);
  if (content.kind === 'text') {
    // Half a surrogate pair becomes U+FFFD here, as it does in Yjs.
    encoding.writeVarString(encoder, content.text);
  } else if (content.kind === 'attribute') {
    encoding.writeVarUint(encoder, content.values.length);
    for (const value of content.values) encoding.writeAny(encoder, value);
  }
  const bytes = encoding.toUint8Array(encoder);
  return { ...struct, bytes, from: 0, to: bytes.length };
};

/** The same struct, written somewhere. */
export const written = (struct: Struct): Struct => (struct.to > struct.from ? struct : withSource(struct));

export const encodeStruct = (struct: Struct): Uint8Array => {
  const { bytes, from, to } = written(struct);
  return bytes.subarray(from, to);
};

export const encodeUpdate = ({ sections, deletes }: DecodedUpdate): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, sections.length);
  for (const { client, structs } of sections) {
    encoding.writeVarUint(encoder, structs.length);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, structs[0]?.clock ?? 0);
    for (const struct of structs) encoding.writeUint8Array(encoder, encodeStruct(struct));
  }
  const clients = groupBy(deletes, (range) => range.client);
  encoding.writeVarUint(encoder, clients.size);
  for (const [client, ranges] of clients) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.length);
    for (const { clock, length } of ranges) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, length);
    }
  }
  return encoding.toUint8Array(encoder);
};
