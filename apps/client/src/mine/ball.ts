/**
 * Who has the ball, and until when: for an idea or a rebound of mine, from its state and the dates of its challenge.
 * A date is given only where one is set; nobody is said to be late here.
 */
import type { Adoption, Challenge, Idea, Rebound } from '@butinerie/contracts';
import { actOpen } from '../platform/act-open.ts';

type Dated = Pick<Challenge, 'phase' | 'opensAt' | 'ideasUntil' | 'closesAt' | 'decisionDueAt' | 'paused'>;

/** What is waited for, and until when: an instant, a calendar date, or none set. */
export interface Ball {
  readonly say:
    | 'publish-soon'
    | 'publish'
    | 'too-late'
    | 'answer-rebounds'
    | 'closing'
    | 'moderators'
    | 'directorates'
    | 'offer'
    | 'pilot'
    | 'moderators-again'
    | 'followed'
    | 'nobody'
    | 'authors'
    | 'taken'
    | 'grow'
    | 'grown';
  readonly until: string | null;
}
const ball = (say: Ball['say'], until: string | null = null): Ball => ({ say, until });

export function ballOfDraft(challenge: Dated | null): Ball {
  if (!challenge) return ball('nobody');
  if (actOpen(challenge, 'publishIdea')) return ball('publish', challenge.ideasUntil.instant);
  return challenge.phase === 'draft' || challenge.phase === 'scheduled'
    ? ball('publish-soon', challenge.opensAt.instant)
    : ball('too-late');
}

/** `adoption` where it is known: the list does not carry it. */
export function ballOfIdea(
  { state }: Pick<Idea, 'state'>,
  challenge: Dated | null,
  adoption: Pick<Adoption, 'carrierOffer' | 'dueOn'> | null,
): Ball {
  switch (state) {
    case 'draft':
      return ballOfDraft(challenge);
    case 'published':
      return challenge && actOpen(challenge, 'reboundOnIdea')
        ? ball('answer-rebounds', challenge.closesAt.instant)
        : ball('closing');
    case 'submitted':
    case 'shortlisted':
      return ball('moderators', challenge?.decisionDueAt.instant ?? null);
    case 'selected':
      return ball('directorates');
    case 'adopted':
    case 'in_progress':
      return adoption && adoption.carrierOffer.choice === null
        ? ball('offer', adoption.carrierOffer.answerBy)
        : ball('pilot', adoption?.dueOn ?? null);
    case 'declined':
    case 'hidden':
      return ball('moderators-again');
    case 'merged':
      return ball('followed');
    case 'not_selected':
    case 'out_of_scope':
    case 'delivered':
    case 'measured':
    case 'abandoned':
    case 'withdrawn':
      return ball('nobody');
  }
}

export function ballOfRebound(
  { answer, grownInto }: Pick<Rebound, 'answer' | 'grownInto'>,
  challenge: Dated | null,
): Ball {
  if (grownInto !== null) return ball('grown');
  if (answer === 'taken') return ball('taken');
  const open = challenge === null || actOpen(challenge, 'takeRebound');
  if (answer === 'declined')
    return challenge && actOpen(challenge, 'publishIdea')
      ? ball('grow', challenge.ideasUntil.instant)
      : ball('nobody');
  return open ? ball('authors', challenge?.closesAt.instant ?? null) : ball('nobody');
}
