/** Notes in lists: newest first, or found by their words as ideas are; and the reader's own work on them. */
import type {
  AnswerOf,
  Failure,
  listNotes as contract,
  NoteId,
  NotesQuery,
  Result,
} from '@butinerie/contracts';
import { NOTES_AT_ONCE, ok } from '@butinerie/contracts';
import { mayModerateNote, noteState } from '@butinerie/domain';
import type { People, Speaker } from '../accounts/index.ts';
import type { WakeUps } from '../platform/servers/wake-ups.ts';
import type { IdeaIndex } from '../search/index.ts';
import type { NotesDeps } from './deps.ts';
import type { NoteRecord } from './index.ts';
import type { NoteStore } from './notes.store.ts';
import { cardsOf } from './read-note.ts';

export interface NoteBoard {
  /** Every published note that fits, in order. */
  find(query: Pick<NotesQuery, 'kind' | 'search'>): Promise<readonly NoteId[]>;
  /** Notes with reports that wait. */
  reported(): Promise<readonly NoteId[]>;
}

type Entry = Pick<NoteRecord, 'kind' | 'author'> & { readonly at: number };

/** Read once, when somebody first asks; then each note again after whatever was written of it. */
export function createNoteBoard({
  store,
  people,
  words,
  wakeUps,
}: {
  readonly store: NoteStore;
  readonly people: Pick<People, 'refs' | 'onChanged'>;
  readonly words: IdeaIndex<NoteId>;
  readonly wakeUps: WakeUps;
}): NoteBoard {
  const listed = new Map<NoteId, Entry>();
  const waiting = new Set<NoteId>();
  const behind = new Set<NoteId>();
  let reading: Promise<void> | null = null;
  wakeUps.onMissed(() => {
    reading = null;
  });
  store.onWritten((ids) => {
    for (const id of ids) behind.add(id);
  });
  people.onChanged((person) => {
    for (const [id, { author }] of listed) if (author === person) behind.add(id);
  });

  async function take(records: readonly NoteRecord[]): Promise<void> {
    const refs = await people.refs(records.map(({ author }) => author));
    for (const record of records) {
      const { id, kind, author, title, text, publishedAt } = record;
      if (record.reports.some(({ answeredAt }) => answeredAt === null)) waiting.add(id);
      else waiting.delete(id);
      if (noteState(record) !== 'published') {
        if (listed.delete(id)) words.remove(id);
        continue;
      }
      const ref = refs.get(author);
      words.put({ id, title, text, people: `${ref?.name ?? ''} ${ref?.directorate ?? ''}` });
      listed.set(id, { kind, author, at: publishedAt?.getTime() ?? 0 });
    }
  }
  async function upToDate(): Promise<void> {
    reading ??= store
      .published()
      .then(take)
      .catch((error: unknown) => {
        reading = null;
        throw error;
      });
    await reading;
    if (behind.size === 0) return;
    const ids = [...behind];
    behind.clear();
    // One after the other: whoever comes meanwhile waits for what was written before her.
    const before = reading;
    reading = before.then(() => store.byIds(ids)).then(take);
    await reading.catch((error: unknown) => {
      for (const id of ids) behind.add(id);
      reading = before;
      throw error;
    });
  }

  return {
    async find({ kind, search = '' }) {
      await upToDate();
      const found =
        search.trim() === ''
          ? [...listed].sort(([, one], [, other]) => other.at - one.at).map(([id]) => id)
          : words.find(search);
      return found.filter((id) => kind === undefined || listed.get(id)?.kind === kind);
    },
    async reported() {
      await upToDate();
      return [...waiting];
    },
  };
}

export const listNotes =
  (deps: NotesDeps) =>
  async (
    { from = 0, ...query }: NotesQuery,
    by: Speaker,
  ): Promise<Result<AnswerOf<typeof contract>, Failure<never>>> => {
    const found = by.outside === true ? [] : await deps.board.find(query);
    const page = found.slice(from, from + NOTES_AT_ONCE);
    const records = new Map((await deps.store.byIds(page)).map((note) => [note.id, note]));
    const own = (await deps.store.ofAuthor(by.person)).filter((note) => note.publishedAt === null);
    const reported = (await deps.store.byIds(await deps.board.reported())).filter((note) =>
      mayModerateNote(note, by),
    );
    return ok({
      notes: await cardsOf(
        deps,
        page.flatMap((id) => records.get(id) ?? []),
        by,
      ),
      total: found.length,
      drafts: await cardsOf(deps, own, by),
      reported: await cardsOf(deps, reported, by),
    });
  };
