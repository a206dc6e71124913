/** A directorate says no, with its reason; once the last one has, the idea goes back to the moderators. */
import type { CodesOf, declineAdoption as contract, Failure, IdeaId, Result } from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { declineAdoption as decide, mayAnswerFor } from '@butinerie/domain';
import type { z } from 'zod';
import type { Speaker } from '../accounts/index.ts';
import { loadIdea, type AdoptionDeps } from './deps.ts';

type Body = z.infer<(typeof contract)['body']>;
type Answer = Result<{ declined: true }, Failure<CodesOf<typeof contract>>>;
const DECLINED = { ok: true, value: { declined: true } } as const;

export const declineAdoption =
  (deps: AdoptionDeps) =>
  async (id: IdeaId, body: Body, by: Speaker): Promise<Answer> => {
    const found = await loadIdea(deps, id, { by });
    if (!found.ok) return found;
    const sponsorships = await deps.roles.sponsorships(found.value.idea.challenge);
    const asked = [...new Set(sponsorships.map(({ directorate }) => directorate))];

    // Decided inside: of two last directorates that decline at once, one has to see that the other did.
    const committed = await deps.database.transaction(async (tx): Promise<Answer> => {
      const loaded = await loadIdea(deps, id, { by, tx });
      if (!loaded.ok) return loaded;
      const { idea } = loaded.value;
      const answers = await deps.store.read(tx, { idea: id, challenge: idea.challenge });
      const declinedBy = answers.declines.map(({ directorate }) => directorate);
      if (declinedBy.includes(body.directorate) && mayAnswerFor(by, body.directorate, idea.challenge))
        return DECLINED;
      const adoptedBy = answers.adoption?.directorate ?? null;
      const declinable = { id, state: idea.state, adoptedBy, asked, declinedBy };
      const decided = decide(declinable, body, loaded.value.asked);
      if (!decided.ok) return decided;
      const { directorate, reason, at, becomes } = decided.value;
      const decline = { directorate, by: by.person, reason, at };
      await deps.store.put(tx, { ...answers, declines: [...answers.declines, decline] });
      if (becomes !== idea.state && !(await deps.ideas.move(tx, id, idea.state, becomes)))
        return refuse('idea-state', { state: idea.state, act: 'declineAdoption' });
      return DECLINED;
    });
    if (!committed.ok) return committed;
    deps.ideas.announce(found.value.idea);
    return ok({ declined: true });
  };
