/** What a change by somebody else does to the page of who writes in the same text. */
import { bodyOf } from '@butinerie/collaboration/document';
import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { paragraph, writingPages, type WritingPage } from '../../testing/writing-pages.ts';
import { extensionsFor } from '../extensions.ts';

const LINES = Array.from({ length: 200 }, (_, at) => `Ligne ${at} d’un long texte.`);

function twoPages(paragraphs: readonly string[]): readonly [ana: WritingPage, come: WritingPage] {
  const [ana, come] = writingPages(['Ana', 'Côme'], extensionsFor, paragraphs);
  if (!ana || !come) throw new Error('two pages were asked for');
  return [ana, come];
}

/** Where words stand in the editor; just before the given offset in them. */
function at({ state }: Editor, words: string, offset = 0): number {
  let found = -1;
  state.doc.descendants((node, position) => {
    const inside = node.isTextblock ? node.textContent.indexOf(words) : -1;
    if (inside >= 0 && found < 0) found = position + 1 + inside + offset;
  });
  if (found < 0) throw new Error(`« ${words} » does not stand in the text`);
  return found;
}

function select({ view }: Editor, from: number, to = from): void {
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)));
}

/** The letters on either side of the caret, or what is selected. */
function around({ state }: Editor): string {
  const { $from, $to, from, to, empty } = state.selection;
  const before = $from.parent.textContent.slice(Math.max(0, $from.parentOffset - 4), $from.parentOffset);
  const after = $to.parent.textContent.slice($to.parentOffset, $to.parentOffset + 4);
  return empty ? `${before}|${after}` : `[${state.doc.textBetween(from, to, ' ')}]`;
}

const type = ({ editor }: WritingPage, words: string, position: number): void =>
  editor.view.dispatch(editor.state.tr.insertText(words, position));

/** What the page shows and what the editor holds, before and after; what is there of both that was not. */
function made(editor: Editor, act: () => void): { nodes: number; shown: number } {
  const nodes = new Set<unknown>();
  editor.state.doc.descendants((node) => void nodes.add(node));
  const watched = new MutationObserver(() => undefined);
  watched.observe(editor.view.dom, { subtree: true, childList: true, characterData: true });
  act();
  const shown = watched
    .takeRecords()
    .reduce((sum, { type: kind, addedNodes }) => sum + (kind === 'characterData' ? 1 : addedNodes.length), 0);
  watched.disconnect();
  let fresh = 0;
  editor.state.doc.descendants((node) => void (fresh += nodes.has(node) ? 0 : 1));
  return { nodes: fresh, shown };
}

test('[CE53] a letter somebody else types makes its own block anew, whatever the length of the text', () => {
  const [ana, come] = twoPages(LINES);
  type(come, 'x', at(come.editor, 'Ligne 100', 3));
  // The paragraph and its run of words; one run of words on the page.
  expect(made(ana.editor, () => ana.hear())).toEqual({ nodes: 2, shown: 1 });
  type(come, 'y', at(come.editor, 'Ligne 7 ', 3));
  type(come, 'z', at(come.editor, 'Ligne 150', 3));
  expect(made(ana.editor, () => ana.hear())).toEqual({ nodes: 4, shown: 2 });
});

test('[CE53] every other block keeps its place on the page: the same elements, with the same words in them', () => {
  const [ana, come] = twoPages(LINES);
  const shown = () => [...ana.editor.view.dom.children].map((block) => [block, block.textContent] as const);
  const before = shown();
  come.doc.transact(() => {
    bodyOf(come.doc).insert(
      0,
      Array.from({ length: 12 }, (_, line) => paragraph(`Nouvelle ligne ${line}.`)),
    );
    bodyOf(come.doc).delete(100, 1);
    bodyOf(come.doc).insert(150, [paragraph('Et une au milieu.')]);
  });
  ana.hear();
  const [, ...rest] = [...before.slice(0, 88), ...before.slice(89)].map(([block]) => block);
  const after = new Map(shown());
  expect(after.size).toBe(211 + 1);
  for (const [block, words] of before)
    if (block.isConnected) expect([words, after.get(block)]).toEqual([words, words]);
  expect(rest.every((block) => block.isConnected)).toBe(true);
});

