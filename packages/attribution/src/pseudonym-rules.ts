/**
 * Answers for one-time persons: somebody proposes under a name that is nobody's, bound to her by a salted commitment
 * written before it speaks. Only the person it was bound to opens it, and the ledger alone can tell.
 */
import { commitmentTo, opensCommitment } from './commitment.ts';
import { newIdea } from './credits.ts';
import { refused } from './outcome.ts';
import { becomes, isSystem, onAnyIdea, proposed, type Rule } from './rule.ts';

const taken: Rule<'pseudonym.taken'> = (ideas, { i, by, p, as }) => {
  if (!isSystem(by))
    return refused('not-the-server', 'the server writes who takes a pseudonym, without saying it');
  if (proposed(ideas, i)) return refused('already-proposed', `${i} has its originator already`);
  const idea = ideas.get(i) ?? newIdea(i, []);
  if (idea.pseudonyms[p] !== undefined) return refused('already-made', `${p} is somebody already`);
  return becomes(idea, { pseudonyms: { ...idea.pseudonyms, [p]: { as } } });
};

const opened: Rule<'pseudonym.opened'> = onAnyIdea((idea, { by, p, as, salt }) => {
  if (by !== as) return refused('not-oneself', 'one opens one’s own pseudonym');
  const pseudonym = idea.pseudonyms[p];
  if (pseudonym === undefined) return refused('unknown-pseudonym', `${p} is no pseudonym of ${idea.idea}`);
  if (pseudonym.openedAs !== undefined) return refused('already-opened', `${p} was opened before`);
  if (!opensCommitment(pseudonym.as, { salt, value: commitmentTo(as) }))
    return refused('other-person', `${p} was not bound to ${as}`);
  return becomes(idea, { pseudonyms: { ...idea.pseudonyms, [p]: { ...pseudonym, openedAs: as } } });
});

export const pseudonymRules = { 'pseudonym.taken': taken, 'pseudonym.opened': opened } as const;
