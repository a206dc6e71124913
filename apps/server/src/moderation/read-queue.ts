/** What needs a moderator now, oldest first, and what was done: read from the log and from what is there. */
import type {
  AnswerOf,
  AttachmentId,
  ChallengeId,
  Failure,
  FileRef,
  ModerationEvent,
  ModerationItem,
  PersonId,
  readModeration as contract,
  Result,
} from '@butinerie/contracts';
import { ok } from '@butinerie/contracts';
import {
  addWorkingDays,
  calendarDay,
  endOfDay,
  isLinked,
  PARIS,
  REOPENABLE,
  ROUTED_WORKING_DAYS,
  routedTo,
  standing,
  voided,
  type ModerationLogged,
} from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { AttachmentRecord } from '../attachments/index.ts';
import type { ChallengeRecord } from '../challenges/index.ts';
import type { IdeaRecord } from '../ideas/index.ts';
import { moderatedBy, moderatorsOf, withLinks, type ModerationDeps } from './deps.ts';
import { duplicates, reviews, welcomes } from './waiting-ideas.ts';
import { lateTexts, questions, reports } from './waiting-words.ts';
import type { Seen, Waiting } from './waiting.ts';

type Queue = AnswerOf<typeof contract>;

const HISTORY = 50;

export const readQueue =
  (deps: ModerationDeps) =>
  async (id: ChallengeId, by: Speaker): Promise<Result<Queue, Failure<'not-found' | 'not-allowed'>>> => {
    const moderated = await moderatedBy(deps, id, by);
    if (!moderated.ok) return moderated;
    const ideas = (await deps.ideas.ofChallenge(id)).filter(({ state }) => state !== 'draft');
    const log = await deps.store.ofChallenge(id);
    const seen: Seen = { ideas, log, done: standing(log) };
    const waiting = [
      ...welcomes(seen),
      ...(await reviews(deps, seen)),
      ...(await duplicates(deps, id, seen)),
      ...(await reports(deps, id, seen)),
      ...(await lateTexts(deps, seen)),
      ...(await questions(deps, id, seen)),
    ].toSorted((a, b) => a.at.getTime() - b.at.getTime());
    return ok({
      items: await itemsOf(deps, moderated.value, { waiting, by }),
      events: await history(deps, seen, by),
    });
  };

async function itemsOf(
  deps: ModerationDeps,
  challenge: ChallengeRecord,
  { waiting, by }: { readonly waiting: readonly Waiting[]; readonly by: Speaker },
): Promise<ModerationItem[]> {
  const named = waiting.flatMap(({ idea, other }) => (other === undefined ? [idea] : [idea, other]));
  const team = await moderatorsOf(deps, challenge.id);
  const [links, refs] = await Promise.all([
    withLinks(deps, [...new Map(named.map((idea) => [idea.id, idea])).values()]),
    deps.people.refs([...waiting.flatMap(({ person }) => person ?? []), ...team]),
  ]);
  const now = deps.clock.now();
  return waiting.map((item): ModerationItem => {
    const { idea, other, person, involved = [], at, dueAt, acts, key, kind, text } = item;
    const about = [idea, ...(other === undefined ? [] : [other])].flatMap(({ id }) => links.get(id) ?? []);
    // Shown to the whole team: who is left out for a pseudonym of hers would be given away by it. She alone is told.
    const handlers = team.filter(
      (who) => !about.some((each) => isLinked(each, who)) && !involved.includes(who),
    );
    const linked = about.some((each) => isLinked(deps.pseudonyms.asKnownTo(by.person, each), by.person));
    const spoke = deps.pseudonyms.seenBy(by.person, involved).includes(by.person);
    return {
      key,
      kind,
      text,
      at: at.toISOString(),
      dueAt: dueAt?.toISOString() ?? null,
      overdue: dueAt !== undefined && dueAt <= now,
      idea: { id: idea.id, title: idea.title },
      other: other === undefined ? null : { id: other.id, title: other.title, text: other.text },
      comment: item.comment ?? null,
      file: item.file === undefined ? null : refOf(item.file),
      late: item.late ?? null,
      theme: deps.ideas.particulars(challenge, idea).theme,
      routed: routedTo(by.person, {
        receivers: receiversOf(challenge, idea).filter((who) => handlers.includes(who)),
        waitedLongEnough: endOfRouting(at) < now,
      }),
      motive: item.motive ?? null,
      person: (person !== null && refs.get(person)) || null,
      linked,
      handlers: handlers.flatMap((who) => refs.get(who) ?? []),
      acts: linked ? [] : [...(handlers.includes(by.person) && !spoke ? acts : []), 'declareLink'],
    };
  });
}

/** Whom its theme sends it to. */
function receiversOf({ themes }: ChallengeRecord, { theme }: IdeaRecord): readonly PersonId[] {
  return themes.find(({ id }) => id === theme)?.moderators ?? [];
}
const endOfRouting = (since: Date): Date =>
  endOfDay(addWorkingDays(calendarDay(since, PARIS), ROUTED_WORKING_DAYS), PARIS);

async function history(deps: ModerationDeps, { ideas, log }: Seen, by: Speaker): Promise<ModerationEvent[]> {
  const shown = log
    .filter(({ act }) => act !== 'undo')
    .slice(-HISTORY)
    .toReversed();
  const byId = new Map(ideas.map((idea) => [idea.id, idea]));
  const about = [...new Set(shown.map(({ idea }) => idea))].flatMap((id) => byId.get(id) ?? []);
  const [links, refs] = await Promise.all([
    withLinks(deps, about),
    deps.people.refs(shown.map((event) => event.by)),
  ]);
  const files = await filesOf(deps, shown);
  const gone = voided(log);
  const holds = (event: ModerationLogged): boolean => {
    const idea = links.get(event.idea);
    return (
      !gone.has(event.id) &&
      idea !== undefined &&
      !isLinked(deps.pseudonyms.asKnownTo(by.person, idea), by.person)
    );
  };
  return shown.flatMap((event): ModerationEvent[] =>
    event.act === 'undo'
      ? []
      : [
          {
            id: event.id,
            at: event.at.toISOString(),
            act: event.act,
            by: refs.get(event.by) ?? null,
            idea: { id: event.idea, title: byId.get(event.idea)?.title ?? '' },
            reason: event.reason,
            comment: event.comment,
            file: (event.file !== null && files.get(event.file)) || null,
            late: event.late,
            undone: gone.has(event.id),
            acts: holds(event) ? laterActs(event, log) : [],
          },
        ],
  );
}

const refOf = ({ id, name, type }: AttachmentRecord): FileRef => ({ id, name, type });

/** The files that these events name. */
async function filesOf(
  deps: ModerationDeps,
  events: readonly ModerationLogged[],
): Promise<ReadonlyMap<AttachmentId, FileRef>> {
  const named = new Set(events.flatMap(({ file }) => file ?? []));
  const found = await Promise.all([...named].map((id) => deps.attachments.record(id)));
  return new Map(found.flatMap((file) => (file === null ? [] : [[file.id, refOf(file)] as const])));
}

/** What another look may still do about a decision. */
function laterActs(event: ModerationLogged, log: readonly ModerationLogged[]): ModerationEvent['acts'] {
  if (REOPENABLE.has(event.act)) return ['reopenItem'];
  const last = standing(log).findLast(
    ({ act, comment }) => comment === event.comment && (act === 'hideComment' || act === 'restoreComment'),
  );
  return event.act === 'hideComment' && last?.id === event.id ? ['restoreComment'] : [];
}
