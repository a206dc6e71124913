/** The words a late update brought, for people to read: the text of what it inserts, in the order it was written. */
import * as Y from 'yjs';

export function lateWords(update: Uint8Array): string {
  const parts = Y.decodeUpdate(update).structs.map((struct) => {
    if (!(struct instanceof Y.Item)) return '';
    if (struct.content instanceof Y.ContentString) return struct.content.str;
    return struct.content instanceof Y.ContentType ? '\n' : '';
  });
  return parts.join('').trim();
}
