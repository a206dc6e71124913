/** Ten seconds after an act, when it cannot be undone any more, whoever it concerns hears of it: once, also after a crash. */
import { NOTICE_OF_ACT, settledAt } from '@butinerie/domain';
import type { PersonId } from '@butinerie/contracts';
import type { IdeaRecord } from '../ideas/index.ts';
import type { NoticeToTell } from '../notifications/index.ts';
import { wakeAt } from '../platform/clock.ts';
import { moderatorsOf, noticesAbout, type ModerationDeps } from './deps.ts';
import type { EventRecord } from './moderation.store.ts';

export function outcomes(deps: ModerationDeps) {
  let cancel = (): void => {};
  let stopped = true;
  let round: Promise<void> = Promise.resolve();

  async function lookOnce(): Promise<void> {
    cancel();
    const now = deps.clock.now();
    const untold = await deps.store.untold();
    for (const event of untold) if (settledAt(event) <= now) await tellOutcome(deps, event);
    const next = untold.map(settledAt).find((at) => at > now);
    if (next !== undefined && !stopped) cancel = wakeAt(deps.clock, next, look);
  }
  function look(): void {
    round = round
      .then(() => (stopped ? undefined : lookOnce()))
      .catch((error: unknown) => deps.log.error({ err: error }, 'outcomes of moderation were not told'));
  }
  return {
    look,
    async start() {
      stopped = false;
      look();
      await round;
    },
    async stop() {
      stopped = true;
      cancel();
      await round;
      cancel();
    },
  };
}

async function tellOutcome(deps: ModerationDeps, event: EventRecord): Promise<void> {
  const idea = await deps.ideas.record(event.idea);
  const notices = idea === null ? [] : await noticesOf(deps, idea, event);
  const first = await deps.database.transaction(async (tx) => {
    const marked = await deps.store.markTold(tx, event.id);
    if (marked) await deps.notifications.tell(tx, notices);
    return marked;
  });
  if (!first) return;
  deps.notifications.announce(notices);
  if (event.act === 'restoreIdea') await deps.ideas.sealLate(event.idea);
}

async function noticesOf(
  deps: ModerationDeps,
  idea: IdeaRecord,
  event: EventRecord,
): Promise<NoticeToTell[]> {
  const { act, by, reason } = event;
  if (act === 'undo') return [];
  const kind = NOTICE_OF_ACT[act];
  const named = act === 'welcomeIdea' ? by : null;
  const told =
    kind === null
      ? []
      : noticesAbout(idea, await concernedBy(deps, idea, event), { kind, reason, actor: named });
  if (act !== 'hideIdea') return told;
  const others = (await moderatorsOf(deps, idea.challenge)).filter((person) => person !== by);
  return [...told, ...noticesAbout(idea, others, { kind: 'review-asked', reason, actor: by })];
}

async function concernedBy(
  deps: ModerationDeps,
  idea: IdeaRecord,
  { act, comment, late, challenge }: EventRecord,
): Promise<readonly PersonId[]> {
  if (act === 'keepContent') {
    const reports = await deps.store.reportsOf(challenge);
    return reports
      .filter((report) => report.idea === idea.id && report.comment === comment)
      .map(({ by }) => by);
  }
  if (comment !== null) {
    const record = await deps.discussion.record(comment);
    return record === null ? [] : [record.person];
  }
  if (late !== null)
    return (await deps.documents.late(idea.id)).filter(({ id }) => id === late).map(({ person }) => person);
  return [...idea.originators, ...idea.coauthors];
}
