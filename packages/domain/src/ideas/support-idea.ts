/** « Utile chez moi aussi » : said or taken back; who said it is known to that person only. */
import { ok, type Failure, type IdeaId, type PersonId, type Result } from '@butinerie/contracts';
import type { AskedInChallenge } from '../accounts/asked.ts';
import { checkPhase } from '../challenges/acts.ts';
import { checkPublished, type IdeaFacts } from './idea-facts.ts';

export interface SupportChanged {
  readonly type: 'SupportChanged';
  readonly idea: IdeaId;
  readonly person: PersonId;
  readonly supported: boolean;
}

export function supportIdea(
  idea: Pick<IdeaFacts, 'id' | 'state'>,
  { supported }: { readonly supported: boolean },
  { by, phase }: AskedInChallenge,
): Result<SupportChanged, Failure<'challenge-phase' | 'idea-state'>> {
  const open = checkPhase(phase, 'supportIdea');
  if (!open.ok) return open;
  const published = checkPublished(idea.state, 'supportIdea');
  if (!published.ok) return published;
  return ok({ type: 'SupportChanged', idea: idea.id, person: by.person, supported });
}
