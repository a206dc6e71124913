/** What a late update brings beyond the text as it stands, for people to read. */
import { newDocument } from '@butinerie/collaboration/document';
import type { LiveDocument } from '@butinerie/collaboration/server';
import type { PersonId } from '@butinerie/contracts';
import * as Y from 'yjs';

/** `words`: null when the text holds all of it; empty when it only deletes. */
export async function beyondText(
  document: LiveDocument,
  update: Uint8Array,
  person: PersonId,
): Promise<{ words: string | null; seq: number }> {
  const whole = await document.join({ person, vector: new Uint8Array(), lease: 0 });
  if (!whole.ok) throw new Error(`a text could not be read: ${whole.failure.detail}`);
  const { update: text, vector, seq } = whole.value;
  const { structs } = Y.decodeUpdate(Y.diffUpdate(update, vector));
  return { words: structs.length === 0 && holds(text, update) ? null : wordsOf(structs), seq };
}

function holds(text: Uint8Array, update: Uint8Array): boolean {
  const doc = newDocument();
  Y.applyUpdate(doc, text);
  let changes = false;
  doc.on('update', () => {
    changes = true;
  });
  Y.applyUpdate(doc, update);
  const waits = doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
  doc.destroy();
  return !changes && !waits;
}

/** The text of what it inserts, in the order it was written. */
function wordsOf(structs: ReturnType<typeof Y.decodeUpdate>['structs']): string {
  const parts = structs.map((struct) => {
    if (!(struct instanceof Y.Item)) return '';
    if (struct.content instanceof Y.ContentString) return struct.content.str;
    return struct.content instanceof Y.ContentType ? '\n' : '';
  });
  return parts.join('').trim();
}
