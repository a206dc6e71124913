/** Whose words an act is about, whom they answer, and who reported them: none of them decides. */
import type { Failure, IdeaId, ModerationAct, PersonId, Result } from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { aboutOf, type About } from '@butinerie/domain';
import type { ModerationDeps } from './deps.ts';

export interface ActAbout extends About {
  readonly act: ModerationAct | 'undo';
  readonly idea: IdeaId;
}

const ABOUT_REPORTS: ReadonlySet<ActAbout['act']> = new Set([
  'keepContent',
  'hideIdea',
  'hideComment',
  'hideFile',
]);

/** What the act names must be there. */
export async function involvedIn(
  deps: ModerationDeps,
  about: ActAbout,
): Promise<Result<readonly PersonId[], Failure<'not-found'>>> {
  const { act, idea } = about;
  const { comment, file, late } = aboutOf(about);
  const involved: PersonId[] = [];
  if (act === 'hideComment' || act === 'restoreComment' || comment !== null) {
    const record = comment === null ? null : await deps.discussion.record(comment);
    if (record?.idea !== idea) return refuse('not-found', { what: 'comment' });
    involved.push(record.person, ...record.mentions);
    const head = record.parent === null ? null : await deps.discussion.record(record.parent);
    if (head !== null) involved.push(head.person);
  }
  if (act === 'hideFile' || act === 'restoreFile' || file !== null) {
    const record = file === null ? null : await deps.attachments.record(file);
    if (record?.idea !== idea) return refuse('not-found', { what: 'attachment' });
    involved.push(record.addedBy);
  }
  if (act === 'annexLate' || act === 'refuseLate' || late !== null) {
    const found = (await deps.documents.late(idea)).find(({ id }) => id === late);
    if (found === undefined) return refuse('not-found', { what: 'late' });
    involved.push(found.person);
  }
  if (ABOUT_REPORTS.has(act)) involved.push(...(await reportersOf(deps, { idea, comment, file })));
  return ok(involved);
}

export async function reportersOf(
  deps: ModerationDeps,
  { idea, comment, file }: Pick<ActAbout, 'idea' | 'comment' | 'file'>,
): Promise<readonly PersonId[]> {
  const reports = await deps.store.reportsOn(idea);
  return reports.filter((report) => report.comment === comment && report.file === file).map(({ by }) => by);
}
