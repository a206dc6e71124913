/** What needs a moderator now, oldest first, and what was done: read from the log and from what is there. */
import type {
  AnswerOf,
  ChallengeId,
  Failure,
  IdeaId,
  ModerationEvent,
  ModerationItem,
  readModeration as contract,
  Result,
} from '@butinerie/contracts';
import { ok } from '@butinerie/contracts';
import {
  addWorkingDays,
  calendarDay,
  endOfDay,
  isLinked,
  LATE_HOURS,
  PARIS,
  REVIEW_WORKING_DAYS,
  standing,
  unanswered,
  type ModerationLogged,
} from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { IdeaRecord } from '../ideas/index.ts';
import { moderatedBy, type ModerationDeps } from './deps.ts';

type Queue = AnswerOf<typeof contract>;
/** One thing that waits, before names are put to it. */
interface Waiting extends Pick<ModerationItem, 'key' | 'kind' | 'text' | 'acts'> {
  readonly at: Date;
  readonly idea: IdeaRecord;
  readonly person: string | null;
  readonly dueAt?: Date;
  readonly comment?: ModerationItem['comment'];
  readonly late?: ModerationItem['late'];
  readonly motive?: ModerationItem['motive'];
}

const HISTORY = 50;
const HOUR = 3_600_000;

export const readQueue =
  (deps: ModerationDeps) =>
  async (id: ChallengeId, by: Speaker): Promise<Result<Queue, Failure<'not-found' | 'not-allowed'>>> => {
    const moderated = await moderatedBy(deps, id, by);
    if (!moderated.ok) return moderated;
    const ideas = (await deps.ideas.ofChallenge(id)).filter(({ state }) => state !== 'draft');
    const log = await deps.store.ofChallenge(id);
    const done = standing(log);
    const waiting = [
      ...welcomes(ideas, done),
      ...reviews(ideas, done, by),
      ...(await reports(deps, id, { ideas, done })),
      ...(await lateTexts(deps, { ideas, done })),
      ...(await questions(deps, id, ideas)),
    ].toSorted((a, b) => a.at.getTime() - b.at.getTime());
    const shown = log
      .filter(({ act }) => act !== 'undo')
      .slice(-HISTORY)
      .toReversed();
    const refs = await deps.people.refs([
      ...waiting.flatMap(({ person }) => person ?? []),
      ...shown.map((event) => event.by),
    ] as never[]);
    const credits = await deps.ledger.credits(waiting.map(({ idea }) => idea.id));
    const titles = new Map(ideas.map((idea) => [idea.id, idea.title]));
    const items = waiting.map(({ idea, person, at, dueAt, ...rest }): ModerationItem => {
      const linked = isLinked({ ...idea, rebounders: credits.get(idea.id)?.rebounders ?? [] }, by.person);
      return {
        comment: null,
        late: null,
        motive: null,
        ...rest,
        at: at.toISOString(),
        dueAt: dueAt?.toISOString() ?? null,
        idea: { id: idea.id, title: idea.title },
        person: (person !== null && refs.get(person as never)) || null,
        linked,
        acts: linked || person === by.person ? [] : rest.acts,
      };
    });
    const events = shown.flatMap((event): ModerationEvent[] =>
      event.act === 'undo'
        ? []
        : [
            {
              id: event.id,
              at: event.at.toISOString(),
              act: event.act,
              by: refs.get(event.by) ?? null,
              idea: { id: event.idea, title: titles.get(event.idea) ?? '' },
              reason: event.reason,
              undone: !done.includes(event),
            },
          ],
    );
    return ok({ items, events });
  };

function welcomes(ideas: readonly IdeaRecord[], done: readonly ModerationLogged[]): Waiting[] {
  const welcomed = new Set(done.filter(({ act }) => act === 'welcomeIdea').map(({ idea }) => idea));
  return ideas.flatMap((idea): Waiting[] =>
    idea.state !== 'published' || idea.publishedAt === null || welcomed.has(idea.id)
      ? []
      : [
          {
            key: `welcome ${idea.id}`,
            kind: 'welcome',
            at: idea.publishedAt,
            idea,
            person: idea.originators[0] ?? null,
            text: idea.text,
            acts: ['welcomeIdea', 'hideIdea'],
          },
        ],
  );
}