test('[CE53] who comes back after hours is shown all of it, and what did not change is left as it was', () => {
  const [ana, come] = twoPages(LINES);
  for (let line = 0; line < 200; line += 4) type(come, 'x', at(come.editor, `Ligne ${line} `, 3));
  expect(made(ana.editor, () => ana.hear())).toEqual({ nodes: 100, shown: 50 });
  expect(ana.editor.getJSON()).toEqual(come.editor.getJSON());
});

test('[CE53] a page that failed to show what others wrote writes nothing over it, and shows it with the next key', () => {
  const [ana, come] = twoPages(['Le début.', 'La fin.']);
  const { view } = ana.editor;
  const { dispatch } = view;
  view.dispatch = () => {
    throw new Error('nothing is shown');
  };
  type(come, 'Voici ', at(come.editor, 'La fin.'));
  expect(() => ana.hear()).toThrow('nothing is shown');
  view.dispatch = dispatch;
  expect(ana.editor.state.doc.textContent).toBe('Le début.La fin.');
  type(ana, '!', at(ana.editor, 'Le début.', 9));
  type(ana, '?', at(ana.editor, 'Le début.', 9));
  come.hear();
  expect(ana.editor.state.doc.textContent).toBe('Le début.?Voici La fin.');
  expect(come.editor.getJSON()).toEqual(ana.editor.getJSON());
});

test('[CE53] in a list, the points nobody touched keep theirs', () => {
  const [ana, come] = twoPages(['un', 'deux', 'trois']);
  come.editor.chain().selectAll().toggleBulletList().run();
  ana.hear();
  const points = [...ana.editor.view.dom.querySelectorAll('li')];
  expect(points.length).toBe(3);
  select(come.editor, at(come.editor, 'un'));
  come.editor.commands.insertContent('zéro');
  come.editor.commands.splitListItem('listItem');
  ana.hear();
  const after = [...ana.editor.view.dom.querySelectorAll('li')];
  expect(after.map(({ textContent }) => textContent)).toEqual(['zéro', 'un', 'deux', 'trois']);
  expect(after.slice(2)).toEqual(points.slice(1));
});

test('[CE53] the caret stays with its words: beside it, above it, and when its paragraph is cut, joined or made a heading', () => {
  const [ana, come] = twoPages(['Le début du texte.', 'Une phrase entière, puis une autre.', 'La fin.']);
  const caret = at(ana.editor, 'puis', 2);
  select(ana.editor, caret);
  const still = (): void => expect(around(ana.editor)).toBe(', pu|is u');
  const hears = (act: () => unknown): void => {
    act();
    ana.hear();
    still();
    ana.editor.commands.insertContent('');
  };
  still();
  hears(() => type(come, 'Bien ', at(come.editor, 'Une phrase')));
  hears(() => type(come, ' pu pu', at(come.editor, 'autre', 5)));
  hears(() => bodyOf(come.doc).insert(0, [paragraph('Tout au début.'), paragraph('Puis ceci.')]));
  hears(() => {
    select(come.editor, at(come.editor, 'entière', 3));
    come.editor.commands.splitBlock();
  });
  hears(() => {
    select(come.editor, at(come.editor, 'ière', 0));
    come.editor.commands.joinBackward();
  });
  hears(() => {
    select(come.editor, at(come.editor, 'puis'));
    come.editor.commands.toggleHeading({ level: 2 });
  });
  hears(() => type(come, 'Bien ', at(come.editor, 'Bien Une')));
  hears(() => come.editor.commands.toggleBulletList());
  hears(() =>
    come.editor
      .chain()
      .setTextSelection({ from: caret, to: caret + 30 })
      .toggleBold()
      .run(),
  );
});

test('[CE53] what is selected stays selected, and a letter typed at the caret comes behind it', () => {
  const [ana, come] = twoPages(['Le début.', 'Une phrase entière.', 'La fin.']);
  select(ana.editor, at(ana.editor, 'phrase'), at(ana.editor, 'phrase', 6));
  type(come, 'aaa', at(come.editor, 'début'));
  type(come, 'bien ', at(come.editor, 'phrase'));
  type(come, 'z', at(come.editor, 'phrase', 3));
  ana.hear();
  expect(around(ana.editor)).toBe('[bien phrzase]');
  select(ana.editor, at(ana.editor, 'La fin', 2));
  type(come, 'aaa', at(come.editor, 'La fin', 2));
  ana.hear();
  expect(around(ana.editor)).toBe('La|aaa ');
});

