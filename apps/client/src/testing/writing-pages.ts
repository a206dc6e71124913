/** Pages that write in one text, without a server: each has a document and an editor of its own, and is told when told. */
import { bodyOf, newDocument } from '@butinerie/collaboration/document';
import { Editor, type Extensions } from '@tiptap/core';
import { Awareness } from 'y-protocols/awareness';
import type { IdeaSession } from '@butinerie/collaboration/client';
import { onTestFinished } from 'vitest';
import * as Y from 'yjs';

const HEARD = 'heard';

export interface WritingPage {
  readonly doc: Y.Doc;
  readonly editor: Editor;
  /** Takes in what the others wrote so far, or the first so many of it. */
  readonly hear: (most?: number) => void;
  readonly waiting: number;
}

export function writingPages(
  names: readonly string[],
  extensions: (session: IdeaSession, name: string) => Extensions,
  paragraphs: readonly string[],
): WritingPage[] {
  const first = newDocument();
  bodyOf(first).insert(0, paragraphs.map(paragraph));
  const start = Y.encodeStateAsUpdate(first);
  const inboxes = names.map((): Uint8Array[] => []);
  return names.map((name, own) => {
    const doc = newDocument();
    doc.clientID = own + 1;
    Y.applyUpdate(doc, start, HEARD);
    const element = document.createElement('div');
    document.body.append(element);
    const session = { doc, awareness: new Awareness(doc) } as unknown as IdeaSession;
    const editor = new Editor({ element, extensions: extensions(session, name), injectCSS: false });
    doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin !== HEARD) for (const [at, inbox] of inboxes.entries()) if (at !== own) inbox.push(bytes);
    });
    onTestFinished(() => {
      editor.destroy();
      session.awareness.destroy();
      element.remove();
    });
    const inbox = inboxes[own] ?? [];
    return {
      doc,
      editor,
      hear(most = Infinity) {
        const heard = inbox.splice(0, most);
        if (heard.length > 0)
          Y.transact(doc, () => heard.forEach((bytes) => Y.applyUpdate(doc, bytes, HEARD)), HEARD, false);
      },
      get waiting() {
        return inbox.length;
      },
    };
  });
}

export function paragraph(words: string): Y.XmlElement {
  const block = new Y.XmlElement('paragraph');
  const text = new Y.XmlText();
  text.insert(0, words);
  block.insert(0, [text]);
  return block;
}
