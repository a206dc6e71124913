/** An author takes a rebound into the text or leaves it beside; its words and its credit stay the rebounder's. */
import {
  ok,
  refuse,
  type Failure,
  type IdeaId,
  type PersonId,
  type Rebound,
  type ReboundId,
  type Result,
} from '@butinerie/contracts';
import type { AskedInChallenge } from '../accounts/asked.ts';
import { checkPhase } from '../challenges/acts.ts';
import { checkBrought } from '../contributions/credit-comment.ts';
import { checkAuthor, checkPublished, type IdeaFacts } from '../ideas/idea-facts.ts';

export interface AnswerableRebound {
  readonly id: ReboundId;
  readonly person: PersonId;
  readonly answer: Rebound['answer'];
}

interface ReboundAnswer {
  readonly rebound: ReboundId;
  readonly idea: IdeaId;
  readonly rebounder: PersonId;
  readonly by: PersonId;
  readonly at: Date;
}
export interface ReboundTaken extends ReboundAnswer {
  readonly type: 'ReboundTaken';
  /** What it brings, in a line by who takes it. */
  readonly brought: string | null;
}
export interface ReboundDeclined extends ReboundAnswer {
  readonly type: 'ReboundDeclined';
  /** Why, in a line by who leaves it beside; empty where she does not say. */
  readonly reason: string;
}

type Refusals = 'not-allowed' | 'challenge-phase' | 'idea-state' | 'already-answered';
type Act = 'takeRebound' | 'declineRebound';

function answer(
  act: Act,
  { rebound, idea }: { readonly rebound: AnswerableRebound; readonly idea: IdeaFacts },
  { by, phase, now }: AskedInChallenge,
): Result<ReboundAnswer, Failure<Refusals>> {
  const author = checkAuthor(idea, by.person, act);
  if (!author.ok) return author;
  const open = checkPhase(phase, act);
  if (!open.ok) return open;
  const published = checkPublished(idea.state, act);
  if (!published.ok) return published;
  if (rebound.answer !== 'open') return refuse('already-answered', { answer: rebound.answer });
  return ok({ rebound: rebound.id, idea: idea.id, rebounder: rebound.person, by: by.person, at: now });
}

export function takeRebound(
  rebound: AnswerableRebound,
  idea: IdeaFacts & { readonly sealedAt: Date | null },
  asked: AskedInChallenge,
  typed = '',
): Result<ReboundTaken, Failure<Refusals | 'idea-sealed' | 'text-too-long'>> {
  const answered = answer('takeRebound', { rebound, idea }, asked);
  if (!answered.ok) return answered;
  if (idea.sealedAt !== null) return refuse('idea-sealed', { sealedAt: idea.sealedAt.toISOString() });
  const brought = checkBrought(typed);
  if (!brought.ok) return brought;
  return ok({ type: 'ReboundTaken', ...answered.value, brought: brought.value || null });
}

export function declineRebound(
  rebound: AnswerableRebound,
  idea: IdeaFacts,
  asked: AskedInChallenge,
  typed = '',
): Result<ReboundDeclined, Failure<Refusals | 'text-too-long'>> {
  const answered = answer('declineRebound', { rebound, idea }, asked);
  if (!answered.ok) return answered;
  const reason = checkBrought(typed);
  return reason.ok ? ok({ type: 'ReboundDeclined', ...answered.value, reason: reason.value }) : reason;
}
