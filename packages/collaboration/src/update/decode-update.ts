/**
 * The strict decoder of Yjs updates, version 1: one grammar, read to the last byte. What it accepts has one reading in
 * every Yjs client, merged or not. It knows no document: only what can be judged from the bytes alone.
 */

import { IDEA_GRAMMAR } from '../document/idea-grammar.ts';
import type { Outcome } from '../outcome.ts';
import { done, refuse } from '../outcome.ts';
import type { Fault } from './byte-reader.ts';
import { ByteReader } from './byte-reader.ts';
import { decodeContent } from './decode-content.ts';
import type { Grammar } from './grammar.ts';
import { contentName, mayHold } from './grammar.ts';
import type { Content, DecodedUpdate, DeletedRange, Section, Struct, StructId } from './struct.ts';
import { INFO } from './struct.ts';

export interface DecodeLimits {
  readonly bytes: number;
  readonly structs: number;
  readonly ranges: number;
}

export interface DecodeFailure {
  readonly code: Fault;
  readonly detail: string;
}

const CLIENTS = 2 ** 32;
const CLOCKS = 2 ** 31;
const LONGEST_RUN = 1_000_000;
const NAME_BYTES = 64;

export const decodeUpdate = (
  bytes: Uint8Array,
  limits: DecodeLimits,
  grammar: Grammar = IDEA_GRAMMAR,
): Outcome<DecodedUpdate, DecodeFailure> => {
  if (bytes.length > limits.bytes) {
    return refuse({ code: 'too-large', detail: `${bytes.length} bytes, at most ${limits.bytes}` });
  }
  const reader = new ByteReader(bytes);
  const sections = readSections(reader, limits.structs, grammar);
  const deletes = readDeletes(reader, limits.ranges);
  if (!reader.atEnd()) reader.fail('malformed-update', 'bytes left over');
  for (const section of sections) checkAttributeRuns(reader, section, deletes);
  if (reader.fault !== null) return refuse({ code: reader.fault, detail: reader.detail });
  return done({ sections, deletes });
};

/** The structs of one client from its first id on, out of bytes that were judged before. */
export const decodeStructs = (
  bytes: Uint8Array,
  { client, count }: { readonly client: number; readonly count: number },
): readonly Struct[] => {
  const reader = new ByteReader(bytes);
  const structs: Struct[] = [];
  let clock = 0;
  for (let i = 0; i < count; i++) {
    const struct = readStruct(reader, { client, clock }, IDEA_GRAMMAR);
    if (reader.fault !== null) throw new Error(`kept structs cannot be read: ${reader.detail}`);
    clock += struct.length;
    structs.push(struct);
  }
  return structs;
};

const readSections = (reader: ByteReader, most: number, grammar: Grammar): readonly Section[] => {
  const sections: Section[] = [];
  const count = reader.number();
  let before = CLIENTS;
  let total = 0;
  for (let i = 0; i < count && reader.fault === null; i++) {
    const structs = reader.number();
    const client = reader.number();
    total += structs;
    if (structs === 0) reader.fail('malformed-update', 'empty section');
    if (client >= before) reader.fail('malformed-update', 'sections not descending');
    if (total > most) reader.fail('too-large', `more than ${most} structs`);
    sections.push(readSection(reader, { client, count: structs }, grammar));
    before = client;
  }
  return sections;
};

const readSection = (
  reader: ByteReader,
  { client, count }: { client: number; count: number },
  grammar: Grammar,
): Section => {
  const structs: Struct[] = [];
  let clock = reader.number();
  for (let i = 0; i < count && reader.fault === null; i++) {
    const struct = readStruct(reader, { client, clock }, grammar);
    clock += struct.length;
    if (struct.length > LONGEST_RUN || clock >= CLOCKS) reader.fail('malformed-update', 'clock out of range');
    structs.push(struct);
  }
  return { client, structs };
};

const readId = (reader: ByteReader): StructId => {
  const client = reader.number();
  const clock = reader.number();
  if (client >= CLIENTS || clock >= CLOCKS) reader.fail('malformed-update', 'id out of range');
  return { client, clock };
};

