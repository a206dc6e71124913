import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { bodyOf, newDocument, readDocument, titleOf, writePlainText } from '../document/index.ts';
import { craft, element, mark, numbers, text, values } from '../testing/craft-update.ts';
import type { GuardedRoom } from '../testing/guarded-room.ts';
import { change, createGuardedRoom, typed, writer } from '../testing/guarded-room.ts';
import { createGuard } from './guard.ts';

const AUTHOR = 100;
const COLLEAGUE = 50;
const WORDS = 'Donner les repas';

interface Scene {
  readonly room: GuardedRoom;
  readonly author: Y.Doc;
  readonly colleague: Y.Doc;
}

/** Author wrote a title; colleague has it. */
const scene = (): Scene => {
  const room = createGuardedRoom({
    [AUTHOR]: 'author',
    [COLLEAGUE]: 'colleague',
    [COLLEAGUE + 1]: 'colleague',
  });
  const author = writer(AUTHOR);
  room.receive(typed(author, 0, WORDS), 'author');
  return { room, author, colleague: writer(COLLEAGUE, room.log) };
};

const codeOf = (verdict: ReturnType<GuardedRoom['receive']>): string =>
  verdict.ok ? 'admitted' : verdict.failure.code;

/** Refused with this code, nothing logged, nothing counted as known. */
const expectRefusal = (room: GuardedRoom, bytes: Uint8Array, code: string): void => {
  const [rows, vector] = [room.log.length, room.vector()];
  expect(codeOf(room.receive(bytes, 'colleague'))).toBe(code);
  expect([room.log.length, room.vector()]).toEqual([rows, vector]);
};

const appended = (client: number, clock: number, word = 'x'): Uint8Array =>
  craft([{ client, clock, structs: [{ origin: [AUTHOR, 0], content: text(word) }] }]);

