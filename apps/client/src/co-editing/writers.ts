/** Who writes in the text besides oneself, and where: from the carets the server vouches for. */
import { bodyOf, titleOf } from '@butinerie/collaboration/document';
import type { IdeaSession } from '@butinerie/collaboration/client';
import * as Y from 'yjs';

export interface Writer {
  readonly person: string;
  readonly name: string;
  /** In the title, in a block of the text (counted from one, with how it begins), or nowhere that can be told. */
  readonly place:
    | { readonly at: 'title' }
    | { readonly at: 'block'; readonly number: number; readonly begins: string }
    | null;
}

interface State {
  readonly cursor?: { readonly head?: unknown } | null;
  readonly user?: { readonly person?: unknown; readonly name?: unknown } | null;
}

const BEGINNING = 40;

export function writersOf(session: IdeaSession, me: string): Writer[] {
  const found = new Map<string, Writer>();
  for (const [client, raw] of session.awareness.getStates()) {
    if (client === session.doc.clientID) continue;
    const { cursor, user } = raw as State;
    const { person, name } = user ?? {};
    if (!cursor || typeof person !== 'string' || typeof name !== 'string' || person === me) continue;
    found.set(person, { person, name, place: placeOf(session.doc, cursor.head) });
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
}

function placeOf(doc: Y.Doc, head: unknown): Writer['place'] {
  try {
    const relative = Y.createRelativePositionFromJSON(head);
    const absolute = Y.createAbsolutePositionFromRelativePosition(relative, doc);
    if (absolute === null) return null;
    if (absolute.type === titleOf(doc)) return { at: 'title' };
    const body = bodyOf(doc);
    let type: Y.AbstractType<unknown> | null = absolute.type;
    while (type !== null && type.parent !== body) type = type.parent;
    const blocks: readonly unknown[] = body.toArray();
    const number = blocks.indexOf(type);
    return number < 0 ? null : { at: 'block', number: number + 1, begins: beginningOf(type) };
  } catch {
    // A caret made by hand: the person is there, the place cannot be told.
    return null;
  }
}

function beginningOf(block: unknown): string {
  const words = wordsOf(block).trim();
  return words.length > BEGINNING ? `${words.slice(0, BEGINNING).trimEnd()}…` : words;
}

function wordsOf(node: unknown): string {
  if (node instanceof Y.XmlText) {
    const runs = node.toDelta() as readonly { insert?: unknown }[];
    return runs.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
  }
  return node instanceof Y.XmlFragment ? node.toArray().map(wordsOf).join(' ') : '';
}
