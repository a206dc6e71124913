/**
 * Keeps the editor and the shared text the same. What somebody else wrote changes in the editor only what it changed in
 * the text (docs/decisions/0042): every other block stays the node it was, on the page too. What is written here goes
 * the other way by the library's own comparison, whose updates the guard knows.
 */
import { Fragment, Slice } from '@tiptap/pm/model';
import type { EditorState, PluginView } from '@tiptap/pm/state';
import { Mapping, ReplaceStep } from '@tiptap/pm/transform';
import type { EditorView } from '@tiptap/pm/view';
import { updateYFragment, ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import type { DrawnBody } from './drawn-body.ts';
import { replacements, type Replacement } from './replacements.ts';
import { hold, keepSelection, type Held } from './selection-kept.ts';
import { writeInPlace } from './write-in-place.ts';

/** What this page writes by its own hand: what undo takes back. */
export const WRITTEN_HERE = ySyncPluginKey;

/** Somebody who comes back after hours is shown the rest at once. */
const MOST_AT_A_TIME = 20;

interface StackEvent {
  readonly stackItem: { readonly meta: Map<unknown, unknown> };
  readonly origin: unknown;
}

export class BodyBinding implements PluginView {
  readonly #view: EditorView;
  readonly #body: Y.XmlFragment;
  readonly #undo: Y.UndoManager;
  readonly #drawn: DrawnBody;
  readonly #overlapping = new Map();
  /** The document that says what the shared text says; null while, or because, the editor is behind. */
  #shown: EditorState['doc'] | null = null;
  #drawing = false;
  /** Where the caret was before others changed the text, and before the last change made here. */
  #held: Held | null = null;
  #left: Held | null = null;

  constructor(view: EditorView, body: Y.XmlFragment, undo: Y.UndoManager, drawn: DrawnBody) {
    this.#view = view;
    this.#body = body;
    this.#undo = undo;
    this.#drawn = drawn;
    body.doc?.on('beforeAllTransactions', this.#begins);
    body.doc?.on('afterAllTransactions', this.#ends);
    body.observeDeep(this.#changed);
    undo.on('stack-item-added', this.#added);
    this.#draw(null);
  }

  update(view: EditorView, { doc, selection }: EditorState): void {
    if (this.#drawing || view.state.doc === this.#shown) return;
    // What was not drawn is not known here to be there: it would be taken out again.
    if (this.#shown === null) return this.#draw(null);
    this.#left = doc === this.#shown ? hold({ doc, selection }, this.#body) : null;
    this.#write(this.#shown);
  }

  destroy(): void {
    this.#body.doc?.off('beforeAllTransactions', this.#begins);
    this.#body.doc?.off('afterAllTransactions', this.#ends);
    this.#body.unobserveDeep(this.#changed);
    this.#undo.off('stack-item-added', this.#added);
  }

  #write(before: EditorState['doc']): void {
    const { doc } = this.#view.state;
    const { doc: shared } = this.#body;
    this.#shown = doc;
    const meta = { mapping: this.#drawn.nodes, isOMark: this.#overlapping };
    shared?.transact(() => {
      if (!writeInPlace(this.#body, before, this.#view.state, meta.mapping))
        updateYFragment(shared, this.#body, doc, meta);
    }, WRITTEN_HERE);
  }

  readonly #begins = (): void => {
    const { state } = this.#view;
    if (state.doc === this.#shown) this.#held = hold(state, this.#body);
  };

  readonly #ends = (): void => {
    this.#held = null;
  };

  readonly #added = ({ stackItem, origin }: StackEvent): void => {
    if (origin === WRITTEN_HERE && this.#left) stackItem.meta.set(BodyBinding, this.#left);
  };

  readonly #changed = (_events: unknown, transaction: Y.Transaction): void => {
    if (transaction.origin === WRITTEN_HERE) return;
    this.#drawn.forget(transaction);
    this.#draw(transaction.origin);
  };

  #draw(origin: unknown): void {
    const before = this.#view.state;
    this.#shown = null;
    this.#drawing = true;
    try {
      const { blocks, formerOf } = this.#drawn.draw();
      const found = replacements(before.doc, before.doc.copy(Fragment.from(blocks)), formerOf);
      this.#replace(found, before, origin === this.#undo);
      this.#shown = this.#view.state.doc;
    } finally {
      this.#drawing = false;
    }
  }

  /**
   * From the end, so that what is before keeps its place; and one by one, since the view is sure to keep the elements of
   * every block that stays only where all that is new stands in one place.
   */
  #replace(found: readonly Replacement[], before: EditorState, takenBack: boolean): void {
    const steps = found
      .toReversed()
      .map(({ from, to, content }) => new ReplaceStep(from, to, new Slice(content, 0, 0)));
    const held = (takenBack && this.#heldOfStack()) || this.#held;
    const mapping = new Mapping();
    for (const [at, step] of steps.entries()) {
      const { tr } = this.#view.state;
      const last = at >= Math.min(steps.length, MOST_AT_A_TIME) - 1;
      for (const one of last ? steps.slice(at) : [step]) tr.step(one);
      mapping.appendMapping(tr.mapping);
      if (last) {
        this.#drawn.settle(tr.doc);
        if (held)
          keepSelection(tr, before, held, { body: this.#body, drawn: this.#drawn.nodes, found, mapping });
        if (takenBack) tr.scrollIntoView();
      }
      // « Gras » pressed before the next letter stays pressed.
      if (before.storedMarks) tr.setStoredMarks(before.storedMarks);
      // Nothing answers it here: whoever typed an address made it a link, or did not.
      tr.setMeta('preventAutolink', true).setMeta('preventClearDocument', true).setMeta(ySyncPluginKey, true);
      this.#view.dispatch(tr);
      if (last) break;
    }
  }

  #heldOfStack(): Held | null {
    const kept: unknown = this.#undo.currStackItem?.meta.get(BodyBinding);
    return (kept as Held | undefined) ?? null;
  }
}
