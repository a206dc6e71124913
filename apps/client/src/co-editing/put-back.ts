/** Puts recovered words back into a text that went on without them: at its end, and only the lines it lacks. */
import { bodyOf, readDocument } from '@butinerie/collaboration/document';
import * as Y from 'yjs';

export function missingLines(current: string, recovered: string): readonly string[] {
  const there = new Map<string, number>();
  for (const line of current.split('\n')) there.set(line.trim(), (there.get(line.trim()) ?? 0) + 1);
  return recovered.split('\n').filter((line) => {
    const words = line.trim();
    const count = there.get(words) ?? 0;
    there.set(words, count - 1);
    return words !== '' && count <= 0;
  });
}

/** False when the text has all of it already. */
export function putBack(doc: Y.Doc, text: string): boolean {
  const lines = missingLines(readDocument(doc).text, text);
  if (lines.length === 0) return false;
  doc.transact(() => {
    const body = bodyOf(doc);
    body.insert(
      body.length,
      lines.map((line) => {
        const paragraph = new Y.XmlElement('paragraph');
        paragraph.insert(0, [new Y.XmlText(line)]);
        return paragraph;
      }),
    );
  });
  return true;
}
