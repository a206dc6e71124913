/** A challenge goes on after a pause: what directorates promised by a date goes later with it, and those concerned hear. */
import type { ChallengeId } from '@butinerie/contracts';
import { PARIS, termsAfterPause, type StoodStill } from '@butinerie/domain';
import type { NoticeToTell } from '../notifications/index.ts';
import type { Transaction } from '../platform/mongo.ts';
import type { AdoptionRecord } from './adoptions.store.ts';
import { creditsOf, noticesAbout, type AdoptionDeps } from './deps.ts';

/** In the commit that ends the pause; what is to be told there. */
export const moveTerms =
  (deps: AdoptionDeps) =>
  async (tx: Transaction, challenge: ChallengeId, stood: StoodStill): Promise<readonly NoticeToTell[]> => {
    const told: NoticeToTell[] = [];
    for (const answers of await deps.store.adoptedIn(tx, challenge)) {
      const moved = answers.adoption && termsAfterPause(answers.adoption, stood, PARIS);
      if (moved === null) continue;
      await deps.store.put(tx, { ...answers, adoption: moved });
      const idea = await deps.ideas.record(answers.idea, tx);
      if (idea === null || moved.dueOn === answers.adoption?.dueOn) continue;
      const { originators, coauthors, carrier } = await creditsOf(deps, idea.id);
      const to = [moved.sponsor, moved.pilot, ...originators, ...coauthors, ...(carrier ? [carrier] : [])];
      const notices = noticesAbout(idea, 'adoption-moved', { to, actor: moved.sponsor });
      told.push(...notices.map((notice) => ({ ...notice, actor: null, until: momentOf(moved) })));
    }
    return told;
  };

/** The last minute of the day that is promised. */
function momentOf({ dueOn, dueAt }: AdoptionRecord): NonNullable<NoticeToTell['until']> {
  return { local: `${dueOn}T23:59`, timeZone: PARIS, instant: dueAt.toISOString() };
}
