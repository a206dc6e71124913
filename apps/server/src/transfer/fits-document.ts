/** Whether a text can be written at all: asked of the guard that will look at its update, before anything is written. */
import { newDocument, writePlainText, writeTitle } from '@butinerie/collaboration/document';
import { createGuard } from '@butinerie/collaboration/server';
import * as Y from 'yjs';

/** Far below any limit, however the text is made: most rows need no closer look. */
const SURELY_FITS = 4_000;
const WRITER = 'sys:import';

export function fitsDocument({ title, text }: { title: string; text: string }): boolean {
  if (title.length + text.length <= SURELY_FITS) return true;
  const doc = newDocument();
  doc.transact(() => {
    writeTitle(doc, title);
    writePlainText(doc, text);
  });
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return createGuard().verify(update, { person: WRITER, ownerOf: () => WRITER }).ok;
}
