/** People on one text by their own documents, without a server: every stroke of a hand is a row of the log. */
import * as Y from 'yjs';
import { bodyOf, newDocument } from '../document/new-document.ts';
import { provenanceOf, type Provenance } from '../provenance/provenance.ts';

/** Every stroke is seen by the others at once. */
export class WritingDesk {
  readonly rows: { seq: number; person: string; bytes: Uint8Array }[] = [];
  readonly #docs = new Map<string, Y.Doc>();

  constructor(...people: string[]) {
    people.forEach((person, at) => {
      const doc = newDocument();
      doc.clientID = 100 + at;
      this.#docs.set(person, doc);
      doc.on('update', (bytes: Uint8Array, origin: unknown) => {
        if (origin === 'heard') return;
        this.rows.push({ seq: this.rows.length + 1, person, bytes });
        for (const other of this.#docs.values()) if (other !== doc) Y.applyUpdate(other, bytes, 'heard');
      });
    });
  }

  doc(person: string): Y.Doc {
    const doc = this.#docs.get(person);
    if (doc === undefined) throw new Error(`${person} has no desk`);
    return doc;
  }

  stroke(person: string, act: (doc: Y.Doc) => void): void {
    const doc = this.doc(person);
    doc.transact(() => act(doc));
  }

  /** Letter by letter, as a keyboard does. */
  types(person: string, at: number, text: string): void {
    for (const [offset, letter] of text.split('').entries())
      this.stroke(person, (doc) => line(doc).insert(at + offset, letter));
  }

  erases(person: string, at: number, length: number): void {
    for (let left = length; left > 0; left--)
      this.stroke(person, (doc) => line(doc).delete(at + left - 1, 1));
  }

  provenance(): Provenance {
    return provenanceOf(this.rows);
  }
}

export const line = (doc: Y.Doc, index = 0): Y.XmlText => {
  const block = bodyOf(doc).get(index);
  const text = block instanceof Y.XmlElement ? block.get(0) : undefined;
  if (!(text instanceof Y.XmlText)) throw new Error('there is no such line');
  return text;
};
export const block = (name: string, text: string): Y.XmlElement => {
  const made = new Y.XmlElement(name);
  made.insert(0, [new Y.XmlText(text)]);
  return made;
};
/** Letters and digits of the text that are the person's. */
export const letters = (provenance: Provenance, person: string): number =>
  [...provenance.title, ...provenance.text]
    .filter((span) => span.person === person)
    .reduce((sum, span) => sum + (span.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
