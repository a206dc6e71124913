/**
 * Ten seconds after an act, when it cannot be undone any more, whoever it concerns hears of it: once, also after a crash.
 * A hidden idea or file that nobody read again in time is asked about once more.
 */
import {
  hidingToReview,
  NOTICE_OF_ACT,
  PARIS,
  reviewDueAt,
  settledAt,
  standing,
  voided,
} from '@butinerie/domain';
import type { PersonId } from '@butinerie/contracts';
import type { IdeaRecord } from '../ideas/index.ts';
import type { NoticeToTell } from '../notifications/index.ts';
import { wakeAt } from '../platform/clock.ts';
import { lookedAfter } from '../platform/servers/looked-after.ts';
import { moderatorsOf, noticesAbout, withoutLink, type ModerationDeps } from './deps.ts';
import { reportersOf } from './involved.ts';
import type { EventRecord } from './moderation.store.ts';

const RETRY_AFTER = 5_000;

export function outcomes(deps: ModerationDeps) {
  let cancel = (): void => {};
  let stopped = true;
  let round: Promise<void> = Promise.resolve();

  async function lookOnce(): Promise<void> {
    cancel();
    const now = deps.clock.now();
    const due = await untold(deps);
    const next = due.map(({ at }) => at).filter((at) => at > now);
    for (const { at, tell } of due)
      if (at <= now)
        await tell().catch((error: unknown) => {
          // The others do not wait for it.
          deps.log.error({ err: error }, 'an outcome of moderation was not told; trying again');
          next.push(new Date(now.getTime() + RETRY_AFTER));
        });
    if (next.length === 0 || stopped) return;
    cancel = wakeAt(deps.clock, new Date(Math.min(...next.map((at) => at.getTime()))), look);
  }
  function look(): void {
    round = round
      .then(() => (stopped ? undefined : lookOnce()))
      .catch((error: unknown) => deps.log.error({ err: error }, 'outcomes of moderation were not told'));
  }
  const tellOthers = lookedAfter(deps.wakeUps, 'outcomes of moderation', look);
  return {
    look() {
      look();
      tellOthers();
    },
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

interface ToTell {
  readonly at: Date;
  readonly tell: () => Promise<void>;
}

async function untold(deps: ModerationDeps): Promise<ToTell[]> {
  const [log, told] = await Promise.all([deps.store.all(), deps.store.told()]);
  const gone = voided(log);
  const acts = log
    .filter(({ id, act }) => act !== 'undo' && !gone.has(id) && !told.has(id))
    // A decision nobody heard of is opened again in silence.
    .map((event): ToTell => ({
      at: settledAt(event),
      tell: () =>
        tellOnce(deps, event, {
          mark: event.id,
          word: event.act !== 'reopenItem' || (event.undoes !== null && told.has(event.undoes)),
        }),
    }));
  const done = standing(log);
  const reviews = done
    .filter((event) => hidingToReview(done, event)?.id === event.id)
    .filter(({ id }) => !told.has(markOfReview(id)))
    .map((event): ToTell => ({
      at: reviewDueAt(event, PARIS),
      tell: () => tellOnce(deps, event, { mark: markOfReview(event.id), word: true }),
    }));
  return [...acts, ...reviews];
}

const markOfReview = (id: EventRecord['id']): string => `${id} review`;

async function tellOnce(
  deps: ModerationDeps,
  event: EventRecord,
  { mark, word }: { readonly mark: string; readonly word: boolean },
): Promise<void> {
  const idea = await deps.ideas.record(event.idea);
  const overdue = mark !== event.id;
  const notices = idea === null || !word ? [] : await noticesOf(deps, idea, { event, overdue });
  // Before it counts as done: what is back has its seal, whatever stops us after that.
  if (event.act === 'restoreIdea' && !overdue) await deps.ideas.sealLate(event.idea);
  const first = await deps.database.transaction(async (tx) => {
    const marked = await deps.store.markTold(tx, mark);
    if (marked) await deps.notifications.tell(tx, notices);
    return marked;
  });
  if (!first) return;
  deps.notifications.announce(notices);
  // The writer reads on the idea's page what became of it.
  if (idea !== null && event.late !== null) deps.ideas.announce(idea);
  // The reason is read from now on.
  if (idea !== null && event.file !== null) deps.attachments.announce(idea);
}

async function noticesOf(
  deps: ModerationDeps,
  idea: IdeaRecord,
  { event, overdue }: { readonly event: EventRecord; readonly overdue: boolean },
): Promise<NoticeToTell[]> {
  const { act, by, reason } = event;
  if (act === 'undo' || (overdue && event.file === null && idea.state !== 'hidden')) return [];
  const others = (await withoutLink(deps, idea)).filter((person) => person !== by);
  const review = event.file === null ? 'review-asked' : 'file-review-asked';
  const asked = noticesAbout(idea, others, { kind: review, reason, actor: by });
  if (overdue) return asked;
  if (act === 'declareLink')
    return noticesAbout(idea, others, { kind: 'item-handed', reason: '', actor: by });
  const kind = NOTICE_OF_ACT[act];
  const named = act === 'welcomeIdea' ? by : null;
  const told =
    kind === null
      ? []
      : noticesAbout(idea, await concernedBy(deps, idea, event), { kind, reason, actor: named });
  return act === 'hideIdea' || act === 'hideFile' ? [...told, ...asked] : told;
}

async function concernedBy(
  deps: ModerationDeps,
  idea: IdeaRecord,
  { act, comment, file, late, undoes, by }: EventRecord,
): Promise<readonly PersonId[]> {
  const about = act === 'reopenItem' && undoes !== null ? (await deps.store.event(undoes))?.act : act;
  if (about === 'keepContent') return reportersOf(deps, { idea: idea.id, comment, file });
  if (late !== null)
    return (await deps.documents.late(idea.id)).filter(({ id }) => id === late).map(({ person }) => person);
  if (comment !== null) {
    const record = await deps.discussion.record(comment);
    return record === null ? [] : [record.person];
  }
  // Opening a likeness or a review again concerns the team alone.
  if (act === 'reopenItem')
    return (await moderatorsOf(deps, idea.challenge)).filter((person) => person !== by);
  const brought = file === null ? null : await deps.attachments.record(file);
  return [...idea.originators, ...idea.coauthors, ...(brought === null ? [] : [brought.addedBy])];
}
