/** A text typed by so many ids, a word here and a word taken back there, until it has about so many bytes as an update. */
import { newDocument, titleOf } from '@butinerie/collaboration/document';
import * as Y from 'yjs';

export interface TypedText {
  readonly people: number;
  /** As a snapshot. */
  readonly whole: Uint8Array;
  /** The same history as the updates that it was made of, each person's in turn, under other client ids. */
  under(clientIds: readonly number[]): readonly Uint8Array[];
}

const WORDS = ['nous ', 'avons ', 'e', 'ensemble ', 't', 'la cantine ', 'des écoles ', 's', 'jette trop '];

interface Measures {
  readonly bytes: number;
  readonly people: number;
  /** How many keystrokes go out together. */
  readonly keys?: number;
}

export function typedText({ bytes, people, keys: together = 25 }: Measures): TypedText {
  const make = (
    clientIds: readonly number[],
    turns = Infinity,
  ): { whole: Uint8Array; updates: Uint8Array[] } => {
    const doc = newDocument();
    const title = titleOf(doc);
    const updates: Uint8Array[] = [];
    let at = 0;
    let size = 0;
    for (let turn = 0; turn < turns && (turn < people || turns < Infinity || size < bytes); turn++) {
      doc.clientID = clientIds[turn % people] ?? 0;
      const keys: Uint8Array[] = [];
      const keep = (update: Uint8Array): void => void keys.push(update);
      doc.on('update', keep);
      // Somewhere else each time, as people do: no run is much longer than a few words.
      at = (at + 7_919) % (title.length + 1);
      for (let key = 0; key < together; key++) {
        const word = WORDS[(turn + key) % WORDS.length] ?? ' ';
        if (key % 6 === 5) title.delete((at -= 1), 1);
        else title.insert(at, word);
        if (key % 6 !== 5) at += word.length;
      }
      doc.off('update', keep);
      const update = Y.mergeUpdates(keys);
      size += update.length;
      updates.push(update);
    }
    return { whole: Y.encodeStateAsUpdate(doc), updates };
  };
  // Ids as long as those that are leased.
  const { whole, updates } = make(Array.from({ length: people }, (_, n) => 4_000_000_000 + n));
  return { people, whole, under: (clientIds) => make(clientIds, updates.length).updates };
}
