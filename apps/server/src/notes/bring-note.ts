/**
 * A note comes into a challenge as an idea of its author: by her consent, at once where ideas are open, else with the
 * opening. What others said under it comes along where she says so, as rebounds in their own words and name. One commit:
 * the idea, its credits in the ledger, the link from the note, and what everybody concerned is told.
 */
import type {
  ChallengeId,
  CodesOf,
  CommentId,
  Failure,
  NoteId,
  NotePage,
  Result,
} from '@butinerie/contracts';
import type * as contracts from '@butinerie/contracts';
import { mintId, ok, refuse } from '@butinerie/contracts';
import * as rules from '@butinerie/domain';
import type { AskedInChallenge, WishState } from '@butinerie/domain';
import type { z } from 'zod';
import type { Speaker } from '../accounts/index.ts';
import type { ChallengeRecord } from '../challenges/index.ts';
import { changeNote, commit, noticesAbout, type Change, type NotesDeps } from './deps.ts';
import { ideaFrom, saidUnder } from './idea-from-note.ts';
import type { NoteRecord, WishRecord } from './index.ts';
import { pageOf } from './read-note.ts';

type Bringing = z.infer<(typeof contracts.bringNote)['body']>;
type Answering = z.infer<(typeof contracts.answerWish)['body']>;
type Page<R> = Promise<Result<NotePage, Failure<CodesOf<R>>>>;

export const bringNote =
  (deps: NotesDeps) =>
  async (id: NoteId, body: Bringing, by: Speaker): Page<typeof contracts.bringNote> => {
    const challenge = await deps.challenges.record(body.challenge);
    if (challenge === null) return refuse('not-found', { what: 'challenge' });
    const done = await changeNote(deps, id, by, async (note) => {
      const before = wishIn(note, challenge.id);
      const own = note.author === by.person;
      // Asked again by a retry: it is asked already.
      if (before?.state === 'asked' && before.by === by.person) return ok(null);
      const decided = rules.bringNote(note, before, askedIn(deps, challenge, by));
      if (!decided.ok) return decided;
      // What she could not come into she could not agree to.
      if (!own && !(await isForAuthor(deps, note, challenge.id)))
        return refuse('not-allowed', { act: 'bringNote', why: 'not-for-its-author' });
      const wish: WishRecord = {
        challenge: challenge.id,
        state: decided.value,
        by: own ? null : by.person,
        words: body.words,
        at: deps.clock.now(),
        idea: before?.idea ?? mintId('idea'),
        credited: own ? await creditable(deps, note, body.credited) : [],
        directorate: own ? by.directorate : null,
      };
      if (wish.state === 'brought') return broughtIn(deps, note, wish, challenge);
      const notices = own
        ? []
        : noticesAbout(note, 'note-wanted', [note.author], { actor: by.person, reason: body.words });
      return ok({ patch: { wishes: withWish(note, wish) }, notices });
    });
    return done.ok ? ok(await pageOf(deps, done.value, by)) : done;
  };

export const answerWish =
  (deps: NotesDeps) =>
  async (
    { note: id, challenge: challengeId }: { readonly note: NoteId; readonly challenge: ChallengeId },
    { answer, credited }: Answering,
    by: Speaker,
  ): Page<typeof contracts.answerWish> => {
    const challenge = await deps.challenges.record(challengeId);
    if (challenge === null) return refuse('not-found', { what: 'challenge' });
    const done = await changeNote(deps, id, by, async (note) => {
      const before = wishIn(note, challenge.id);
      const decided = rules.answerWish(note, before, answer, askedIn(deps, challenge, by));
      if (!decided.ok) return decided;
      if (before === undefined || before.state === decided.value) return ok(null);
      const wish = {
        ...before,
        state: decided.value,
        credited: answer === 'accept' ? await creditable(deps, note, credited) : before.credited,
        directorate: by.directorate,
      };
      if (wish.state === 'brought') return broughtIn(deps, note, wish, challenge);
      const tells = answer === 'decline' && wish.by !== null ? [wish.by] : [];
      const notices = noticesAbout(note, 'note-declined', tells, { actor: by.person });
      return ok({ patch: { wishes: withWish(note, wish) }, notices });
    });
    return done.ok ? ok(await pageOf(deps, done.value, by)) : done;
  };

/** The challenge opened: what was agreed to before comes in. Doing it again changes nothing. */
export const comeIn =
  (deps: NotesDeps) =>
  async (id: ChallengeId): Promise<void> => {
    const challenge = await deps.challenges.record(id);
    if (challenge === null) return;
    for (const note of await deps.store.wantedIn(id)) {
      const wish = wishIn(note, id);
      if (wish?.state !== 'accepted' || rules.noteState(note) !== 'published') continue;
      const change = await broughtIn(deps, note, { ...wish, state: 'brought' }, challenge);
      if (change.ok) await commit(deps, note, change.value);
    }
  };

async function isForAuthor(
  { people, within }: NotesDeps,
  { author }: NoteRecord,
  challenge: ChallengeId,
): Promise<boolean> {
  const [speaker] = await people.speakers([author]);
  return speaker !== undefined && (await within(speaker, [challenge])).has(challenge);
}

function wishIn(note: NoteRecord, challenge: ChallengeId): WishRecord | undefined {
  return note.wishes.find((wish) => wish.challenge === challenge);
}

function withWish(note: NoteRecord, wish: WishRecord): readonly WishRecord[] {
  return [...note.wishes.filter(({ challenge }) => challenge !== wish.challenge), wish];
}

function askedIn(
  { challenges, clock }: NotesDeps,
  challenge: ChallengeRecord,
  by: Speaker,
): AskedInChallenge {
  return { by, challenge: challenge.id, phase: challenges.standing(challenge), now: clock.now() };
}

/** Of the comments named, those that others wrote under this note and everybody reads. */
async function creditable(
  deps: NotesDeps,
  note: NoteRecord,
  wanted: readonly CommentId[],
): Promise<CommentId[]> {
  return (await saidUnder(deps, note)).map(({ id }) => id).filter((id) => wanted.includes(id));
}

/** The text first, into the idea's document as its author's; then everything else in the note's own commit. */
async function broughtIn(
  deps: NotesDeps,
  note: NoteRecord,
  wish: WishRecord & { readonly state: WishState },
  challenge: ChallengeRecord,
): Promise<Result<Change, Failure<'challenge-phase'>>> {
  const { title, text, author } = note;
  const written = await deps.documents.setText(wish.idea, author, 'draft', { title, text });
  if (!written.ok) throw new Error(`the text of a note was not written: ${written.failure.code}`);
  const { idea, rebounds, acts } = await ideaFrom(deps, note, wish);
  const people = [...rebounds.map(({ person }) => person), author, ...(wish.by === null ? [] : [wish.by])];
  return ok({
    patch: { wishes: withWish(note, wish) },
    notices: noticesAbout(note, 'note-brought', people, { actor: author }),
    also: async (tx) => {
      await deps.ideas.create(tx, { ...idea, challenge: challenge.id });
      for (const rebound of rebounds) await deps.rebounds.create(tx, rebound);
      await deps.ledger.record(tx, acts);
    },
    after: () => deps.ideas.announcePublished({ id: wish.idea, challenge: challenge.id }),
  });
}
