/**
 * A directorate says no, with its reason, told to authors and moderators in the same commit; once the last one has, the
 * idea goes back to the moderators.
 */
import type { CodesOf, declineAdoption as contract, Failure, IdeaId, Result } from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { declineAdoption as decide, mayAnswerFor } from '@butinerie/domain';
import type { z } from 'zod';
import type { Speaker } from '../accounts/index.ts';
import type { IdeaRecord } from '../ideas/index.ts';
import type { NoticeToTell } from '../notifications/index.ts';
import { creditsOf, loadIdea, noticesAbout, type AdoptionDeps } from './deps.ts';

type Body = z.infer<(typeof contract)['body']>;
type Answer = Result<{ declined: true }, Failure<CodesOf<typeof contract>>>;
/** Nothing to tell where it had declined before: the same no, sent twice. */
type Committed = Result<readonly NoticeToTell[], Failure<CodesOf<typeof contract>>>;

export const declineAdoption =
  (deps: AdoptionDeps) =>
  async (id: IdeaId, body: Body, by: Speaker): Promise<Answer> => {
    const found = await loadIdea(deps, id, { by });
    if (!found.ok) return found;
    const sponsorships = await deps.roles.sponsorships(found.value.idea.challenge);
    const notices = await noticesOf(deps, found.value.idea, by);
    const asked = [...new Set(sponsorships.map(({ directorate }) => directorate))];

    // Decided inside: of two last directorates that decline at once, one has to see that the other did.
    const committed = await deps.database.transaction(async (tx): Promise<Committed> => {
      const loaded = await loadIdea(deps, id, { by, tx });
      if (!loaded.ok) return loaded;
      const { idea } = loaded.value;
      const answers = await deps.store.read(tx, { idea: id, challenge: idea.challenge });
      const declinedBy = answers.declines.map(({ directorate }) => directorate);
      if (declinedBy.includes(body.directorate) && mayAnswerFor(by, body.directorate, idea.challenge))
        return ok([]);
      const adoptedBy = answers.adoption?.directorate ?? null;
      const declinable = { id, state: idea.state, adoptedBy, asked, declinedBy };
      const decided = decide(declinable, body, loaded.value.asked);
      if (!decided.ok) return decided;
      const { directorate, reason, at, becomes } = decided.value;
      const decline = { directorate, by: by.person, reason, at };
      await deps.store.put(tx, { ...answers, declines: [...answers.declines, decline] });
      if (becomes !== idea.state && !(await deps.ideas.move(tx, id, idea.state, becomes)))
        return refuse('idea-state', { state: idea.state, act: 'declineAdoption' });
      await deps.notifications.tell(tx, notices);
      return ok(notices);
    });
    if (!committed.ok) return committed;
    deps.notifications.announce(committed.value);
    deps.ideas.announce(found.value.idea);
    return ok({ declined: true });
  };

async function noticesOf(deps: AdoptionDeps, idea: IdeaRecord, by: Speaker): Promise<NoticeToTell[]> {
  const { challenge } = idea;
  const [{ originators, coauthors }, moderators, leads] = await Promise.all([
    creditsOf(deps, idea.id),
    deps.people.holders('moderator', { challenge }),
    deps.people.holders('moderator_lead', { challenge }),
  ]);
  const to = [...originators, ...coauthors, ...moderators, ...leads];
  return noticesAbout(idea, 'adoption-declined', { to, actor: by.person });
}
