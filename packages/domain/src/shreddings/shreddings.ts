/** Who has a sealed text destroyed, and when: two people, neither of them its author, and a notice to those who are. */
import {
  ok,
  refuse,
  type Failure,
  type IdeaId,
  type PersonId,
  type Result,
  type ShreddingState,
} from '@butinerie/contracts';
import { hasRole, mayAdminister, type Speaker } from '../accounts/policy.ts';
import { isAuthor, type IdeaPeople } from '../ideas/idea-facts.ts';

/** Notice to the authors: time to object, and to keep their receipts. */
const NOTICE = 15 * 86_400_000;

export interface ShreddingFacts {
  readonly state: ShreddingState;
  readonly by: PersonId;
}
export interface IdeaToShred extends IdeaPeople {
  readonly id: IdeaId;
  readonly publishedAt: Date | null;
  readonly sealedAt: Date | null;
  /** When the ideas of its challenge were: one that was merged, hidden or taken back by then has no seal of its own. */
  readonly challengeSealedAt: Date | null;
  readonly shredded: boolean;
}
type Answer<Codes extends Failure['code'], Value = true> = Result<Value, Failure<Codes>>;

/** Reading the list and confirming: the officer, or who administers. */
export function mayFollowShreddings(by: Pick<Speaker, 'grants'>): boolean {
  return hasRole(by, 'dpo') || mayAdminister(by);
}

export function askShredding(
  known: readonly ShreddingFacts[],
  { by, idea }: { readonly by: Speaker; readonly idea: IdeaToShred },
): Answer<'not-allowed' | 'own-idea' | 'not-sealed' | 'already-answered'> {
  if (!hasRole(by, 'dpo'))
    return refuse('not-allowed', { act: 'askShredding', why: 'data-protection-officers' });
  if (isAuthor(idea, by.person)) return refuse('own-idea', { idea: idea.id });
  // A living text is changed by who writes it; its log is not touched while it grows.
  if (idea.publishedAt === null || (idea.sealedAt ?? idea.challengeSealedAt) === null)
    return refuse('not-sealed', { idea: idea.id });
  if (idea.shredded) return refuse('already-answered', { answer: 'done' });
  const open = known.find(({ state }) => state === 'asked' || state === 'waiting');
  return open === undefined ? ok(true) : refuse('already-answered', { answer: open.state });
}

export function confirmShredding(
  { state, by: first }: ShreddingFacts,
  { by, idea, now }: { readonly by: Speaker; readonly idea: IdeaToShred; readonly now: Date },
): Answer<'not-allowed' | 'own-idea' | 'already-answered', { readonly dueAt: Date }> {
  const act = 'confirmShredding';
  if (!mayFollowShreddings(by)) return refuse('not-allowed', { act, why: 'data-protection-officers' });
  if (first === by.person) return refuse('not-allowed', { act, why: 'second-person' });
  if (isAuthor(idea, by.person)) return refuse('own-idea', { idea: idea.id });
  if (state !== 'asked') return refuse('already-answered', { answer: state });
  return ok({ dueAt: new Date(now.getTime() + NOTICE) });
}

export function cancelShredding(
  { state }: ShreddingFacts,
  by: Speaker,
): Answer<'not-allowed' | 'already-answered'> {
  if (!mayFollowShreddings(by))
    return refuse('not-allowed', { act: 'cancelShredding', why: 'data-protection-officers' });
  return state === 'asked' || state === 'waiting' ? ok(true) : refuse('already-answered', { answer: state });
}
