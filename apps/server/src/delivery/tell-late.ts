/** What is late is told higher: to whoever promised it on the day after, on the fifteenth to the general direction. */
import { actAllowed, lateSteps, nextLateStep, PARIS, type LateStep } from '@butinerie/domain';
import type { AdoptionRecord } from '../adoption/index.ts';
import type { IdeaRecord } from '../ideas/index.ts';
import type { NoticeToTell } from '../notifications/index.ts';
import type { DeliveryDeps } from './deps.ts';
import { lastMinuteOf } from './notices.ts';
import { standingOf } from './standing.ts';

/** When to look again, for each that is under way. */
export async function tellLate(deps: DeliveryDeps): Promise<Date[]> {
  const ideas = await deps.ideas.inStates(['adopted', 'in_progress']);
  const standing = await standingOf(deps, ideas);
  const answers = await deps.adoptions.recordsOf(ideas.map(({ id }) => id));
  const adopted = new Map(answers.map(({ idea, adoption }) => [idea, adoption]));
  const now = deps.clock.now();
  const again: Date[] = [];
  for (const idea of ideas) {
    const dueOn = standing.get(idea.id)?.dueOn;
    const adoption = adopted.get(idea.id);
    if (!dueOn || !adoption) continue;
    const next = nextLateStep(dueOn, now, PARIS);
    if (next !== null) again.push(next);
    const steps = lateSteps(dueOn, now, PARIS);
    if (steps.length > 0 && (await isRunning(deps, idea)))
      for (const step of steps) await tell(deps, { idea, adoption, dueOn, step });
  }
  return again;
}

/** Paused, its clock stands still; archived, nothing of it is waited for any more. */
async function isRunning({ challenges }: DeliveryDeps, idea: IdeaRecord): Promise<boolean> {
  const challenge = await challenges.record(idea.challenge);
  return challenge !== null && actAllowed(challenges.standing(challenge), 'proposeDelivered');
}

interface Late {
  readonly idea: IdeaRecord;
  readonly adoption: AdoptionRecord;
  readonly dueOn: string;
  readonly step: LateStep;
}

async function tell(deps: DeliveryDeps, { idea, adoption, dueOn, step }: Late): Promise<void> {
  const to = step === 'sponsor' ? [adoption.sponsor, adoption.pilot] : await deps.people.holders('dgs', {});
  const notices = [...new Set(to)].map((person): NoticeToTell => ({
    to: person,
    kind: 'delivery-late',
    challenge: idea.challenge,
    idea: idea.id,
    about: idea.title,
    actor: null,
    until: lastMinuteOf(dueOn),
  }));
  const first = await deps.database.transaction(async (tx) => {
    const marked = await deps.store.markStep(tx, `${idea.id}:${dueOn}:${step}`);
    if (marked) await deps.notifications.tell(tx, notices);
    return marked;
  });
  if (first) deps.notifications.announce(notices);
}
