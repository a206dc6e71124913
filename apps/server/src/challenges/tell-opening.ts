/** When a challenge opens, everybody it is for hears of it, once. */
import type { NoticeToTell } from '../notifications/index.ts';
import { invitedTo, type ChallengeSetup } from './deps.ts';
import type { ChallengeStore } from './challenges.store.ts';
import type { PhaseListener } from './phase-watcher.ts';

/** Called again for the same opening it tells nobody: the record remembers, in the commit that writes the notices. */
export const tellOpening =
  (deps: ChallengeSetup & { readonly store: ChallengeStore }): PhaseListener =>
  async (record, phase) => {
    if (phase !== 'ideation' && phase !== 'rebound') return;
    const people = await invitedTo(deps.people, record);
    const notices = people.map((person): NoticeToTell => ({
      to: person,
      kind: 'challenge-opened',
      challenge: record.id,
      idea: null,
      about: record.question,
      actor: null,
    }));
    const first = await deps.database.transaction(async (tx) => {
      const told = await deps.store.markOpeningTold(tx, record.id, deps.clock.now());
      if (told) await deps.notifications.tell(tx, notices);
      return told;
    });
    if (first) deps.notifications.announce(notices);
  };
