/** From draft to published: credit starts here. The limits are checked now, and only now. */
import {
  ok,
  refuse,
  TEXT_LIMIT,
  TITLE_LIMIT,
  type Failure,
  type IdeaId,
  type PersonId,
  type Result,
} from '@butinerie/contracts';
import type { AskedInChallenge } from '../accounts/asked.ts';
import { checkPhase } from '../challenges/acts.ts';
import { checkOriginator, type IdeaFacts } from './idea-facts.ts';
import { lengthOf } from './length.ts';

export interface PublishableIdea extends IdeaFacts {
  readonly title: string;
  readonly text: string;
  readonly parents: readonly { readonly id: IdeaId; readonly text: string }[];
}

type TextRefusals = 'title-missing' | 'text-missing' | 'title-too-long' | 'text-too-long' | 'same-as-parent';

/** What is wrong with a text on its way to being published: the client asks the same before it sends. */
export function checkPublishable({
  title,
  text,
  parents,
}: Pick<PublishableIdea, 'title' | 'text' | 'parents'>): Result<true, Failure<TextRefusals>> {
  const titleLength = lengthOf(title.trim());
  const textLength = lengthOf(text.trim());
  if (titleLength === 0) return refuse('title-missing', { field: 'title' });
  if (textLength === 0) return refuse('text-missing', { field: 'text' });
  if (titleLength > TITLE_LIMIT) return refuse('title-too-long', { limit: TITLE_LIMIT, length: titleLength });
  if (textLength > TEXT_LIMIT) return refuse('text-too-long', { limit: TEXT_LIMIT, length: textLength });
  const same = parents.find((parent) => sameWords(parent.text, text));
  return same === undefined ? ok(true) : refuse('same-as-parent', { parent: same.id });
}

/** Spaces and the way accents are encoded make no difference between two texts. */
function sameWords(a: string, b: string): boolean {
  const bare = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return bare(a) === bare(b);
}

export interface IdeaPublished {
  readonly type: 'IdeaPublished';
  readonly idea: IdeaId;
  readonly by: PersonId;
  readonly at: Date;
}

export function publishIdea(
  idea: PublishableIdea,
  { by, phase, now }: AskedInChallenge,
): Result<IdeaPublished, Failure<TextRefusals | 'not-allowed' | 'challenge-phase' | 'idea-state'>> {
  const originator = checkOriginator(idea, by.person, 'publishIdea');
  if (!originator.ok) return originator;
  const open = checkPhase(phase, 'publishIdea');
  if (!open.ok) return open;
  // The table also lets an idea of an earlier challenge come back; that is another act than publishing a draft.
  if (idea.state !== 'draft') return refuse('idea-state', { state: idea.state, act: 'publishIdea' });
  const publishable = checkPublishable(idea);
  if (!publishable.ok) return publishable;
  return ok({ type: 'IdeaPublished', idea: idea.id, by: by.person, at: now });
}
