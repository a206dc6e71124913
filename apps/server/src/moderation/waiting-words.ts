/** Words that wait: reported by somebody, arrived after the closing, or asking a directorate that has not answered. */
import type { ChallengeId, IdeaId } from '@butinerie/contracts';
import { decisionOnLate, lateDueAt, unanswered } from '@butinerie/domain';
import type { IdeaRecord } from '../ideas/index.ts';
import type { ModerationDeps } from './deps.ts';
import { involvedIn } from './involved.ts';
import type { Seen, Waiting } from './waiting.ts';

const ANSWERS_REPORT: ReadonlySet<string> = new Set(['keepContent', 'hideIdea', 'hideComment', 'hideFile']);

/** One for each thing reported, however many report it; done with by keeping or hiding it. */
export async function reports(
  deps: ModerationDeps,
  challenge: ChallengeId,
  { ideas, done }: Seen,
): Promise<Waiting[]> {
  const byId = new Map(ideas.map((idea) => [idea.id, idea]));
  const groups = new Map<string, Waiting>();
  for (const report of await deps.store.reportsOf(challenge)) {
    const idea = byId.get(report.idea);
    const answered = done.some(
      (event) =>
        event.idea === report.idea &&
        event.comment === report.comment &&
        event.file === report.file &&
        event.at >= report.at &&
        ANSWERS_REPORT.has(event.act),
    );
    if (idea === undefined || answered) continue;
    const key = `report ${report.comment ?? report.file ?? report.idea}`;
    const before = groups.get(key);
    if (before !== undefined) {
      groups.set(key, { ...before, text: [before.text, report.words].filter(Boolean).join('\n') });
      continue;
    }
    const comment = report.comment === null ? null : await deps.discussion.record(report.comment);
    const file = report.file === null ? null : await deps.attachments.record(report.file);
    const hides = file !== null ? 'hideFile' : comment !== null ? 'hideComment' : 'hideIdea';
    const involved = await involvedIn(deps, { ...report, act: hides, late: null });
    groups.set(key, {
      key,
      kind: 'report',
      at: report.at,
      idea,
      person: comment?.person ?? file?.addedBy ?? idea.originators[0] ?? null,
      involved: involved.ok ? involved.value : [],
      comment: report.comment,
      ...(file === null ? {} : { file }),
      motive: report.motive,
      text: [file === null ? (comment?.text ?? idea.text) : file.alt, report.words]
        .filter(Boolean)
        .join('\n'),
      acts: ['keepContent', hides],
    });
  }
  return [...groups.values()];
}

export async function lateTexts(deps: ModerationDeps, { ideas, log }: Seen): Promise<Waiting[]> {
  const now = deps.clock.now();
  const sealed = ideas.filter(({ seal }) => seal !== null);
  const found = await Promise.all(
    sealed.map(async (idea) =>
      (await deps.documents.late(idea.id)).flatMap((late): Waiting[] => {
        const dueAt = lateDueAt(late, log);
        if (dueAt <= now || decisionOnLate(late.id, log) !== undefined) return [];
        const { at, person, text } = late;
        return [
          {
            key: `late ${late.id}`,
            kind: 'late',
            at,
            dueAt,
            idea,
            person,
            involved: [person],
            late: late.id,
            text,
            acts: ['annexLate', 'refuseLate'],
          },
        ];
      }),
    ),
  );
  return found.flat();
}

export async function questions(
  deps: ModerationDeps,
  challenge: ChallengeId,
  { ideas }: Seen,
): Promise<Waiting[]> {
  const byId = new Map<IdeaId, IdeaRecord>(ideas.map((idea) => [idea.id, idea]));
  const sponsors = new Set(await deps.people.holders('sponsor', { challenge }));
  return unanswered(await deps.discussion.ofChallenge(challenge), sponsors).flatMap((comment): Waiting[] => {
    const idea = comment.idea === null ? undefined : byId.get(comment.idea);
    if (idea === undefined) return [];
    const { id, at, person, text } = comment;
    return [{ key: `question ${id}`, kind: 'question', at, idea, person, comment: id, text, acts: [] }];
  });
}
