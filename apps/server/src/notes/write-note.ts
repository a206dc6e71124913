/** Drafting, publishing, rewriting, taking back: its author's acts. What a note said before is kept. */
import type { AnswerOf, CodesOf, Failure, NoteId, NoteKind, NotePage, Result } from '@butinerie/contracts';
import type * as contracts from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import * as rules from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { isDuplicateKey } from '../platform/mongo.ts';
import { changeNote, commit, type NotesDeps } from './deps.ts';
import type { NoteRecord } from './index.ts';
import { pageOf } from './read-note.ts';

interface Words {
  readonly title: string;
  readonly text: string;
}
type Page<R> = Promise<Result<NotePage, Failure<CodesOf<R>>>>;

/** Half of a surrogate pair has no UTF-8: kept as the sign for it, here as in the database. */
const stored = <W extends Words>(words: W): W => ({
  ...words,
  title: words.title.replace(/\p{Surrogate}/gu, '\uFFFD'),
  text: words.text.replace(/\p{Surrogate}/gu, '\uFFFD'),
});

export const saveNoteDraft =
  (deps: NotesDeps) =>
  async (
    id: NoteId,
    body: Words & { readonly kind: NoteKind },
    by: Speaker,
  ): Promise<
    Result<AnswerOf<typeof contracts.saveNoteDraft>, Failure<CodesOf<typeof contracts.saveNoteDraft>>>
  > => {
    if (by.outside === true)
      return refuse('not-allowed', { act: 'saveNoteDraft', why: 'of-another-organisation' });
    const now = deps.clock.now();
    const current = await deps.store.record(id);
    const decided = rules.saveNoteDraft(current, id, { by, now });
    if (!decided.ok) return decided;
    const { kind, title, text } = stored(body);
    const written = { kind, title, text, savedAt: now };
    try {
      if (current === null)
        await deps.database.transaction((tx) =>
          deps.store.create(tx, { ...EMPTY, ...written, id, author: by.person }),
        );
      // Two saves of one draft crossed: the later words come with the next pause.
      else await commit(deps, current, { patch: written });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return saveNoteDraft(deps)(id, body, by);
    }
    return ok({ note: id, savedAt: now.toISOString() });
  };

const EMPTY: Omit<NoteRecord, 'id' | 'kind' | 'author' | 'title' | 'text' | 'savedAt'> = {
  version: 1,
  publishedAt: null,
  withdrawnAt: null,
  hiddenAt: null,
  hiddenFor: null,
  versions: [],
  takeUps: [],
  wishes: [],
  reports: [],
  revision: 0,
};

export const publishNote =
  (deps: NotesDeps) =>
  async (id: NoteId, by: Speaker): Page<typeof contracts.publishNote> => {
    const published = await changeNote(deps, id, by, (note) => {
      // Published already by this person: the answer to a retry whose first answer was lost.
      if (note.author === by.person && rules.noteState(note) === 'published') return ok(null);
      const decided = rules.publishNote(note, note, { by, now: deps.clock.now() });
      if (!decided.ok) return decided;
      const { at } = decided.value;
      const words = { title: note.title.trim(), text: note.text.trim() };
      return ok({ patch: { ...words, publishedAt: at, savedAt: at } });
    });
    return published.ok ? ok(await pageOf(deps, published.value, by)) : published;
  };

export const rewriteNote =
  (deps: NotesDeps) =>
  async (
    id: NoteId,
    body: Words & { readonly version: number },
    by: Speaker,
  ): Page<typeof contracts.rewriteNote> => {
    const words = stored({ title: body.title.trim(), text: body.text.trim() });
    const rewritten = await changeNote(deps, id, by, (note) => {
      const same = note.title === words.title && note.text === words.text;
      // The same words sent again, or nothing new: no version of them.
      if (same && note.author === by.person && rules.noteState(note) === 'published') return ok(null);
      const decided = rules.rewriteNote(
        note,
        { ...words, version: body.version },
        { by, now: deps.clock.now() },
      );
      if (!decided.ok) return decided;
      const { title, text, savedAt: at } = note;
      const patch = {
        ...words,
        versions: [...note.versions, { title, text, at }],
        version: note.version + 1,
        savedAt: decided.value.at,
      };
      return ok({ patch });
    });
    return rewritten.ok ? ok(await pageOf(deps, rewritten.value, by)) : rewritten;
  };

export const setWithdrawn =
  (deps: NotesDeps) =>
  async (
    id: NoteId,
    act: 'withdrawNote' | 'restoreNote',
    by: Speaker,
  ): Page<typeof contracts.withdrawNote> => {
    const set = await changeNote(deps, id, by, (note) => {
      const decided = rules.setNoteWithdrawn(note, act, { by, now: deps.clock.now() });
      return decided.ok ? ok({ patch: decided.value }) : decided;
    });
    if (!set.ok && set.failure.code === 'not-found') return refuse('not-found', { what: 'note' });
    return set.ok ? ok(await pageOf(deps, set.value, by)) : set;
  };
