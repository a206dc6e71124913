/** When a passage that stands in two sealed ideas becomes a question to the authors of the newer one, and its answer. */
import {
  ok,
  refuse,
  type ChallengeId,
  type Failure,
  type IdeaId,
  type IdeaState,
  type PersonId,
  type QuotationAnswer,
  type Result,
} from '@butinerie/contracts';
import type { AskedInChallenge } from '../accounts/asked.ts';
import { checkPhase } from '../challenges/acts.ts';
import { checkBrought } from '../contributions/credit-comment.ts';
import { checkAuthor, type IdeaFacts } from '../ideas/idea-facts.ts';
import { isListed } from '../ideas/lifecycle.ts';

export interface ComparedIdea {
  readonly id: IdeaId;
  readonly challenge: ChallengeId;
  readonly state: IdeaState;
  readonly publishedAt: Date | null;
  readonly sealed: boolean;
  /** As they signed: that nobody is asked would tell who is behind a pseudonym. */
  readonly originators: readonly PersonId[];
}

export interface Compared {
  /** Whether the challenge of the older idea is for everybody. */
  readonly forAll: boolean;
  /** What the newer idea grew from or gathers, and what grew from it. */
  readonly family: ReadonlySet<IdeaId>;
}

/** A text that others may read and that stands for good. */
export const isComparable = ({ state, publishedAt, sealed, originators }: ComparedIdea): boolean =>
  sealed && isListed(state) && publishedAt !== null && originators.length > 0;

/** Whether a passage of `idea` that stands in `source` is a question to the authors of `idea`. */
export function mayQuote(idea: ComparedIdea, source: ComparedIdea, { forAll, family }: Compared): boolean {
  if (!isComparable(idea) || !isComparable(source) || idea.id === source.id) return false;
  if (Number(source.publishedAt) >= Number(idea.publishedAt)) return false;
  if (source.challenge !== idea.challenge && !forAll) return false;
  if (family.has(source.id)) return false;
  return !source.originators.some((person) => idea.originators.includes(person));
}

/** Whom crediting names: the originators of the older idea who do not write in the newer one. */
export const creditedByQuotation = (
  idea: Pick<IdeaFacts, 'originators' | 'coauthors'>,
  source: Pick<ComparedIdea, 'originators'>,
): PersonId[] =>
  source.originators.filter((person) => ![...idea.originators, ...idea.coauthors].includes(person));

export interface QuotationAnswered {
  readonly type: 'QuotationAnswered';
  readonly answer: 'credited' | 'declined';
  readonly by: PersonId;
  readonly at: Date;
  /** Why it is not credited, in a line; empty where she does not say. */
  readonly reason: string;
}
type Refusals = 'not-allowed' | 'challenge-phase' | 'idea-state' | 'already-answered' | 'text-too-long';

export function answerQuotation(
  quotation: { readonly answer: QuotationAnswer },
  idea: IdeaFacts,
  said: { readonly answer: 'credit' | 'decline'; readonly reason: string },
  { by, phase, now }: AskedInChallenge,
): Result<QuotationAnswered, Failure<Refusals>> {
  const act = 'answerQuotation';
  const author = checkAuthor(idea, by.person, act);
  if (!author.ok) return author;
  const open = checkPhase(phase, act);
  if (!open.ok) return open;
  if (!isListed(idea.state)) return refuse('idea-state', { state: idea.state, act });
  if (quotation.answer !== 'open') return refuse('already-answered', { answer: quotation.answer });
  const reason = checkBrought(said.answer === 'credit' ? '' : said.reason);
  if (!reason.ok) return reason;
  const answer = said.answer === 'credit' ? 'credited' : 'declined';
  return ok({ type: 'QuotationAnswered', answer, by: by.person, at: now, reason: reason.value });
}