test('[CE53] « Gras » pressed before the next letter stays pressed while others write', () => {
  const [ana, come] = twoPages(['Le début.', 'La fin.']);
  select(ana.editor, at(ana.editor, 'La fin.', 7));
  ana.editor.commands.toggleBold();
  type(come, 'Tout ', 1);
  ana.hear();
  expect(ana.editor.isActive('bold')).toBe(true);
});

test('[CE54] undo and redo take back and bring again one’s own words, never those of others, and put the caret there', () => {
  const [ana, come] = twoPages(['Le début.', 'La fin.']);
  select(ana.editor, at(ana.editor, 'Le début.', 9));
  ana.editor.chain().splitBlock().insertContent('De moi.').run();
  come.hear();
  type(come, ' De Côme.', at(come.editor, 'De moi.', 7));
  type(come, 'Ici ', 1);
  ana.hear();
  select(ana.editor, at(ana.editor, 'La fin.', 7));
  ana.editor.commands.undo();
  const text = (): string => ana.editor.state.doc.children.map((block) => block.textContent).join('|');
  expect(text()).toBe('Ici Le début.| De Côme.|La fin.');
  expect(around(ana.editor)).toBe('but.|');
  ana.editor.commands.redo();
  expect(text()).toBe('Ici Le début.|De moi. De Côme.|La fin.');
  // What somebody else does next moves nothing but what it must.
  select(ana.editor, at(ana.editor, 'La fin.', 3));
  type(come, 'Enfin. ', 1);
  ana.hear();
  expect(around(ana.editor)).toBe('La |fin.');
});

test('[CE54] words of others in a list of one’s own making outlive its undo', () => {
  const [ana, come] = twoPages(['Le début.']);
  select(ana.editor, at(ana.editor, 'Le début.', 9));
  ana.editor.chain().splitBlock().toggleBulletList().insertContent('Mon point.').run();
  come.hear();
  type(come, ' Le sien.', at(come.editor, 'Mon point.', 10));
  ana.hear();
  while (ana.editor.can().undo()) ana.editor.commands.undo();
  expect(ana.editor.state.doc.textContent).toBe('Le début. Le sien.');
});

test('[CE53] an address that its author did not make a link is not made one by those who see others write', () => {
  const [ana, come] = twoPages(['Voir exemple.fr', 'La fin.']);
  type(come, 'Voici ', at(come.editor, 'La fin.'));
  ana.hear();
  type(ana, '!', at(ana.editor, 'La fin.', 7));
  come.hear();
  for (const { editor } of [ana, come]) expect(editor.view.dom.querySelectorAll('a').length).toBe(0);
});

test('[CE54] a blank typed beside somebody else’s is one’s own: her undo leaves it between the words it parts', () => {
  const [ana, come] = twoPages(['Le soir.']);
  type(come, ' Une minuterie.', at(come.editor, 'Le soir.', 8));
  ana.hear();
  select(ana.editor, at(ana.editor, 'Le soir.', 8));
  for (const letter of ' Chaque étage.') ana.editor.view.dispatch(ana.editor.state.tr.insertText(letter));
  come.hear();
  expect(plain(come)).toBe('Le soir. Chaque étage. Une minuterie.');
  come.editor.commands.undo();
  ana.hear();
  expect([plain(ana), plain(come)]).toEqual(['Le soir. Chaque étage.', 'Le soir. Chaque étage.']);
});

/** Both have begun in one empty paragraph, and heard each other. */
function begunTogether(): readonly [ana: WritingPage, come: WritingPage] {
  const pages = twoPages(['']);
  const [ana, come] = pages;
  bodyOf(ana.doc).delete(0, 1);
  come.hear();
  ana.editor.commands.insertContentAt(0, { type: 'paragraph' });
  come.hear();
  type(ana, 'Bonjour.', 1);
  type(come, 'Salut.', 1);
  for (const page of pages) page.hear(1);
  return pages;
}
/** The words of whoever wrote them, by the ids of what stands in the text. */
function wordsBy({ doc }: WritingPage): ReadonlyMap<number, string> {
  const words = new Map<number, string>();
  const [block] = bodyOf(doc).toArray() as Y.XmlElement[];
  for (const text of (block?.toArray() ?? []) as Y.XmlText[])
    for (let item = text._start; item !== null; item = item.right)
      if (!item.deleted && item.content instanceof Y.ContentString)
        words.set(item.id.client, (words.get(item.id.client) ?? '') + item.content.str);
  return words;
}