describe('who may write which ids', () => {
  it("[T9] [CE5] refuses colleague's text under the author's next clock, which plain Yjs applies", () => {
    const { room } = scene();
    const forged = appended(AUTHOR, WORDS.length, ' EVIL');
    const plain = room.replay();
    Y.applyUpdate(plain, forged);
    expect(readDocument(plain).title).toContain('EVIL');
    expectRefusal(room, forged, 'foreign-client');
  });

  it('[T10] [CE4] counts a replay of old clocks with other words as known, and relays nothing', () => {
    const { room } = scene();
    const replayed = craft([
      { client: AUTHOR, clock: 0, structs: [{ root: 'title', content: text('Vendre les repas') }] },
    ]);
    const verdict = room.receive(replayed, 'colleague');
    expect(verdict.ok && verdict.value).toMatchObject({ bytes: null, inserted: 0, deleted: 0 });
    expect(readDocument(room.replay()).title).toBe(WORDS);
  });

  it('[T11] [CE5] refuses a client id that was never leased', () => {
    expectRefusal(scene().room, appended(777, 0), 'unknown-client');
  });

  it('[T12] [CE3] refuses own text together with forged text, own part absent too', () => {
    const { room } = scene();
    const both = craft([
      { client: AUTHOR, clock: WORDS.length, structs: [{ origin: [AUTHOR, 0], content: text('forged') }] },
      { client: COLLEAGUE, clock: 0, structs: [{ origin: [AUTHOR, 0], content: text('own') }] },
    ]);
    expectRefusal(room, both, 'foreign-client');
    expect(codeOf(room.receive(appended(COLLEAGUE, 0), 'colleague'))).toBe('admitted');
  });

  it('[T13] [CE6] [CE7] refuses a gap and an origin that does not exist; nothing is left pending', () => {
    const { room } = scene();
    expectRefusal(room, appended(COLLEAGUE, 5), 'gap');
    const dangling = craft([
      { client: COLLEAGUE, clock: 0, structs: [{ origin: [AUTHOR, 4_000], content: text('x') }] },
    ]);
    expectRefusal(room, dangling, 'dangling-origin');
    expect(room.replay().store.pendingStructs).toBeNull();
  });

  it('[T14] [CE8] refuses to delete text that is not there yet, which plain Yjs does when it comes', () => {
    const { room, author } = scene();
    const early = craft([], [{ client: AUTHOR, ranges: [[WORDS.length, 6]] }]);
    expectRefusal(room, early, 'future-delete');
    const plain = room.replay();
    Y.applyUpdate(plain, early);
    Y.applyUpdate(plain, typed(author, WORDS.length, ' chauds'));
    expect(readDocument(plain).title).not.toBe(`${WORDS} chauds`);
  });

  it('[T15] [CE9] refuses other roots, attributes on a root, sub-documents and every foreign content', () => {
    const { room } = scene();
    const inRoot = (root: string): Uint8Array =>
      craft([{ client: COLLEAGUE, clock: 0, structs: [{ root, content: text('x') }] }]);
    expectRefusal(room, inRoot('credits'), 'forbidden-root');
    expectRefusal(room, inRoot('__proto__'), 'forbidden-root');
    const attribute = { kind: 8, root: 'title', key: 'level', content: values(2) };
    expectRefusal(room, craft([{ client: COLLEAGUE, clock: 0, structs: [attribute] }]), 'forbidden-root');
    const mutations: readonly ((doc: Y.Doc) => void)[] = [
      (doc) => doc.getMap('other').set('sub', new Y.Doc()),
      (doc) => titleOf(doc).insertEmbed(0, { image: 'x' }),
      (doc) => bodyOf(doc).insert(0, [new Y.XmlElement('script')]),
      (doc) => bodyOf(doc).insert(0, [new Y.XmlElement('listItem')]),
      (doc) => bodyOf(doc).insert(0, [new Y.XmlText('loose')]),
    ];
    for (const mutate of mutations) {
      expectRefusal(room, change(writer(COLLEAGUE, room.log), mutate), 'forbidden-content');
    }
  });

  it('[T16] [CE1] refuses v2 bytes, trailing bytes, zero lengths, skipped and collected ranges', () => {
    const { room, colleague } = scene();
    const honest = typed(colleague, 0, 'ok ');
    expectRefusal(room, Y.convertUpdateFormatV1ToV2(honest), 'malformed-update');
    expectRefusal(room, new Uint8Array([...honest, 0]), 'malformed-update');
    expectRefusal(room, new Uint8Array(0), 'malformed-update');
    const one = (kind: number, bits: number, content: (encoder: encoding.Encoder) => void): Uint8Array =>
      craft([{ client: COLLEAGUE, clock: 0, structs: [{ kind, bits, content }] }]);
    expectRefusal(room, one(4, 0x80, numbers(AUTHOR, 0, 0)), 'malformed-update');
    expectRefusal(room, one(10, 0, numbers(5)), 'forbidden-content');
    expectRefusal(room, one(10, 0x80, numbers(AUTHOR, 0, 5)), 'forbidden-content');
    expectRefusal(room, one(0, 0, numbers(2 ** 52)), 'forbidden-content');
    expectRefusal(room, one(1, 0x80, numbers(AUTHOR, 0, 3)), 'forbidden-content');
  });
});

describe('known structs are cut out', () => {
  it('[H1] [CE4] keeps the replayed words out of the log, so that no order of merging brings them back', () => {
    const { room } = scene();
    const sneaky = craft([
      { client: AUTHOR, clock: 0, structs: [{ root: 'title', content: text('Vendre les repas') }] },
      { client: COLLEAGUE, clock: 0, structs: [{ origin: [AUTHOR, 15], content: text('!') }] },
    ]);
    const verdict = room.receive(sneaky, 'colleague');
    expect(verdict.ok && verdict.value.cut).toBe(true);
    const [first = new Uint8Array(), second = new Uint8Array()] = room.log;
    for (const order of [
      [first, second],
      [second, first],
    ]) {
      const merged = newDocument();
      Y.applyUpdate(merged, Y.mergeUpdates(order));
      expect(readDocument(merged).title).toBe(`${WORDS}!`);
    }
  });

  it('[H1] [CE4] drops a known struct even when its origin is bad', () => {
    const { room } = scene();
    const bad = craft([
      { client: AUTHOR, clock: 3, structs: [{ origin: [AUTHOR, 900], content: text('zzz') }] },
    ]);
    const verdict = room.receive(bad, 'colleague');
    expect(verdict.ok && verdict.value.bytes).toBeNull();
  });

  it('[CE4] slices own text sent again with more behind it, as Yjs does', () => {
    const { room, colleague } = scene();
    const first = typed(colleague, 0, 'Hier, ');
    const second = typed(colleague, 6, 'demain ');
    room.receive(first, 'colleague');
    const whole = Y.encodeStateAsUpdate(colleague);
    const verdict = room.receive(whole, 'colleague');
    expect(verdict.ok && verdict.value).toMatchObject({ inserted: 7, cut: true });
    expect(room.log[2]).toEqual(second);
    expect(readDocument(room.replay()).title).toBe(readDocument(colleague).title);
  });

  it("[CE5] refuses to continue somebody else's half known text", () => {
    const { room } = scene();
    const longer = craft([
      { client: AUTHOR, clock: 0, structs: [{ root: 'title', content: text(`${WORDS} EVIL`) }] },
    ]);
    expectRefusal(room, longer, 'foreign-client');
  });

  it('[CE4] replaces half of a surrogate pair as Yjs does when it slices', () => {
    const { room } = scene();
    const own = (word: string): Uint8Array =>
      craft([{ client: COLLEAGUE, clock: 0, structs: [{ origin: [AUTHOR, 15], content: text(word) }] }]);
    room.receive(own('x'), 'colleague');
    const verdict = room.receive(own('\u{1f41d}y'), 'colleague');
    expect(verdict.ok).toBe(true);
    expect(readDocument(room.replay()).title).toBe(`${WORDS}x\ufffdy`);
  });

  it('[CE8] logs a deletion once, however often it is sent', () => {
    const { room, colleague } = scene();
    const erased = change(colleague, () => titleOf(colleague).delete(0, 7));
    expect(room.receive(erased, 'colleague')).toMatchObject({ ok: true, value: { deleted: 7 } });
    const more = change(colleague, () => titleOf(colleague).delete(0, 2));
    expect(more).not.toEqual(erased);
    const verdict = room.receive(Y.encodeStateAsUpdate(colleague), 'colleague');
    expect(verdict.ok && verdict.value).toMatchObject({ inserted: 0, deleted: 2, cut: true });
    expect(room.receive(erased, 'colleague')).toMatchObject({ ok: true, value: { bytes: null } });
  });
});

