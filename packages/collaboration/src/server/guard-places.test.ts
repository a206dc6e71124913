import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { bodyOf, newDocument, readDocument, titleOf, writePlainText } from '../document/index.ts';
import { craft, element, mark, numbers, text, values } from '../testing/craft-update.ts';
import { AUTHOR, codeOf, COLLEAGUE, expectRefusal, scene, WORDS } from '../testing/guard-scene.ts';
import { change, typed } from '../testing/guarded-room.ts';
import { createGuard } from './guard.ts';

const from = (struct: Parameters<typeof craft>[0][number]['structs'][number]): Uint8Array =>
  craft([{ client: COLLEAGUE, clock: 0, structs: [struct] }]);

/** The scene with the author's paragraph: node, run and words at the clocks that follow the title. */
const page = () => {
  const { room, author, colleague } = scene();
  const written = change(author, () => writePlainText(author, 'Un paragraphe'));
  room.receive(written, 'author');
  const at = WORDS.length;
  return { room, author, colleague, paragraph: [AUTHOR, at] as const, words: [AUTHOR, at + 2] as const };
};

describe('where an id lives', () => {
  it('H3 [CE9] refuses neighbours from two lists, by which collecting and keeping copies would differ', () => {
    const { room, author, words } = page();
    room.receive(
      change(author, () => bodyOf(author).delete(0, 1)),
      'author',
    );
    const ghost = from({ origin: [AUTHOR, WORDS.length - 1], right: words, content: text('ghost') });
    const shown = [true, false].map((gc) => {
      const doc = new Y.Doc({ gc });
      for (const bytes of [...room.log, ghost]) Y.applyUpdate(doc, bytes);
      return titleOf(doc).toJSON();
    });
    expect(shown[0]).not.toBe(shown[1]);
    expectRefusal(room, ghost, 'forbidden-content');
    expectRefusal(room, from({ origin: words, right: [AUTHOR, 0], content: text('x') }), 'forbidden-content');
  });

  it('H3 [CE9] refuses neighbours from two paragraphs, two runs and two attributes alike', () => {
    const { room, author } = page();
    room.receive(
      change(author, (doc) => {
        bodyOf(doc).insert(0, [new Y.XmlElement('heading')]);
        const heading: unknown = bodyOf(doc).get(0);
        if (!(heading instanceof Y.XmlElement)) throw new Error('no heading');
        heading.setAttribute('level', 2);
        heading.setAttribute('type', 'a');
        heading.insert(0, [new Y.XmlText('Titre')]);
      }),
      'author',
    );
    const ids = new Map<string, readonly [number, number]>();
    for (const struct of room.replay().store.clients.get(AUTHOR) ?? []) {
      if (!(struct instanceof Y.Item)) continue;
      const name = struct.parentSub ?? struct.content.getContent().join('');
      ids.set(name, [struct.id.client, struct.id.clock]);
    }
    const [level, type, heading, paragraph] = ['level', 'type', 'Titre', 'Un paragraphe'].map((name) => {
      const id = ids.get(name);
      if (id === undefined) throw new Error(`no ${name} in ${[...ids.keys()].join()}`);
      return id;
    });
    if (level === undefined || type === undefined || heading === undefined || paragraph === undefined) return;
    expectRefusal(room, from({ origin: heading, right: paragraph, content: text('x') }), 'forbidden-content');
    const both = { kind: 8, origin: level, right: type, content: values(2) };
    expectRefusal(room, from(both), 'forbidden-content');
    expectRefusal(room, from({ kind: 8, origin: level, content: values(9) }), 'forbidden-content');
    expect(codeOf(room.receive(from({ kind: 8, origin: level, content: values(3) }), 'colleague'))).toBe(
      'admitted',
    );
  });

  it('H6 [CE9] refuses a right neighbour at or before the left one in what one client typed at one go', () => {
    const { room } = scene();
    for (const [left, right] of [
      [5, 5],
      [5, 4],
      [15, 0],
    ] as const) {
      const inverted = from({ origin: [AUTHOR, left], right: [AUTHOR, right], content: text('x') });
      expectRefusal(room, inverted, 'forbidden-content');
    }
    const between = from({ origin: [AUTHOR, 4], right: [AUTHOR, 5], content: text('x') });
    expect(codeOf(room.receive(between, 'colleague'))).toBe('admitted');
    expect(readDocument(room.replay()).title).toBe('Donnexr les repas');
  });

  it('H6 [CE9] takes a right neighbour written before the left one when both were typed at different places', () => {
    const { room, author, colleague } = scene();
    room.receive(typed(author, 0, 'Hier, '), 'author');
    for (const bytes of room.log.slice(-1)) Y.applyUpdate(colleague, bytes);
    expect(codeOf(room.receive(typed(colleague, 6, 'bien '), 'colleague'))).toBe('admitted');
    expect(readDocument(room.replay()).title).toBe(`Hier, bien ${WORDS}`);
  });

  it('H7 [CE9] takes an origin inside a surrogate pair, as editors that cut emoji make; all copies agree', () => {
    const { room, author } = scene();
    const emoji = typed(author, 0, '🐝');
    room.receive(emoji, 'author');
    const inside = from({
      origin: [AUTHOR, WORDS.length],
      right: [AUTHOR, WORDS.length + 1],
      content: text('x'),
    });
    expect(codeOf(room.receive(inside, 'colleague'))).toBe('admitted');
    const merged = newDocument();
    Y.applyUpdate(merged, Y.mergeUpdates(room.log));
    expect(readDocument(merged)).toEqual(readDocument(room.replay()));
    expect(readDocument(merged).title).toBe(`\ufffdx\ufffd${WORDS}`);
  });

  it('H5 [CE9] refuses a child of words, an attribute of a run and a mark in a title', () => {
    const { room, words, paragraph } = page();
    const run = [AUTHOR, WORDS.length + 1] as const;
    for (const struct of [
      { parent: words, content: text('x') },
      { kind: 7, parent: words, content: numbers(6) },
      { kind: 8, parent: run, key: 'level', content: values(2) },
      { kind: 8, parent: words, key: 'level', content: values(2) },
      { kind: 6, origin: [AUTHOR, 0] as const, content: mark('bold', 'true') },
      { kind: 7, parent: paragraph, content: element('heading') },
    ]) {
      expectRefusal(room, from(struct), 'forbidden-content');
    }
  });

  it('[CE3] a refusal forgets what its update had placed before it went wrong', () => {
    const { room, paragraph } = page();
    const half = craft([
      {
        client: COLLEAGUE,
        clock: 0,
        structs: [
          { kind: 7, origin: paragraph, content: element('paragraph') },
          { kind: 7, parent: [COLLEAGUE, 0], content: element('paragraph') },
        ],
      },
    ]);
    expectRefusal(room, half, 'forbidden-content');
    // The same ids may now be words; a remembered paragraph would refuse them.
    const words = craft([
      {
        client: COLLEAGUE,
        clock: 0,
        structs: [
          { origin: [AUTHOR, 0], content: text('abc') },
          { origin: [COLLEAGUE, 1], content: text('d') },
        ],
      },
    ]);
    expect(codeOf(room.receive(words, 'colleague'))).toBe('admitted');
  });

  it('[CE9] judges the same after the log was merged as after it was replayed', () => {
    const { room, author, words } = page();
    room.receive(typed(author, 3, 'né et ren'), 'author');
    const guard = createGuard();
    guard.admit(Y.mergeUpdates(room.log));
    const sender = { person: 'colleague', ownerOf: (id: number) => room.owners.get(id) };
    const twoLists = from({ origin: [AUTHOR, 0], right: words, content: text('x') });
    const inverted = from({ origin: [AUTHOR, 5], right: [AUTHOR, 2], content: text('x') });
    for (const bytes of [twoLists, inverted]) {
      expect(guard.verify(bytes, sender)).toMatchObject({ failure: { code: 'forbidden-content' } });
    }
    expect(guard.verify(from({ origin: words, content: text('x') }), sender).ok).toBe(true);
  });
});
