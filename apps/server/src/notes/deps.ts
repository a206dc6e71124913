/** What the use cases of this slice are handed by the composition root, and how a note changes. */
import type { ChallengeId, Failure, NoteId, NoticeKind, PersonId, Result } from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { maySeeNote } from '@butinerie/domain';
import type { People, Speaker } from '../accounts/index.ts';
import type { Ledger } from '../attribution/index.ts';
import type { Challenges } from '../challenges/index.ts';
import type { Documents } from '../co-editing/index.ts';
import type { Discussion } from '../discussion/index.ts';
import type { Ideas } from '../ideas/index.ts';
import type { Notifications, NoticeToTell } from '../notifications/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Transaction } from '../platform/mongo.ts';
import type { WakeUps } from '../platform/servers/wake-ups.ts';
import type { Realtime } from '../platform/realtime.ts';
import type { Rebounds } from '../rebounds/index.ts';
import type { IdeaIndex } from '../search/index.ts';
import type { NoteRecord, Notes } from './index.ts';
import type { NoteBoard } from './list-notes.ts';
import type { NoteStore } from './notes.store.ts';

export interface NotesSetup {
  readonly database: Database;
  readonly wakeUps: WakeUps;
  readonly clock: Clock;
  readonly realtime: Pick<Realtime<Speaker>, 'announce'>;
  readonly people: People;
  readonly challenges: Challenges;
  readonly ideas: Ideas;
  readonly rebounds: Pick<Rebounds, 'create'>;
  readonly documents: Pick<Documents, 'setText'>;
  readonly discussion: Pick<Discussion, 'record' | 'ofNote' | 'setHidden'>;
  readonly ledger: Pick<Ledger, 'record'>;
  readonly notifications: Notifications;
  /** The words of notes are looked for as those of ideas are. */
  readonly newIndex: () => IdeaIndex<NoteId>;
  /** Of these challenges, those the speaker may come into. */
  readonly within: (speaker: Speaker, challenges: Iterable<ChallengeId>) => Promise<ReadonlySet<ChallengeId>>;
}

export interface NotesDeps extends NotesSetup {
  readonly store: NoteStore;
  readonly announce: Notes['announce'];
  readonly board: NoteBoard;
}

/** Notes are between agents of the house: to people of other organisations there are none. */
export const maySee = (note: NoteRecord | null, by: Speaker): note is NoteRecord =>
  note !== null && by.outside !== true && maySeeNote(note, by.person);

/** Somebody else's draft is not told from a note that does not exist. */
export async function loadNote(
  { store }: Pick<NotesDeps, 'store'>,
  id: NoteId,
  by: Speaker,
): Promise<Result<NoteRecord, Failure<'not-found'>>> {
  const note = await store.record(id);
  return maySee(note, by) ? ok(note) : refuse('not-found', { what: 'note' });
}

export interface Change {
  readonly patch: Partial<NoteRecord>;
  readonly notices?: readonly NoticeToTell[];
  /** In the same commit. */
  readonly also?: (tx: Transaction) => Promise<void>;
  /** Once it is committed. */
  readonly after?: () => void;
}

const TRIES = 5;

/** Load, decide, commit, announce; decided anew on what somebody else wrote meanwhile. */
export async function changeNote<F extends Failure>(
  deps: NotesDeps,
  id: NoteId,
  by: Speaker,
  decide: (note: NoteRecord) => Promise<Result<Change | null, F>> | Result<Change | null, F>,
): Promise<Result<NoteRecord, F | Failure<'not-found'>>> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const loaded = await loadNote(deps, id, by);
    if (!loaded.ok) return loaded;
    const decided = await decide(loaded.value);
    if (!decided.ok) return decided;
    if (decided.value === null) return loaded;
    if (await commit(deps, loaded.value, decided.value)) {
      const changed = await deps.store.record(id);
      return changed === null ? refuse('not-found', { what: 'note' }) : ok(changed);
    }
  }
  throw new Error(`${id} was written by others each time it was about to be changed`);
}

export async function commit(
  deps: NotesDeps,
  note: NoteRecord,
  { patch, notices = [], also, after }: Change,
): Promise<boolean> {
  const done = await deps.database.transaction(async (tx) => {
    if (!(await deps.store.change(tx, note, patch))) return false;
    await also?.(tx);
    await deps.notifications.tell(tx, notices);
    return true;
  });
  if (!done) return false;
  deps.notifications.announce(notices);
  deps.announce(note.id);
  after?.();
  return true;
}

export function noticesAbout(
  note: Pick<NoteRecord, 'id' | 'title'>,
  kind: NoticeKind,
  to: Iterable<PersonId>,
  { actor, reason = '' }: { actor: PersonId | null; reason?: string },
): NoticeToTell[] {
  return [...new Set(to)].map((person) => ({
    to: person,
    kind,
    challenge: null,
    idea: null,
    note: note.id,
    about: note.title,
    actor,
    reason,
  }));
}

/** Whoever moderates anywhere: notes are in no challenge. */
export async function moderatorsOf({ people }: Pick<NotesDeps, 'people'>): Promise<PersonId[]> {
  const found = await Promise.all([people.holders('moderator', {}), people.holders('moderator_lead', {})]);
  return [...new Set(found.flat())];
}
