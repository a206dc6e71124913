/**
 * Answers for who may carry an idea: its first originator is asked first, and only her own refusal opens the place to
 * somebody else. Silence is never a refusal, because no event says so.
 */
import { grown, type CarrierAnswer, type IdeaCredits } from './credits.ts';
import { refused } from './outcome.ts';
import { becomes, onIdea, type Rule } from './rule.ts';

function originatorStillFirst(idea: IdeaCredits, person: string): boolean {
  const [first] = idea.originators;
  return first !== undefined && first !== person && idea.carrierOffers[first] !== 'declined';
}

const offered: Rule<'carrier.offered'> = onIdea((idea, { p }) => {
  if (originatorStillFirst(idea, p))
    return refused('originator-first', 'the first originator has not declined');
  const answer = idea.carrierOffers[p];
  if (answer === 'open' || answer === 'accepted') return refused('already-offered', `${p} was asked already`);
  return becomes(idea, { carrierOffers: { ...idea.carrierOffers, [p]: 'open' } });
});

const answered = (answer: CarrierAnswer) =>
  onIdea((idea, { p, by }: { readonly i: string; readonly p: string; readonly by: string }) => {
    if (p !== by) return refused('not-oneself', 'one answers for oneself');
    if (idea.carrierOffers[p] === undefined) return refused('not-offered', `${p} was not asked`);
    return becomes(idea, { carrierOffers: { ...idea.carrierOffers, [p]: answer } });
  });

const named: Rule<'carrier.named'> = onIdea((idea, { p }) => {
  if (originatorStillFirst(idea, p))
    return refused('originator-first', 'the first originator has not declined');
  if (idea.carrierOffers[p] !== 'accepted') return refused('not-accepted', `${p} has not accepted`);
  return becomes(idea, {
    carriers: grown(
      idea.carriers.filter((person) => person !== p),
      [p],
    ),
  });
});

export const carrierRules = {
  'carrier.offered': offered,
  'carrier.accepted': answered('accepted'),
  'carrier.declined': answered('declined'),
  'carrier.named': named,
} as const;
