import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { idea, momentOf, numbered, person, someDigest, story } from '../test/small-ledger.ts';
import { fromUtf8, toUtf8 } from './bytes.ts';
import { encodeLeaf, parseLeaf, readSignedLeaf, toJcs } from './canonical.ts';
import { eventKinds, readEvent, type LedgerEvent } from './events.ts';

const data = process.env['BUTINERIE_TEST_DATA'] ?? join(import.meta.dirname, '../../../../shared/data');
const vectors = join(data, 'jcs');

const events = numbered(story);
const [, proposal] = events;
if (proposal?.k !== 'idea.proposed') throw new Error('the story changed');

const leaf = (value: object): Uint8Array => toUtf8(toJcs(value));
const code = (bytes: Uint8Array) => {
  const read = parseLeaf(bytes);
  return read.ok ? (read.value.known ? 'known' : 'unknown') : read.failure.code;
};

describe('RFC 8785', () => {
  it('[AT3] keeps the order of UTF-16, not that of French', () => {
    const words = { péché: 1, pêche: 2, peach: 3, sin: 4 };
    expect(toJcs(words)).toBe('{"peach":3,"péché":1,"pêche":2,"sin":4}');
  });

  it('[AT3] writes numbers and keys as the RFC does, and normalises nothing', () => {
    const nested: unknown = JSON.parse('{"1":{"f":{"f":"hi","F":5},"\\n":56.0}}');
    expect(toJcs(nested)).toBe('{"1":{"\\n":56,"f":{"F":5,"f":"hi"}}}');
    expect(toJcs('A\u030a')).toBe('"A\u030a"');
  });

  const absent = !existsSync(vectors);
  it.skipIf(absent)(`[AT3] agrees with the published vectors${absent ? ` (absent: ${vectors})` : ''}`, () => {
    const names = readdirSync(join(vectors, 'input'));
    expect(names.length).toBeGreaterThanOrEqual(6);
    for (const name of names) {
      const input: unknown = JSON.parse(readFileSync(join(vectors, 'input', name), 'utf8'));
      const hex = readFileSync(join(vectors, 'outhex', name.replace('.json', '.txt')), 'utf8');
      const expected = Buffer.from(hex.replaceAll(/\s/g, ''), 'hex');
      expect(Buffer.from(toUtf8(toJcs(input))).toString('hex'), name).toBe(expected.toString('hex'));
    }
  });
});

