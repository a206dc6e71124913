import type * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { bodyOf, newDocument, readDocument, titleOf, writePlainText } from '../document/index.ts';
import { craft, numbers, text, values } from '../testing/craft-update.ts';
import { appended, AUTHOR, codeOf, COLLEAGUE, expectRefusal, scene, WORDS } from '../testing/guard-scene.ts';
import { change, typed, writer } from '../testing/guarded-room.ts';
import { createGuard } from './guard.ts';

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
  it('H1 [CE4] keeps the replayed words out of the log, so that no order of merging brings them back', () => {
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

  it('H1 [CE4] drops a known struct even when its origin is bad', () => {
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