function reviews(ideas: readonly IdeaRecord[], done: readonly ModerationLogged[], by: Speaker): Waiting[] {
  return ideas.flatMap((idea): Waiting[] => {
    if (idea.state !== 'hidden') return [];
    const last = done.findLast(
      (event) => event.idea === idea.id && (event.act === 'hideIdea' || event.act === 'confirmHidden'),
    );
    if (last?.act !== 'hideIdea') return [];
    const day = addWorkingDays(calendarDay(last.at, PARIS), REVIEW_WORKING_DAYS);
    return [
      {
        key: `review ${last.id}`,
        kind: 'review',
        at: last.at,
        dueAt: endOfDay(day, PARIS),
        idea,
        person: last.by,
        text: last.reason,
        acts: last.by === by.person ? [] : ['confirmHidden', 'restoreIdea'],
      },
    ];
  });
}

interface Seen {
  readonly ideas: readonly IdeaRecord[];
  readonly done: readonly ModerationLogged[];
}

/** One for each thing reported, however many report it; done with by keeping or hiding it. */
async function reports(deps: ModerationDeps, id: ChallengeId, { ideas, done }: Seen): Promise<Waiting[]> {
  const byId = new Map(ideas.map((idea) => [idea.id, idea]));
  const groups = new Map<string, Waiting>();
  for (const report of await deps.store.reportsOf(id)) {
    const idea = byId.get(report.idea);
    const answered = done.some(
      (event) =>
        event.idea === report.idea &&
        event.comment === report.comment &&
        event.at >= report.at &&
        ['keepContent', 'hideIdea', 'hideComment'].includes(event.act),
    );
    if (idea === undefined || answered) continue;
    const key = `report ${report.comment ?? report.idea}`;
    const before = groups.get(key);
    if (before !== undefined) {
      groups.set(key, { ...before, text: [before.text, report.words].filter(Boolean).join('\n') });
      continue;
    }
    const comment = report.comment === null ? null : await deps.discussion.record(report.comment);
    groups.set(key, {
      key,
      kind: 'report',
      at: report.at,
      idea,
      person: comment?.person ?? idea.originators[0] ?? null,
      comment: report.comment,
      motive: report.motive,
      text: [comment?.text ?? idea.text, report.words].filter(Boolean).join('\n'),
      acts: ['keepContent', comment === null ? 'hideIdea' : 'hideComment'],
    });
  }
  return [...groups.values()];
}

async function lateTexts(deps: ModerationDeps, { ideas, done }: Seen): Promise<Waiting[]> {
  const answered = new Set(done.map(({ late }) => late));
  const now = deps.clock.now();
  const sealed = ideas.filter(({ seal }) => seal !== null);
  const found = await Promise.all(
    sealed.map(async (idea) =>
      (await deps.documents.late(idea.id)).map((late): Waiting => ({
        key: `late ${late.id}`,
        kind: 'late',
        at: late.at,
        dueAt: new Date(late.at.getTime() + LATE_HOURS * HOUR),
        idea,
        person: late.person,
        late: late.id,
        text: late.text,
        acts: ['annexLate', 'refuseLate'],
      })),
    ),
  );
  return found
    .flat()
    .filter(({ late, dueAt }) => !answered.has(late ?? null) && dueAt !== undefined && dueAt > now);
}

async function questions(
  deps: ModerationDeps,
  id: ChallengeId,
  ideas: readonly IdeaRecord[],
): Promise<Waiting[]> {
  const byId = new Map<IdeaId, IdeaRecord>(ideas.map((idea) => [idea.id, idea]));
  const sponsors = new Set(await deps.people.holders('sponsor', { challenge: id }));
  return unanswered(await deps.discussion.ofChallenge(id), sponsors).flatMap((comment): Waiting[] => {
    const idea = byId.get(comment.idea);
    if (idea === undefined) return [];
    const { at, person, text } = comment;
    return [
      {
        key: `question ${comment.id}`,
        kind: 'question',
        at,
        idea,
        person,
        comment: comment.id,
        text,
        acts: [],
      },
    ];
  });
}