describe('one grammar', () => {
  const own = { client: COLLEAGUE, clock: 0 };
  const word = { origin: [AUTHOR, 0] as const, content: text('x') };

  it('[H2a] [CE1] refuses two sections of one client', () => {
    const twice = craft([
      { ...own, structs: [word] },
      { ...own, clock: 1, structs: [word] },
    ]);
    expectRefusal(scene().room, twice, 'malformed-update');
  });

  it('[H2b] [CE1] refuses sections in ascending order', () => {
    const ascending = craft([
      { ...own, structs: [word] },
      { client: COLLEAGUE + 1, clock: 0, structs: [word] },
    ]);
    expectRefusal(scene().room, ascending, 'malformed-update');
  });

  it('[H2c] [CE7] refuses an origin, right origin or parent that is itself or its own future', () => {
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

  it('[H2d] [CE7] refuses a circle through two ids of one person, and takes a causal chain through them', () => {
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

  it('[H2e] [CE1] refuses numbers with zero groups at their end, of any length', () => {
    const { room } = scene();
    for (const groups of [1, 7, 8, 160]) {
      const padded = [...Array.from({ length: groups }, () => 0x80), 0];
      expectRefusal(room, new Uint8Array([0, 1, AUTHOR, 1, ...padded, 1]), 'malformed-update');
    }
  });

  it('[H2f] [CE9] refuses deep, long or foreign JSON in a mark', () => {
    const { room } = scene();
    const marked = (name: string, json: string): Uint8Array =>
      craft([{ ...own, structs: [{ kind: 6, origin: [AUTHOR, 0], content: mark(name, json) }] }]);
    expectRefusal(room, marked('bold', `${'['.repeat(60_000)}${']'.repeat(60_000)}`), 'forbidden-content');
    expectRefusal(room, marked('link', '{"href":{"a":{"b":1}}}'), 'forbidden-content');
    expectRefusal(room, marked('link', '{"href":"java\\nscript:alert(1)"}'), 'forbidden-content');
    expectRefusal(room, marked('link', '{"__proto__":"x"}'), 'forbidden-content');
    expectRefusal(room, marked('blink', 'true'), 'forbidden-content');
    expectRefusal(room, marked('bold', '{'), 'malformed-update');
    expect(
      codeOf(room.receive(marked('link', '{"href":"https://valdoise.fr","rel":null}'), 'colleague')),
    ).toBe('admitted');
  });

  it('[H2g] [CE1] refuses unknown kinds and types, bad UTF-8, lone surrogates and absurd counts', () => {
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
              content: (encoder) => encoding.writeVarUint8Array(encoder, new Uint8Array(bytes)),
            },
          ],
        },
      ]);
    expectRefusal(room, raw(0xff), 'malformed-update');
    expectRefusal(room, raw(0xed, 0xa0, 0x80), 'malformed-update');
    expectRefusal(room, craft([{ ...own, structs: [word], count: 2 ** 31 }]), 'too-large');
  });

  it('[H2h] [CE1] refuses clocks and lengths out of range', () => {
    const { room } = scene();
    expectRefusal(room, craft([{ ...own, clock: 2 ** 31, structs: [word] }]), 'malformed-update');
    expectRefusal(room, craft([], [{ client: AUTHOR, ranges: [[0, 2 ** 52]] }]), 'malformed-update');
    expectRefusal(room, craft([], [{ client: 2 ** 32, ranges: [[0, 1]] }]), 'malformed-update');
  });

  it('[H2i] [CE9] refuses attributes of other names, other values, or where none belong', () => {
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

  it('[H4] [CE9] takes several values of an attribute in one struct only when all but the last are deleted', () => {
    const run = [{ kind: 8, parent: [AUTHOR, 0] as const, key: 'level', content: values(2, 3, 2) }];
    expectRefusal(scene().room, craft([{ ...own, structs: run }]), 'forbidden-content');
    const deletes = [{ client: COLLEAGUE, ranges: [[0, 2]] as const }];
    const { room } = scene();
    expect(codeOf(room.receive(craft([{ ...own, structs: run }], deletes), 'colleague'))).toBe('admitted');
  });

  it('[H9] [CE2] refuses thousands of new scattered deletes and takes them back when they are known', () => {
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

describe('what an honest client does', () => {
  it('[CE5] sends leftovers of an earlier id of the same person together with the new one', () => {
    const { room, colleague } = scene();
    typed(colleague, 0, 'avant ');
    colleague.clientID = COLLEAGUE + 1;
    typed(colleague, 3, 'après ');
    const verdict = room.receive(Y.encodeStateAsUpdate(colleague), 'colleague');
    expect(verdict.ok && verdict.value.clients).toEqual([COLLEAGUE + 1, COLLEAGUE]);
    expect(readDocument(room.replay()).title).toBe(readDocument(colleague).title);
  });

  it('[CE9] writes paragraphs, lists, headings and marks', () => {
    const { room, colleague } = scene();
    const bytes = change(colleague, (doc) => {
      writePlainText(doc, 'un\ndeux');
      bodyOf(doc).insert(0, [new Y.XmlElement('heading')]);
      const heading: unknown = bodyOf(doc).get(0);
      if (!(heading instanceof Y.XmlElement)) throw new Error('no heading');
      for (const level of [2, 3, 2]) heading.setAttribute('level', level);
      heading.insert(0, [new Y.XmlText('titre')]);
      const paragraph: unknown = bodyOf(doc).get(1);
      const run: unknown = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
      if (run instanceof Y.XmlText)
        run.format(0, 1, { bold: {}, link: { href: 'https://a.fr', title: null } });
    });
    expect(codeOf(room.receive(bytes, 'colleague'))).toBe('admitted');
    expect(readDocument(room.replay()).text).toBe('titre\nun\ndeux');
  });

  it('[CE10] may still delete when the text is full, and add nothing', () => {
    const { room, author } = scene();
    const guard = createGuard();
    for (const bytes of room.log) guard.admit(bytes);
    const full = { person: 'author', ownerOf: () => 'author', mayOnlyDelete: true };
    expect(guard.verify(typed(writer(AUTHOR, room.log), 0, 'x'), full)).toMatchObject({
      ok: false,
      failure: { code: 'document-full' },
    });
    const erased = change(author, () => titleOf(author).delete(0, 3));
    expect(guard.verify(erased, full)).toMatchObject({ ok: true, value: { deleted: 3 } });
  });

  it('[CE12] is judged late by form and owner only, and nothing changes', () => {
    const { room, colleague } = scene();
    const guard = createGuard();
    for (const bytes of room.log) guard.admit(bytes);
    const sender = { person: 'colleague', ownerOf: (id: number) => room.owners.get(id) };
    typed(colleague, 0, 'perdu ');
    const afterAnotherLateOne = typed(colleague, 6, 'tard ');
    expect(guard.inspect(afterAnotherLateOne, sender).ok).toBe(true);
    expect(guard.inspect(appended(AUTHOR, WORDS.length), sender)).toMatchObject({
      failure: { code: 'foreign-client' },
    });
    expect(guard.vector.get(COLLEAGUE)).toBeUndefined();
  });
});
