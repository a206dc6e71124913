import type * as encoding from 'lib0/encoding';
import { writeVarUint8Array } from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../document/index.ts';
import { craft, element, mark, numbers, text, values } from '../testing/craft-update.ts';
import { appended, AUTHOR, codeOf, COLLEAGUE, expectRefusal, scene, WORDS } from '../testing/guard-scene.ts';
import { createGuardedRoom, typed, writer } from '../testing/guarded-room.ts';

describe('one grammar', () => {
  const own = { client: COLLEAGUE, clock: 0 };
  const word = { origin: [AUTHOR, 0] as const, content: text('x') };

  it('H2a [CE1] refuses two sections of one client', () => {
    const twice = craft([
      { ...own, structs: [word] },
      { ...own, clock: 1, structs: [word] },
    ]);
    expectRefusal(scene().room, twice, 'malformed-update');
  });

  it('H2b [CE1] refuses sections in ascending order', () => {
    const ascending = craft([
      { ...own, structs: [word] },
      { client: COLLEAGUE + 1, clock: 0, structs: [word] },
    ]);
    expectRefusal(scene().room, ascending, 'malformed-update');
  });

  it('H2c [CE7] refuses an origin, right origin or parent that is itself or its own future', () => {
    const { room } = scene();
    for (const clock of [0, 1, 7]) {
      const self = [COLLEAGUE, clock] as const;
      for (const struct of [
        { origin: self, content: text('x') },
        { origin: [AUTHOR, 0] as const, right: self, content: text('x') },
        { parent: self, content: text('x') },
      ]) {
        expectRefusal(room, craft([{ ...own, structs: [struct, word] }]), 'dangling-origin');
      }
    }
  });

  it('H2d [CE7] refuses a circle through two ids of one person, and takes a causal chain through them', () => {
    const circle = craft([
      { client: COLLEAGUE + 1, clock: 0, structs: [{ origin: [COLLEAGUE, 0], content: text('a') }] },
      { ...own, structs: [{ origin: [COLLEAGUE + 1, 0], content: text('b') }] },
    ]);
    expectRefusal(scene().room, circle, 'dangling-origin');
    const { room } = scene();
    const chain = craft([
      {
        client: COLLEAGUE + 1,
        clock: 0,
        structs: [
          { origin: [COLLEAGUE, 0], content: text('b') },
          { origin: [COLLEAGUE, 1], content: text('d') },
        ],
      },
      {
        ...own,
        structs: [
          { origin: [AUTHOR, 15], content: text('a') },
          { origin: [COLLEAGUE + 1, 0], content: text('c') },
        ],
      },
    ]);
    expect(codeOf(room.receive(chain, 'colleague'))).toBe('admitted');
    expect(readDocument(room.replay()).title).toBe(`${WORDS}abcd`);
    expect(room.replay().store.pendingStructs).toBeNull();
  });

  it('H2e [CE1] refuses numbers with zero groups at their end, of any length', () => {
    const { room } = scene();
    for (const groups of [1, 7, 8, 160]) {
      const padded = [...Array.from({ length: groups }, () => 0x80), 0];
      expectRefusal(room, new Uint8Array([0, 1, AUTHOR, 1, ...padded, 1]), 'malformed-update');
    }
  });

  it('H2f [CE9] refuses deep, long or foreign JSON in a mark', () => {
    const { room } = scene();
    const marked = (name: string, json: string): Uint8Array =>
      craft([{ ...own, structs: [{ kind: 6, origin: [AUTHOR, 0], content: mark(name, json) }] }]);
    expectRefusal(room, marked('bold', `${'['.repeat(60_000)}${']'.repeat(60_000)}`), 'forbidden-content');
    expectRefusal(room, marked('link', '{"href":{"a":{"b":1}}}'), 'forbidden-content');
    expectRefusal(room, marked('link', '{"href":"java\\nscript:alert(1)"}'), 'forbidden-content');
    expectRefusal(room, marked('link', '{"__proto__":"x"}'), 'forbidden-content');
    expectRefusal(room, marked('blink', 'true'), 'forbidden-content');
    expectRefusal(room, marked('bold', '{'), 'malformed-update');
    // A title is one line of words alone; the same mark is welcome in a paragraph.
    const link = '{"href":"https://valdoise.fr","rel":null}';
    expectRefusal(room, marked('link', link), 'forbidden-content');
    const paragraph = [
      { kind: 7, root: 'body', content: element('paragraph') },
      { kind: 7, parent: [COLLEAGUE, 0] as const, content: numbers(6) },
      { kind: 6, parent: [COLLEAGUE, 1] as const, content: mark('link', link) },
    ];
    expect(codeOf(room.receive(craft([{ ...own, structs: paragraph }]), 'colleague'))).toBe('admitted');
  });

  it('H2g [CE1] refuses unknown kinds and types, bad UTF-8, lone surrogates and absurd counts', () => {
    const { room } = scene();
    for (let kind = 11; kind < 32; kind++) {
      const unknown = craft([{ ...own, structs: [{ kind, origin: [AUTHOR, 0], content: text('x') }] }]);
      expectRefusal(room, unknown, 'malformed-update');
    }
    const typeOf = (ref: number): Uint8Array =>
      craft([{ ...own, structs: [{ kind: 7, origin: [AUTHOR, 0], content: numbers(ref) }] }]);
    expectRefusal(room, typeOf(99), 'malformed-update');
    for (const ref of [0, 1, 2, 4]) expectRefusal(room, typeOf(ref), 'forbidden-content');
    const raw = (...bytes: readonly number[]): Uint8Array =>
      craft([
        {
          ...own,
          structs: [
            {
              origin: [AUTHOR, 0],
              content: (encoder) => writeVarUint8Array(encoder, new Uint8Array(bytes)),
            },
          ],
        },
      ]);
    expectRefusal(room, raw(0xff), 'malformed-update');
    expectRefusal(room, raw(0xed, 0xa0, 0x80), 'malformed-update');
    expectRefusal(room, craft([{ ...own, structs: [word], count: 2 ** 31 }]), 'too-large');
  });

  it('H2h [CE1] refuses clocks and lengths out of range', () => {
    const { room } = scene();
    expectRefusal(room, craft([{ ...own, clock: 2 ** 31, structs: [word] }]), 'malformed-update');
    expectRefusal(room, craft([], [{ client: AUTHOR, ranges: [[0, 2 ** 52]] }]), 'malformed-update');
    expectRefusal(room, craft([], [{ client: 2 ** 32, ranges: [[0, 1]] }]), 'malformed-update');
  });

  it('H2i [CE9] refuses attributes of other names, other values, or where none belong', () => {
    const { room } = scene();
    const attribute = (key: string, content: (encoder: encoding.Encoder) => void, kind = 8): Uint8Array =>
      craft([{ ...own, structs: [{ kind, parent: [AUTHOR, 0], key, content }] }]);
    expectRefusal(room, attribute('__proto__', values('x')), 'forbidden-content');
    expectRefusal(room, attribute('onclick', values('x')), 'forbidden-content');
    expectRefusal(room, attribute('level', values(9)), 'forbidden-content');
    expectRefusal(room, attribute('level', text('x'), 4), 'forbidden-content');
    expectRefusal(room, attribute('level', element('paragraph'), 7), 'forbidden-content');
    const keyless = craft([{ ...own, structs: [{ kind: 8, parent: [AUTHOR, 0], content: values(2) }] }]);
    expectRefusal(room, keyless, 'forbidden-content');
  });

  it('H4 [CE9] takes several values of an attribute in one struct only when all but the last are deleted', () => {
    const { room } = scene();
    const structs = [
      { kind: 7, root: 'body', content: element('heading') },
      { kind: 8, parent: [COLLEAGUE, 0] as const, key: 'level', content: values(2, 3, 2) },
    ];
    expectRefusal(room, craft([{ ...own, structs }]), 'forbidden-content');
    const deletes = [{ client: COLLEAGUE, ranges: [[1, 2]] as const }];
    expect(codeOf(room.receive(craft([{ ...own, structs }], deletes), 'colleague'))).toBe('admitted');
  });

  it('H5 [CE9] refuses a node among words, words among nodes, and a node where the schema has no place for it', () => {
    const { room } = scene();
    const [client, paragraph, run] = [COLLEAGUE, [COLLEAGUE, 0] as const, [COLLEAGUE, 1] as const];
    const page = [
      { kind: 7, root: 'body', content: element('paragraph') },
      { kind: 7, parent: paragraph, content: numbers(6) },
      { parent: run, content: text('mots') },
    ];
    expect(codeOf(room.receive(craft([{ client, clock: 0, structs: page }]), 'colleague'))).toBe('admitted');
    for (const struct of [
      { kind: 7, origin: [AUTHOR, 0] as const, content: element('paragraph') },
      { kind: 7, origin: [COLLEAGUE, 2] as const, content: numbers(6) },
      { kind: 7, parent: run, content: numbers(6) },
      { kind: 7, parent: paragraph, content: element('paragraph') },
      { kind: 7, origin: paragraph, content: element('listItem') },
      { parent: paragraph, content: text('x') },
      { origin: paragraph, content: text('x') },
      { parent: [AUTHOR, 0] as const, content: text('x') },
      { kind: 8, origin: [AUTHOR, 0] as const, content: values(2) },
      { kind: 8, parent: run, key: 'start', content: values(2) },
    ]) {
      expectRefusal(room, craft([{ client, clock: 6, structs: [struct] }]), 'forbidden-content');
    }
  });

  it('H5 [CE9] refuses nodes nested deeper than anybody nests them', () => {
    const nested = (levels: number): Uint8Array =>
      craft([
        {
          ...own,
          structs: Array.from({ length: levels }, (_, i) => ({
            kind: 7,
            ...(i === 0 ? { root: 'body' } : { parent: [COLLEAGUE, i - 1] as const }),
            content: element('blockquote'),
          })),
        },
      ]);
    expectRefusal(scene().room, nested(3_000), 'forbidden-content');
    expect(codeOf(scene().room.receive(nested(50), 'colleague'))).toBe('admitted');
  });

  it('H9 [CE2] refuses thousands of new scattered deletes and takes them back when they are known', () => {
    const room = createGuardedRoom({ [AUTHOR]: 'author' });
    const author = writer(AUTHOR);
    room.receive(typed(author, 0, 'ab'.repeat(4_000)), 'author');
    const ranges = (count: number): (readonly [number, number])[] =>
      Array.from({ length: count }, (_, i) => [2 * i, 1] as const);
    const most = (count: number): Uint8Array => craft([], [{ client: AUTHOR, ranges: ranges(count) }]);
    expectRefusal(room, most(2_001), 'too-large');
    expect(codeOf(room.receive(most(2_000), 'colleague'))).toBe('admitted');
    expect(codeOf(room.receive(most(3_000), 'colleague'))).toBe('admitted');
    expectRefusal(room, most(20_001), 'too-large');
  });

  it('[CE2] refuses more than 256 KiB and more than 20 000 structs', () => {
    const { room } = scene();
    expectRefusal(room, appended(COLLEAGUE, 0, 'x'.repeat(256 * 1024)), 'too-large');
    const many = Array.from({ length: 20_001 }, () => word);
    expectRefusal(room, craft([{ ...own, structs: many }]), 'too-large');
  });
});
