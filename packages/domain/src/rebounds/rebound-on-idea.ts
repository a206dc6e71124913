/** Adding something to another's idea: credited from the first word, whatever its authors make of it. */
import {
  ok,
  REBOUND_LIMIT,
  refuse,
  type Failure,
  type IdeaId,
  type PersonId,
  type ReboundId,
  type Result,
} from '@butinerie/contracts';
import type { AskedInChallenge } from '../accounts/asked.ts';
import { checkPhase } from '../challenges/acts.ts';
import { checkPublished, type IdeaFacts } from '../ideas/idea-facts.ts';
import { lengthOf } from '../ideas/length.ts';

export interface IdeaRebounded {
  readonly type: 'IdeaRebounded';
  readonly rebound: ReboundId;
  readonly idea: IdeaId;
  readonly person: PersonId;
  readonly text: string;
  /** The passage it would be said instead of; null for a rebound beside the text. */
  readonly instead: string | null;
  readonly at: Date;
  /** The authors who hear of it: not the rebounder. */
  readonly tell: readonly PersonId[];
}

type Refusals = 'challenge-phase' | 'idea-state' | 'text-too-long' | 'passage-changed' | 'nothing-suggested';

export function reboundOnIdea(
  idea: IdeaFacts,
  command: { readonly id: ReboundId; readonly text: string; readonly instead?: string | undefined },
  { by, phase, now }: AskedInChallenge,
  /** The text as it stands; asked only of a suggestion. */
  passages: readonly string[] = [],
): Result<IdeaRebounded, Failure<Refusals>> {
  const open = checkPhase(phase, 'reboundOnIdea');
  if (!open.ok) return open;
  const published = checkPublished(idea.state, 'reboundOnIdea');
  if (!published.ok) return published;
  const text = command.text.trim();
  const length = lengthOf(text);
  if (length > REBOUND_LIMIT) return refuse('text-too-long', { limit: REBOUND_LIMIT, length });
  const { instead = null } = command;
  if (instead !== null && instead.trim() === text) return refuse('nothing-suggested', { passage: instead });
  // A suggestion begins with words that stand there: nobody is said to have written what she did not.
  if (instead !== null && !passages.includes(instead)) return refuse('passage-changed', { passage: instead });
  const tell = [...idea.originators, ...idea.coauthors].filter((person) => person !== by.person);
  return ok({
    type: 'IdeaRebounded',
    rebound: command.id,
    idea: idea.id,
    person: by.person,
    text,
    instead,
    at: now,
    tell,
  });
}
