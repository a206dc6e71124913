/** What the clock does: a hearing that is over ends in giving up, a confirmation nobody gave goes to the moderators. */
import type { IdeaId } from '@butinerie/contracts';
import { deliveryOf, endHearing, endOfDay, isSilent, PARIS } from '@butinerie/domain';
import type { NoticeToTell } from '../notifications/index.ts';
import { wakeAt } from '../platform/clock.ts';
import { lookedAfter } from '../platform/servers/looked-after.ts';
import type { DeliveryRecord } from './deliveries.store.ts';
import { deliverableOf, moderatorsOf, type DeliveryDeps } from './deps.ts';
import { announce, commit } from './perform.ts';
import { tellLate } from './tell-late.ts';

export function deliveryWatch(deps: DeliveryDeps) {
  let cancel = (): void => {};
  let stopped = true;
  let round: Promise<void> = Promise.resolve();

  const look = (): Promise<void> => {
    round = round
      .then(() => (stopped ? undefined : lookOnce()))
      .catch((error: unknown) => deps.log.error({ err: error }, 'deliveries could not be followed'));
    return round;
  };
  async function lookOnce(): Promise<void> {
    cancel();
    const waiting = await deps.store.waiting();
    const now = deps.clock.now();
    for (const { idea } of waiting) await takeStep(deps, idea);
    const late = await tellLate(deps);
    const next = [...waiting.flatMap(nextLook), ...late].filter((at) => at > now);
    if (next.length > 0 && !stopped)
      cancel = wakeAt(deps.clock, new Date(Math.min(...next.map(Number))), () => void look());
  }

  const tellOthers = lookedAfter(deps.wakeUps, 'deliveries', () => void look());
  return {
    async look() {
      tellOthers();
      await look();
    },
    async start() {
      stopped = false;
      await look();
    },
    async stop() {
      stopped = true;
      cancel();
      await round;
      cancel();
    },
  };
}

/** The first instant after the day on which it waits. */
function nextLook({ events }: DeliveryRecord): Date[] {
  const { proposed, abandonment } = deliveryOf(events);
  const waits = abandonment ?? proposed;
  return waits === null ? [] : [new Date(endOfDay(waits.until, PARIS).getTime() + 1_000)];
}

/** Decided inside: whoever leads it may go on in the same second, and another server looks as well. */
async function takeStep(deps: DeliveryDeps, id: IdeaId): Promise<void> {
  const told = await deps.database.transaction(async (tx) => {
    const idea = await deps.ideas.record(id, tx);
    const challenge = idea && (await deps.challenges.record(idea.challenge, tx));
    if (idea === null || challenge === null) return null;
    const about = { idea: id, challenge: challenge.id };
    const [answers, record] = [await deps.adoptions.read(tx, about), await deps.store.read(tx, about)];
    const deliverable = await deliverableOf(deps, idea, { answers, record });
    const at = { phase: deps.challenges.standing(challenge), now: deps.clock.now() };
    const event = endHearing(deliverable, at);
    if (event !== null) {
      const done = await commit(deps, tx, { idea, record, deliverable, event, before: answers });
      return done.ok ? { idea, notices: done.value.notices } : null;
    }
    const { proposed } = deliverable.delivery;
    const silent = proposed !== null && idea.state === 'in_progress' && at.phase !== 'paused';
    if (!silent || !isSilent(deliverable, proposed, at.now)) return null;
    if (!(await deps.store.markStep(tx, `${id}:${proposed.at.getTime()}:silent`))) return null;
    const to = await moderatorsOf(deps, idea);
    const notices = [...new Set(to)].map((person): NoticeToTell => ({
      to: person,
      kind: 'delivery-silent',
      challenge: idea.challenge,
      idea: id,
      about: idea.title,
      actor: null,
    }));
    await deps.notifications.tell(tx, notices);
    return { idea, notices };
  });
  if (told !== null) await announce(deps, told);
}
