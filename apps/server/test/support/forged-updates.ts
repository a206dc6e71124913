/** Updates no honest page sends, made with Yjs itself and, where it would not write such a thing, byte by byte. */
import { newDocument, titleOf } from '@butinerie/collaboration/document';
import * as Y from 'yjs';
import { change, copyUnder, inTitle } from './open-pages.ts';

/** Words under another person's next clock. */
export const underIdOf = (client: number, base: Y.Doc): Uint8Array =>
  change(copyUnder(client, base), inTitle('FAUX '));

/** The clocks `client` has spent, with other words. */
export function replayOf(client: number, words: string): Uint8Array {
  const doc = newDocument();
  doc.clientID = client;
  return change(doc, inTitle(words));
}

/** A hole: the second of two changes without the first. */
export function afterGap(client: number, base: Y.Doc): Uint8Array {
  const doc = copyUnder(client, base);
  change(doc, inTitle('un '));
  return change(doc, inTitle('deux '));
}

/** Follows words that were never sent. */
export function onNothing(client: number, { base, absent }: { base: Y.Doc; absent: number }): Uint8Array {
  const other = copyUnder(absent, base);
  const words = change(other, inTitle('jamais envoyé'));
  const doc = copyUnder(client, base);
  Y.applyUpdate(doc, words);
  return change(doc, inTitle('suite', 'jamais envoyé'.length));
}

/** Deletes words of `victim` that are not there yet. */
export function deleteAhead(victim: number, base: Y.Doc): Uint8Array {
  const doc = copyUnder(victim, base);
  change(doc, inTitle('à venir'));
  return change(doc, () => titleOf(doc).delete(0, 'à venir'.length));
}

/** One struct of the given kind byte and content, at a client's given clock, in the title. */
export function struct(
  { client, clock }: { client: number; clock: number },
  { info, content }: { info: number; content: readonly number[] },
): Uint8Array {
  return Uint8Array.from([1, 1, ...varUint(client), ...varUint(clock), info, ...content, 0]);
}

export function varUint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push(128 + (rest % 128));
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

/** `1` (a root by name), its name, then the words: what follows the info byte of a string in a root. */
export function stringInRoot(root: string, words: string): number[] {
  return [1, ...varString(root), ...varString(words)];
}

function varString(text: string): number[] {
  const bytes = [...new TextEncoder().encode(text)];
  return [...varUint(bytes.length), ...bytes];
}
