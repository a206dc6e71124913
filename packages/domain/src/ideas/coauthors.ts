/** « Coécrire » : one tap asks, one tap of an originator accepts; an idea open to everyone needs only the first. */
import {
  ok,
  refuse,
  type Failure,
  type IdeaId,
  type IdeaPage,
  type PersonId,
  type Result,
} from '@butinerie/contracts';
import type { AskedInChallenge } from '../accounts/asked.ts';
import { checkPhase } from '../challenges/acts.ts';
import { checkOriginator, checkPublished, isOriginator, type IdeaFacts } from './idea-facts.ts';

export type OpenTo = IdeaPage['openTo'];

export interface CoauthoredIdea extends IdeaFacts {
  readonly openTo: OpenTo;
  /** Who asked and waits. */
  readonly requests: readonly PersonId[];
}

export interface CoauthorAsked {
  readonly type: 'CoauthorAsked';
  readonly idea: IdeaId;
  readonly person: PersonId;
  readonly at: Date;
}
/** Both halves of the credit are known: invited by `invitedBy`, consented by `person`. */
export interface CoauthorJoined {
  readonly type: 'CoauthorJoined';
  readonly idea: IdeaId;
  readonly person: PersonId;
  readonly invitedBy: PersonId;
  readonly at: Date;
}
export interface CoauthorDeclined {
  readonly type: 'CoauthorDeclined';
  readonly idea: IdeaId;
  readonly person: PersonId;
  readonly at: Date;
}

type Refusals = 'challenge-phase' | 'idea-state' | 'already-answered';

/** Where the person stands already, so that asking once more changes nothing. */
function standing(idea: CoauthoredIdea, person: PersonId): 'originator' | 'coauthor' | 'asked' | null {
  if (isOriginator(idea, person)) return 'originator';
  if (idea.coauthors.includes(person)) return 'coauthor';
  return idea.requests.includes(person) ? 'asked' : null;
}

export function askToCoauthor(
  idea: CoauthoredIdea,
  { by, phase, now }: AskedInChallenge,
): Result<CoauthorAsked | CoauthorJoined, Failure<Refusals>> {
  const open = checkPhase(phase, 'askToCoauthor');
  if (!open.ok) return open;
  const published = checkPublished(idea.state, 'askToCoauthor');
  if (!published.ok) return published;
  const already = standing(idea, by.person);
  const [opener] = idea.originators;
  const joins = idea.openTo === 'everyone' && opener !== undefined;
  // Who asked before the idea was opened to everyone joins by asking again.
  if (already !== null && !(already === 'asked' && joins))
    return refuse('already-answered', { answer: already });
  const asked = { idea: idea.id, person: by.person, at: now };
  return ok(
    joins ? { type: 'CoauthorJoined', invitedBy: opener, ...asked } : { type: 'CoauthorAsked', ...asked },
  );
}

export function answerCoauthor(
  idea: CoauthoredIdea,
  command: { readonly person: PersonId; readonly answer: 'accept' | 'decline' },
  { by, phase, now }: AskedInChallenge,
): Result<CoauthorJoined | CoauthorDeclined, Failure<Refusals | 'not-allowed' | 'not-found'>> {
  const originator = checkOriginator(idea, by.person, 'answerCoauthor');
  if (!originator.ok) return originator;
  const open = checkPhase(phase, 'answerCoauthor');
  if (!open.ok) return open;
  const published = checkPublished(idea.state, 'answerCoauthor');
  if (!published.ok) return published;
  const already = standing(idea, command.person);
  if (already === null) return refuse('not-found', { what: 'request' });
  if (already !== 'asked') return refuse('already-answered', { answer: already });
  const answered = { idea: idea.id, person: command.person, at: now };
  return ok(
    command.answer === 'accept'
      ? { type: 'CoauthorJoined', invitedBy: by.person, ...answered }
      : { type: 'CoauthorDeclined', ...answered },
  );
}
