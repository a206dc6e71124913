/** A moderator answers an idea. Nobody else reads it before the results; a proposal that stood is taken back. */
import type {
  answerIdea as contract,
  ChallengeId,
  CodesOf,
  Failure,
  IdeaId,
  Result,
  Selection,
} from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { answerIdea as decide } from '@butinerie/domain';
import type { z } from 'zod';
import type { Speaker } from '../accounts/index.ts';
import { announceBoard, loadSelection, moderatorsOf, stale, type SelectionDeps } from './deps.ts';
import { readSelection } from './read-selection.ts';

type Body = z.infer<(typeof contract)['body']>;
type Answer = Result<Selection, Failure<CodesOf<typeof contract>>>;

export const answerIdea =
  (deps: SelectionDeps) =>
  async (params: { challenge: ChallengeId; idea: IdeaId }, body: Body, by: Speaker): Promise<Answer> => {
    const loaded = await loadSelection(deps, params.challenge, by);
    if (!loaded.ok) return loaded;
    const { challenge, state, asked } = loaded.value;
    const idea = state.ideas.find(({ id }) => id === params.idea);
    if (idea === undefined) return refuse('not-found', { what: 'idea' });
    const decided = decide(state, { ...body, idea: deps.pseudonyms.asKnownTo(by.person, idea) }, asked);
    if (!decided.ok) return decided;

    const { outcome, motive, reason, at, takesProposalBack } = decided.value;
    const results = takesProposalBack
      ? { ...challenge.results, proposedBy: null, proposedAt: null }
      : challenge.results;
    const committed = await deps.database.transaction(async (tx) => {
      if (!(await deps.challenges.change(tx, challenge, { results }))) return stale(deps, challenge.id, tx);
      const answer = { outcome, motive, reason, by: by.person, at };
      if (!(await deps.ideas.amend(tx, idea.id, idea.state, { answer })))
        return refuse('idea-state', { state: idea.state, act: 'answerIdea' });
      return ok(true);
    });
    if (!committed.ok) return committed;
    announceBoard(deps, challenge, await moderatorsOf(deps, challenge.id));
    return readSelection(deps)(challenge.id, by);
  };