const readStruct = (reader: ByteReader, { client, clock }: StructId, grammar: Grammar): Struct => {
  const from = reader.position;
  const info = reader.byte();
  const origin = (info & INFO.origin) === 0 ? null : readId(reader);
  const right = (info & INFO.right) === 0 ? null : readId(reader);
  const placed = origin === null && right === null;
  const parent = placed && reader.fault === null ? readParent(reader, info) : null;
  const key = placed && (info & INFO.key) !== 0 ? reader.text(NAME_BYTES) : null;
  const content = decodeContent(reader, info & INFO.content, grammar);
  if (placed) checkPlace(reader, { parent, key, content }, grammar);
  return {
    client,
    clock,
    length: lengthOf(content),
    origin,
    right,
    parent,
    key,
    content,
    bytes: reader.bytes,
    from,
    to: reader.position,
  };
};

/** Collected and skipped ranges have no parent; reading one would only blur the reason of the refusal. */
const readParent = (reader: ByteReader, info: number): string | StructId | null => {
  const kind = info & INFO.content;
  if (kind === 0 || kind === 10) return null;
  const inRoot = reader.number();
  if (inRoot === 0) return readId(reader);
  if (inRoot !== 1) reader.fail('malformed-update', 'parent neither root nor node');
  return reader.text(NAME_BYTES);
};

interface Place {
  readonly parent: string | StructId | null;
  readonly key: string | null;
  readonly content: Content;
}

const checkPlace = (reader: ByteReader, { parent, key, content }: Place, grammar: Grammar): void => {
  if (reader.fault !== null) return;
  if (typeof parent === 'string') {
    const holds = grammar.roots.get(parent);
    if (holds === undefined) reader.fail('forbidden-root', JSON.stringify(parent));
    else if (key !== null) reader.fail('forbidden-root', 'attribute on a root');
    else if (!mayHold(holds, content))
      reader.fail('forbidden-content', `${contentName(content)} in ${parent}`);
  } else if (key !== null && !(content.kind === 'attribute' && grammar.attributes.has(key))) {
    reader.fail('forbidden-content', `attribute ${JSON.stringify(key)}`);
  } else if (key === null && content.kind === 'attribute') {
    reader.fail('forbidden-content', 'value outside an attribute');
  }
};

const lengthOf = (content: Content): number => {
  switch (content.kind) {
    case 'text':
      return content.text.length;
    case 'attribute':
      return content.values.length;
    case 'mark':
    case 'node':
      return 1;
  }
};

const readDeletes = (reader: ByteReader, most: number): readonly DeletedRange[] => {
  const ranges: DeletedRange[] = [];
  const count = reader.number();
  let before = CLIENTS;
  for (let i = 0; i < count && reader.fault === null; i++) {
    const client = reader.number();
    const inClient = reader.number();
    if (client >= before || inClient === 0) reader.fail('malformed-update', 'deletes not descending');
    if (ranges.length + inClient > most) reader.fail('too-large', `more than ${most} deleted ranges`);
    let end = 0;
    for (let j = 0; j < inClient && reader.fault === null; j++) {
      const clock = reader.number();
      const length = reader.number();
      if (clock < end || length === 0) reader.fail('malformed-update', 'deleted ranges not ascending');
      end = clock + length;
      if (end >= CLOCKS) reader.fail('malformed-update', 'clock out of range');
      ranges.push({ client, clock, length });
    }
    before = client;
  }
  return ranges;
};

/**
 * A chain of attribute values is one struct only where all but its last are deleted in the same update, as Yjs merges
 * them. Otherwise a later origin could split a live value in two, which a collecting client cannot represent.
 */
const checkAttributeRuns = (reader: ByteReader, section: Section, deletes: readonly DeletedRange[]): void => {
  const runs = section.structs.filter(({ content, length }) => content.kind === 'attribute' && length > 1);
  if (runs.length === 0) return;
  const own = deletes.filter((range) => range.client === section.client);
  let at = 0;
  for (const { clock, length } of runs) {
    const last = clock + length - 1;
    while (endOf(own[at]) < last && at < own.length) at++;
    const range = own[at];
    if (range === undefined || range.clock > clock) {
      reader.fail('forbidden-content', 'attribute with several live values');
      return;
    }
  }
};

const endOf = (range: DeletedRange | undefined): number =>
  range === undefined ? 0 : range.clock + range.length;