test('[CE55] two who begin in the same empty paragraph and go on at once keep each letter, once, as their own', () => {
  const [ana, come] = begunTogether();
  // Each types on before hearing any more of the other.
  type(ana, ' Ana', at(ana.editor, 'Bonjour.', 8));
  type(come, ' Côme', at(come.editor, 'Salut.', 6));
  type(ana, '!', at(ana.editor, 'Salut.', 6));
  for (const page of [ana, come, ana, come]) page.hear();
  for (const { editor } of [ana, come]) {
    const { textContent } = editor.state.doc;
    for (const once of ['Bonjour. Ana', 'Salut.', ' Côme', '!'])
      expect([once, textContent.split(once).length]).toEqual([once, 2]);
    expect(textContent).toHaveLength('Bonjour. AnaSalut. Côme!'.length);
  }
  expect(come.editor.state.doc.toJSON()).toEqual(ana.editor.state.doc.toJSON());
  const by = wordsBy(ana);
  expect(by.get(come.doc.clientID)).toBe('Salut. Côme');
  expect(by.get(ana.doc.clientID)).toHaveLength('Bonjour. Ana!'.length);
});

test('[CE55] a word made bold, taken out or written across the words of two who began together stays where it is', () => {
  const [ana, come] = begunTogether();
  const { editor } = ana;
  const words = editor.state.doc.textContent;
  const middle = words.length / 2;
  select(editor, middle - 1, middle + 5);
  editor.commands.toggleBold();
  come.hear();
  expect(come.editor.state.doc.toJSON()).toEqual(editor.state.doc.toJSON());
  expect(wordsBy(ana).get(come.doc.clientID)).toBe('Salut.');
  editor.view.dispatch(editor.state.tr.insertText('🐝', middle - 1, middle + 5));
  editor.commands.setHardBreak();
  type(ana, 'Fin', editor.state.doc.content.size - 1);
  come.hear();
  expect(come.editor.state.doc.textContent).toBe(
    `${words.slice(0, middle - 2)}🐝${words.slice(middle + 4)}Fin`,
  );
  editor.commands.undo();
  come.hear();
  ana.hear();
  expect(plain(come)).toBe(plain(ana));
});

const plain = ({ editor }: WritingPage): string => editor.state.doc.textContent;

test('[CE53] a word that is being composed is left alone by what others write, and is in the text once', async () => {
  // The simulated browser measures nothing.
  const nowhere = new DOMRect();
  Object.assign(Range.prototype, { getClientRects: () => [nowhere], getBoundingClientRect: () => nowhere });
  const [ana, come] = twoPages(['Le début.', 'Une phrase', 'La fin.']);
  const { view } = ana.editor;
  const home = view.dom.children[1];
  const run = home?.firstChild;
  if (!(run instanceof Text)) throw new Error('no words on the page');
  view.focus();
  select(ana.editor, at(ana.editor, 'Une phrase', 10));
  view.dom.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
  const compose = async (word: string): Promise<void> => {
    run.data = `Une phrase${word}`;
    document.getSelection()?.collapse(run, run.length);
    // The editor hears of it as of any change of the page.
    await expect.poll(() => ana.editor.state.doc.textContent).toContain(`Une phrase${word}`);
  };
  await compose(' k');
  bodyOf(come.doc).insert(0, [paragraph('Tout au début.')]);
  type(come, 'Vers ', at(come.editor, 'La fin'));
  ana.hear();
  await compose(' ka');
  expect([view.composing, run.isConnected, view.dom.contains(run)]).toEqual([true, true, true]);
  type(come, 'Bien ', at(come.editor, 'Une phrase'));
  ana.hear();
  view.dom.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: ' ka' }));
  await expect.poll(() => view.composing).toBe(false);
  come.hear();
  for (const { editor } of [ana, come])
    expect(editor.state.doc.children.map((block) => block.textContent)).toEqual([
      'Tout au début.',
      'Le début.',
      'Bien Une phrase ka',
      'Vers La fin.',
    ]);
});
