/** What two hands do in the living text: point at words, press keys, cut, paste, drag, compose. All in a real browser. */
import type { Page } from 'playwright-core';
import { setTimeout as wait } from 'node:timers/promises';
import { openEditor, type Editor } from '../../test/support/editor.ts';

/** The tools of the toolbar, by their French names. */
const TOOLS = {
  bold: 'Gras',
  italic: 'Italique',
  heading: 'Titre',
  subheading: 'Sous-titre',
  bullets: 'Liste',
  numbers: 'Liste numérotée',
  quote: 'Citation',
  undo: 'Annuler la dernière frappe',
  redo: 'Rétablir',
} as const;

export interface Hands {
  readonly page: Page;
  readonly editor: Editor;
  select(words: string): Promise<void>;
  /** From the beginning of some words to the end of others, over whatever stands between. */
  selectFrom(first: string, last: string): Promise<void>;
  selectAll(): Promise<void>;
  before(words: string): Promise<void>;
  after(words: string): Promise<void>;
  /** In the middle of some words: that many letters after their beginning. */
  within(words: string, letters: number): Promise<void>;
  press(...keys: readonly string[]): Promise<void>;
  type(words: string): Promise<void>;
  tool(name: keyof typeof TOOLS): Promise<void>;
  cut(words: string): Promise<void>;
  copy(words: string): Promise<void>;
  paste(): Promise<void>;
  /** From another programme. */
  pasteFrom(content: { readonly text: string; readonly html?: string }): Promise<void>;
  /** Selected words, dragged with the mouse to the beginning or the end of others. */
  drag(words: string, place: 'before' | 'after', target: string): Promise<void>;
  /** As an input method does: the composition grows, then it is taken. */
  compose(...steps: readonly string[]): Promise<void>;
  title(): Promise<void>;
}

export async function handsOn(page: Page): Promise<Hands> {
  const editor = await openEditor(page);
  const { field } = editor;
  const { keyboard, mouse } = page;

  /** Puts the selection on words of the text, wherever nodes and the carets of others cut them. */
  async function point(first: string, last: string, edges: readonly [number, number]): Promise<void> {
    await field.focus();
    const found = await field.evaluate(
      (element, [from, to, [offset, end]]) => {
        const nodes: Text[] = [];
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const node = walker.currentNode as Text;
          if (node.parentElement?.closest('[aria-hidden="true"]') == null) nodes.push(node);
        }
        const whole = nodes.map(({ data }) => data).join('');
        const start = whole.indexOf(from);
        const stop = whole.indexOf(to, start);
        if (start < 0 || stop < 0) return false;
        const begin = start + offset;
        const finish = stop + to.length + end;
        // A place between two nodes is the end of one and the beginning of the next: a selection leans inward.
        const places = [begin, finish].map((place, nth) => {
          let left = place;
          for (const node of nodes) {
            if (left < node.length || (left === node.length && (nth === 1 || place === start + from.length)))
              return [node, left] as const;
            left -= node.length;
          }
          throw new Error('outside the text');
        });
        const [base, focus] = places;
        if (!base || !focus) return false;
        window.getSelection()?.setBaseAndExtent(...base, ...(begin === finish ? base : focus));
        return true;
      },
      [first, last, edges] as const,
    );
    if (!found) throw new Error(`« ${first} » is not in the text: ${await editor.text()}`);
    // The editor hears of a selection with the next event of the page.
    await wait(60);
  }
  const pointAt = (words: string, letters: number) => point(words, words, [letters, letters - words.length]);

  /** Where the selection begins and ends on the screen. */
  const edgesOnScreen = () =>
    page.evaluate(() => {
      const range = window.getSelection()?.getRangeAt(0);
      const rects = range ? [...range.getClientRects()] : [];
      const [first, last] = [rects[0], rects.at(-1)];
      if (!first || !last) throw new Error('nothing is selected');
      const tops = [first, last].map((rect) => rect.top + rect.height / 2);
      const [y = 0, endY = 0] = tops;
      return {
        start: { x: first.left + 1, y },
        inside: { x: first.left + Math.min(12, first.width / 2), y },
        end: { x: last.right, y: endY },
      };
    });

  const hands: Hands = {
    page,
    editor,
    select: (words) => point(words, words, [0, 0]),
    selectFrom: (first, last) => point(first, last, [0, 0]),
    async selectAll() {
      await field.focus();
      await keyboard.press('Control+a');
    },
    before: (words) => pointAt(words, 0),
    after: (words) => pointAt(words, words.length),
    within: pointAt,
    async press(...keys) {
      for (const key of keys) {
        await keyboard.press(key);
        // The page tells the editor of a moved caret after the key, not with it; fingers are slower than that.
        await wait(40);
      }
    },
    async type(words) {
      await keyboard.type(words, { delay: 4 });
    },
    async tool(name) {
      await page.getByRole('toolbar').getByRole('button', { name: TOOLS[name], exact: true }).click();
    },
    async cut(words) {
      await hands.select(words);
      await keyboard.press('Control+x');
    },
    async copy(words) {
      await hands.select(words);
      await keyboard.press('Control+c');
    },
    async paste() {
      await keyboard.press('Control+v');
    },
    async pasteFrom({ text, html }) {
      await page.evaluate(
        ([plain, rich]) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', plain);
          if (rich !== null) clipboardData.setData('text/html', rich);
          const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
          document.activeElement?.dispatchEvent(event);
        },
        [text, html ?? null] as const,
      );
    },
    async drag(words, place, target) {
      await hands.select(target);
      const to = (await edgesOnScreen())[place === 'before' ? 'start' : 'end'];
      await hands.select(words);
      const { inside } = await edgesOnScreen();
      await mouse.move(inside.x, inside.y);
      await mouse.down();
      await mouse.move(inside.x + 8, inside.y + 2, { steps: 4 });
      await mouse.move(to.x, to.y, { steps: 8 });
      await mouse.up();
    },
    async compose(...steps) {
      const session = await page.context().newCDPSession(page);
      for (const text of steps)
        await session.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
      await session.send('Input.insertText', { text: steps.at(-1) ?? '' });
      await session.detach();
    },
    async title() {
      await page.getByRole('textbox', { name: 'Titre de l’idée' }).focus();
    },
  };
  return hands;
}
