/** The caret, and both ends of what is selected, stay with their words when the text changes around them. */
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { Mapping } from '@tiptap/pm/transform';
import type * as Y from 'yjs';
import type { Drawn } from './drawn-body.ts';
import { amongSameWords, isTakenOut, placeAt, positionOf, type Place } from './places.ts';
import type { Replacement } from './replacements.ts';

export interface Held {
  readonly anchor: Place | null;
  readonly head: Place | null;
}

/** What else can be selected (a whole block, everything) goes where the steps of a change take it. */
export function hold(
  { doc, selection }: Pick<EditorState, 'doc' | 'selection'>,
  body: Y.XmlFragment,
): Held | null {
  if (!(selection instanceof TextSelection)) return null;
  const head = placeAt(doc, selection.head, body);
  return { head, anchor: selection.empty ? head : placeAt(doc, selection.anchor, body) };
}

interface Change {
  readonly body: Y.XmlFragment;
  readonly drawn: Drawn;
  /** In positions of the document as it was, and where those are now. */
  readonly found: readonly Replacement[];
  readonly mapping: Mapping;
}

export function keepSelection(tr: Transaction, before: EditorState, held: Held, change: Change): void {
  const { selection } = before;
  const [anchor, head] = [
    find(held.anchor, selection.anchor, tr, change),
    find(held.head, selection.head, tr, change),
  ];
  if (tr.selection instanceof TextSelection && tr.selection.anchor === anchor && tr.selection.head === head)
    return;
  tr.setSelection(TextSelection.between(tr.doc.resolve(anchor), tr.doc.resolve(head)));
}

function find(
  place: Place | null,
  was: number,
  tr: Transaction,
  { body, drawn, found, mapping }: Change,
): number {
  // What others write at the very place comes behind the caret.
  const carried = (): number => mapping.map(was, -1);
  if (place === null) return carried();
  const letter = positionOf(place, body, drawn);
  if (letter !== null && !isTakenOut(place, body)) return letter;
  const changed = found.map(({ from, to }) => [mapping.map(from, -1), mapping.map(to, 1)] as const);
  return amongSameWords(place, tr.doc, changed) ?? letter ?? carried();
}
