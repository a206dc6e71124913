/** From a note to an idea of a challenge: asked for by a moderator, agreed to by its author, or brought by herself. */
import { ok, refuse, type ChallengeId, type Failure, type Result } from '@butinerie/contracts';
import type { AskedInChallenge } from '../accounts/asked.ts';
import { mayModerate, type Speaker } from '../accounts/policy.ts';
import type { Standing } from '../challenges/acts.ts';
import { checkNoteState, checkOwnNote, type NoteFacts } from './note-facts.ts';

export type WishState = 'asked' | 'accepted' | 'declined' | 'brought';
export interface WishFacts {
  readonly challenge: ChallengeId;
  readonly state: WishState;
}

/** Before the challenge opens the answer waits for its first minute; after new ideas ended there is nothing to wait for. */
const WAITING: ReadonlySet<Standing> = new Set<Standing>(['draft', 'scheduled']);

type Refusals = 'not-allowed' | 'note-state' | 'challenge-phase' | 'already-answered';

/** The state the wish gets: `asked` by a moderator; her author's own is `accepted`, and `brought` at once where it can. */
export function bringNote(
  note: NoteFacts,
  wish: WishFacts | undefined,
  asked: AskedInChallenge,
): Result<WishState, Failure<Refusals>> {
  const { by, challenge, phase } = asked;
  const own = note.author === by.person;
  if (!own && !mayModerate(by, challenge))
    return refuse('not-allowed', { act: 'bringNote', why: 'not-a-moderator' });
  // Of a challenge nobody scheduled only those who prepare it know.
  if (phase === 'draft' && !mayModerate(by, challenge))
    return refuse('challenge-phase', { phase, act: 'bringNote' });
  const read = checkNoteState(note, 'published', 'bringNote');
  if (!read.ok) return read;
  if (wish !== undefined && !(own && wish.state === 'declined'))
    return refuse('already-answered', { answer: wish.state });
  const comesIn = whenIn(phase, 'bringNote');
  if (!comesIn.ok) return comesIn;
  return ok(own ? comesIn.value : 'asked');
}

/** Its author alone agrees, and may still say no until it has come in. */
export function answerWish(
  note: NoteFacts,
  wish: WishFacts | undefined,
  answer: 'accept' | 'decline',
  { by, phase }: Pick<AskedInChallenge, 'by' | 'phase'>,
): Result<WishState, Failure<Refusals | 'not-found'>> {
  const own = checkOwnNote(note, by.person, 'answerWish');
  if (!own.ok) return own;
  if (wish === undefined) return refuse('not-found', { what: 'wish' });
  if (wish.state === 'brought') return refuse('already-answered', { answer: wish.state });
  if (answer === 'decline') return ok('declined');
  const read = checkNoteState(note, 'published', 'answerWish');
  return read.ok ? whenIn(phase, 'answerWish') : read;
}

function whenIn(phase: Standing, act: string): Result<'accepted' | 'brought', Failure<'challenge-phase'>> {
  if (phase === 'ideation') return ok('brought');
  return WAITING.has(phase) ? ok('accepted') : refuse('challenge-phase', { phase, act });
}

/** What the reader may do with a note now. */
export function actsOnNote(note: NoteFacts, by: Speaker, state: string): readonly string[] {
  const own = note.author === by.person;
  const published = state === 'published';
  const acts: Readonly<Record<string, boolean>> = {
    rewriteNote: own && published,
    withdrawNote: own && published,
    restoreNote: own && state === 'withdrawn',
    takeUpPractice: !own && published && note.kind === 'practice',
    bringNote: published && (own || mayModerate(by)),
    moderateNote: !own && note.publishedAt !== null && mayModerate(by),
    reportNote: !own && published,
    commentOnNote: published,
  };
  return Object.keys(acts).filter((act) => acts[act]);
}