describe('leaves', () => {
  it('[AT3] are read back from their bytes as they were written', () => {
    for (const event of events) {
      const read = parseLeaf(encodeLeaf(event));
      expect(read.ok && read.value).toEqual({ known: true, event });
    }
  });

  it('[AT4] of an unknown kind are read, and known to be unknown', () => {
    const bytes = leaf({ v: 1, n: 4, t: momentOf(4), by: person('a'), k: 'idea.deleted', i: idea('1') });
    expect(code(bytes)).toBe('unknown');
  });

  it.each([
    ['an extra field', { ...proposal, originators: [person('b')] }, 'not-an-event'],
    ['a missing field', { v: 1, n: 1, t: momentOf(1), k: 'idea.proposed', by: person('a') }, 'not-an-event'],
    ['another version', { ...proposal, v: 2 }, 'not-an-event'],
    ['a name in place of a pseudonym', { ...proposal, by: 'Marie' }, 'not-an-event'],
    ['an id out of its alphabet', { ...proposal, by: `p_${'u'.repeat(26)}` }, 'not-an-event'],
    ['an id in capitals', { ...proposal, by: `p_${'A'.repeat(26)}` }, 'not-an-event'],
    ['a moment that does not exist', { ...proposal, t: '2026-02-30T00:00:00.000Z' }, 'not-an-event'],
    ['a moment without milliseconds', { ...proposal, t: '2026-10-12T07:00:00Z' }, 'not-an-event'],
    ['a number below zero', { ...proposal, n: -1 }, 'not-an-event'],
    ['a text in place of a commitment', { ...proposal, txt: 'Un café des idées' }, 'not-an-event'],
    ['a commitment in a second spelling', { ...proposal, txt: `sha256-${'A'.repeat(42)}B=` }, 'not-an-event'],
    ['a kind that is no word', { ...proposal, k: 'x' }, 'not-an-event'],
    ['a fraction', { ...proposal, k: 'idea.scored', share: 0.3 }, 'house-rule'],
    ['a string that is not NFC', { ...proposal, k: 'idea.named', name: 'A\u030a' }, 'house-rule'],
    ['a key that is not NFC', { ...proposal, k: 'idea.named', 'A\u030a': 1 }, 'house-rule'],
    ['an integer that a number cannot hold', { ...proposal, k: 'idea.scored', s: 2 ** 53 }, 'house-rule'],
  ])('[AT3] are refused with %s', (_, value, expected) => {
    expect(code(leaf(value))).toBe(expected);
  });

  const text = fromUtf8(encodeLeaf(proposal)) ?? '';
  it.each([
    ['with a blank', toUtf8(text.replace(',', ', ')), 'not-canonical'],
    ['with a key twice', toUtf8(text.replace('{', '{"v":1,')), 'not-canonical'],
    ['with keys in another order', toUtf8(JSON.stringify(proposal)), 'not-canonical'],
    [
      'with an escape that is not needed',
      toUtf8(text.replace('idea.proposed', '\\u0069dea.proposed')),
      'not-canonical',
    ],
    ['with a lone surrogate', toUtf8(text.replace('"DR"', '"\\ud800"')), 'house-rule'],
    ['with a minus zero', toUtf8(text.replace('"n":1', '"n":-0')), 'house-rule'],
    ['nested a hundred thousand times', toUtf8('['.repeat(100_000) + ']'.repeat(100_000)), 'house-rule'],
    ['with a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...encodeLeaf(proposal)), 'not-json'],
    ['cut', encodeLeaf(proposal).slice(0, -1), 'not-json'],
    ['that are empty', new Uint8Array(0), 'not-json'],
    ['that are not UTF-8', Uint8Array.of(0xff), 'not-utf8'],
    ['that are no object', toUtf8('null'), 'not-an-event'],
  ])('[AT3] are refused %s', (_, bytes, expected) => {
    expect(code(bytes)).toBe(expected);
  });

  it('[AT3] are never written from something else than an event', () => {
    expect(() => encodeLeaf({ ...proposal, dir: 'Direction des routes' })).toThrow(TypeError);
    expect(() => encodeLeaf({ ...proposal, n: 1.5 })).toThrow(TypeError);
  });
});

it('[AT1] has no kind that removes, and no field for a name, a text or a share', () => {
  expect(eventKinds.filter((kind) => /remov|delet|replac|transfer/.test(kind))).toEqual([]);
  expect(eventKinds).toContain('idea.proposed');
  const withFigures: object = { ...proposal, share: 3000 };
  expect(readEvent(withFigures)).toBeUndefined();
});

it('[AT2] takes a directorate in clear or committed, so that a pseudonym is not given away by it', () => {
  const committed: LedgerEvent = { ...proposal, dir: someDigest };
  expect(code(encodeLeaf(committed))).toBe('known');
  expect(code(encodeLeaf({ ...proposal, dir: null }))).toBe('known');
});

it('[AT32] a signed leaf is read as the strict reader reads it, and what is no event is not read', () => {
  for (const event of numbered(story)) {
    const strict = parseLeaf(encodeLeaf(event));
    expect(readSignedLeaf(encodeLeaf(event))).toEqual(strict.ok ? strict.value : undefined);
  }
  const unknown = '{"by":"sys:later","k":"idea.weighed","n":1,"t":"2026-10-12T07:00:00.000Z","v":1}';
  expect(readSignedLeaf(toUtf8(unknown))?.known).toBe(false);
  for (const none of ['', 'null', '7', '{}', '{"k":3}', 'not json'])
    expect(readSignedLeaf(toUtf8(none))).toBeUndefined();
});
