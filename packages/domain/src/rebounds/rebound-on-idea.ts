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
  readonly at: Date;
  /** The authors who hear of it: not the rebounder. */
  readonly tell: readonly PersonId[];
}

export function reboundOnIdea(
  idea: IdeaFacts,
  command: { readonly id: ReboundId; readonly text: string },
  { by, phase, now }: AskedInChallenge,
): Result<IdeaRebounded, Failure<'challenge-phase' | 'idea-state' | 'text-too-long'>> {
  const open = checkPhase(phase, 'reboundOnIdea');
  if (!open.ok) return open;
  const published = checkPublished(idea.state, 'reboundOnIdea');
  if (!published.ok) return published;
  const text = command.text.trim();
  const length = lengthOf(text);
  if (length > REBOUND_LIMIT) return refuse('text-too-long', { limit: REBOUND_LIMIT, length });
  const tell = [...idea.originators, ...idea.coauthors].filter((person) => person !== by.person);
  return ok({
    type: 'IdeaRebounded',
    rebound: command.id,
    idea: idea.id,
    person: by.person,
    text,
    at: now,
    tell,
  });
}
