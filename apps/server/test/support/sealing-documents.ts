/** Documents that are only ever sealed. */
import { ok } from '@butinerie/contracts';
import type { Documents } from '../../src/co-editing/index.ts';

export function sealingDocuments(): Documents {
  const text = { title: 'Un titre', text: 'Un texte.' };
  return {
    setText: async () => ok(text),
    addParagraph: async () => ok(text),
    copy: async () => ok(text),
    replacePassage: async () => ok(text),
    passages: async () => [text.text],
    restore: async () => ok({ ...text, changed: true }),
    bringBack: async () => ok({ ...text, changed: true }),
    rows: async () => [],
    text: async () => text,
    seal: async () => ({ ...text, logRoot: 'ab'.repeat(32), logRows: 3, words: new Map() }),
    announceClosed: () => {},
    late: async () => [],
    onTexts: () => {},
  };
}
