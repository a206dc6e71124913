/**
 * What a struct may carry, judged without knowing where it lives: text, a mark or a node of the grammar, a short
 * attribute value. Everything else that Yjs could read (embeds, binaries, sub-documents, collected or skipped ranges)
 * has no place in any grammar and is refused by name; what Yjs could not read is malformed.
 */

import type { ByteReader } from './byte-reader.ts';
import type { Grammar } from './grammar.ts';
import type { AttributeValue, Content } from './struct.ts';
import { CONTENT, TYPE } from './struct.ts';

const NAME_BYTES = 64;
const JSON_BYTES = 4_096;
const ATTRIBUTE_BYTES = 256;
const MOST_VALUES = 1_000;

/** What Yjs writes and no grammar holds. */
const READABLE_ELSEWHERE: ReadonlyMap<number, string> = new Map([
  [0, 'collected range'],
  [1, 'deleted content'],
  [2, 'JSON list'],
  [3, 'binary'],
  [5, 'embed'],
  [9, 'sub-document'],
  [10, 'skipped range'],
]);

const NOTHING: Content = { kind: 'text', text: '' };

export const decodeContent = (reader: ByteReader, kind: number, grammar: Grammar): Content => {
  switch (kind) {
    case CONTENT.text:
      return textContent(reader);
    case CONTENT.mark:
      return markContent(reader, grammar);
    case CONTENT.node:
      return nodeContent(reader, grammar);
    case CONTENT.attribute:
      return attributeContent(reader);
    default: {
      const name = READABLE_ELSEWHERE.get(kind);
      if (name === undefined) reader.fail('malformed-update', `content kind ${kind}`);
      else reader.fail('forbidden-content', name);
      return NOTHING;
    }
  }
};

const textContent = (reader: ByteReader): Content => {
  const text = reader.text(Number.MAX_SAFE_INTEGER);
  if (text === '') reader.fail('malformed-update', 'struct of length zero');
  return { kind: 'text', text };
};

const markContent = (reader: ByteReader, { marks }: Grammar): Content => {
  const name = reader.text(NAME_BYTES);
  const json = reader.text(JSON_BYTES);
  if (reader.fault !== null) return NOTHING;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    reader.fail('malformed-update', 'mark value is not JSON');
    return NOTHING;
  }
  const allows = marks.get(name);
  if (allows === undefined || !(value === null || allows(value)))
    reader.fail('forbidden-content', `mark ${JSON.stringify(name)}`);
  return { kind: 'mark' };
};

const nodeContent = (reader: ByteReader, { nodes }: Grammar): Content => {
  const type = reader.number();
  if (type === TYPE.text) return { kind: 'node', name: null };
  if (type === TYPE.element) {
    const name = reader.text(NAME_BYTES);
    if (!nodes.has(name)) {
      reader.fail('forbidden-content', `node ${JSON.stringify(name)}`);
    }
    return { kind: 'node', name };
  }
  reader.fail(type < 7 ? 'forbidden-content' : 'malformed-update', `type ${type}`);
  return NOTHING;
};

const attributeContent = (reader: ByteReader): Content => {
  const count = reader.number();
  if (count === 0) reader.fail('malformed-update', 'struct of length zero');
  if (count > MOST_VALUES) reader.fail('forbidden-content', 'too many attribute values');
  const values: AttributeValue[] = [];
  for (let i = 0; i < count && reader.fault === null; i++) values.push(attributeValue(reader));
  return { kind: 'attribute', values };
};

const attributeValue = (reader: ByteReader): AttributeValue => {
  const kind = reader.byte();
  switch (kind) {
    case 126:
      return null;
    case 125:
      return reader.signed();
    case 121:
      return false;
    case 120:
      return true;
    case 119:
      return reader.text(ATTRIBUTE_BYTES);
    default:
      reader.fail(
        kind >= 116 && kind <= 127 ? 'forbidden-content' : 'malformed-update',
        `value kind ${kind}`,
      );
      return null;
  }
};
