/**
 * Puts back a version, or what somebody took out: one update that the server writes in the name of whoever asks, after
 * everything that is durable by then. The replay gives the words back to their first writers.
 */
import {
  ok,
  refuse,
  type CodesOf,
  type Failure,
  type IdeaId,
  type PersonId,
  type Result,
  type restoreVersion as contract,
} from '@butinerie/contracts';
import { restoreText, type TextRestored } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { Rewritten } from '../co-editing/index.ts';
import type { NoticeToTell } from '../notifications/index.ts';
import type { HistoryDeps } from './index.ts';
import { pastOf, type Past } from './past.ts';

type Answer = Result<{ title: string; text: string }, Failure<CodesOf<typeof contract>>>;

export const restoreVersion =
  (deps: HistoryDeps) =>
  async ({ idea, version }: { idea: IdeaId; version: number }, by: Speaker): Promise<Answer> => {
    const may = await mayRestore(deps, idea, by);
    if (!may.ok) return may;
    const { past, decided } = may.value;
    if (!past.versions.some((known) => known.version === version))
      return refuse('not-found', { what: 'version' });
    const written = await deps.documents.restore(idea, by.person, version);
    return told(deps, { past, written, version }, () =>
      noticesFor(past, decided.tell, { kind: 'text-restored', actor: by.person }),
    );
  };

export const restoreRemoval =
  (deps: HistoryDeps) =>
  async (params: { idea: IdeaId; removal: number }, by: Speaker): Promise<Answer> => {
    const may = await mayRestore(deps, params.idea, by);
    if (!may.ok) return may;
    const { past, decided } = may.value;
    const found = past.removals.find(({ removal }) => removal === params.removal);
    if (found === undefined) return refuse('not-found', { what: 'removal' });
    const { removal: version, from } = found;
    if (!found.gone) return refuse('nothing-to-restore', { version });
    const written = await deps.documents.bringBack(params.idea, by.person, { from, to: version });
    const writers = found.of.filter((person) => person !== by.person);
    const others = decided.tell.filter((person) => !writers.includes(person));
    return told(deps, { past, written, version }, () => [
      ...noticesFor(past, writers, { kind: 'words-restored', actor: by.person }),
      ...noticesFor(past, others, { kind: 'text-restored', actor: by.person }),
    ]);
  };

async function mayRestore(
  deps: HistoryDeps,
  idea: IdeaId,
  by: Speaker,
): Promise<Result<{ past: Past; decided: TextRestored }, Failure<CodesOf<typeof contract>>>> {
  const past = await pastOf(deps, idea, by);
  if (!past.ok) return past;
  const decided = restoreText(past.value.idea, past.value.asked);
  return decided.ok ? ok({ past: past.value, decided: decided.value }) : decided;
}

async function told(
  deps: HistoryDeps,
  { past, written, version }: { past: Past; written: Rewritten; version: number },
  notices: () => readonly NoticeToTell[],
): Promise<Answer> {
  if (!written.ok) return written;
  const { title, text, changed } = written.value;
  if (!changed) return refuse('nothing-to-restore', { version });
  const all = notices();
  await deps.database.transaction((tx) => deps.notifications.tell(tx, all));
  deps.notifications.announce(all);
  deps.ideas.announce(past.idea);
  return ok({ title, text });
}

export function noticesFor(
  { idea }: Pick<Past, 'idea'>,
  to: readonly PersonId[],
  { kind, actor }: Pick<NoticeToTell, 'kind' | 'actor'>,
): NoticeToTell[] {
  const { id, challenge, title } = idea;
  return to.map((person) => ({ to: person, kind, challenge, idea: id, about: title, actor }));
}
