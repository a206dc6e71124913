/** The history of a text, and one version of it beside what the text says now. */
import { newDocument, readDocument } from '@butinerie/collaboration/document';
import type { LogRow } from '@butinerie/collaboration/server';
import {
  ok,
  refuse,
  type Failure,
  type IdeaId,
  type Result,
  type TextHistory,
  type VersionInFull,
} from '@butinerie/contracts';
import { restoreText } from '@butinerie/domain';
import * as Y from 'yjs';
import type { Speaker } from '../accounts/index.ts';
import type { HistoryDeps } from './index.ts';
import { pastOf } from './past.ts';

type Refused = Failure<'not-found' | 'not-allowed'>;

export const readTextHistory =
  (deps: HistoryDeps) =>
  async (id: IdeaId, by: Speaker): Promise<Result<TextHistory, Refused>> => {
    const past = await pastOf(deps, id, by);
    if (!past.ok) return past;
    const { idea, asked, versions } = past.value;
    const removals = past.value.removals.map(({ from: _from, ...removal }) => removal);
    const named = new Set([
      ...versions.flatMap(({ people }) => people),
      ...removals.flatMap((removal) => [removal.by, ...removal.of]),
    ]);
    const refs = await deps.people.refs(named);
    return ok({
      versions: [...versions].reverse(),
      removals: removals.reverse(),
      people: [...refs.values()],
      mayRestore: restoreText(idea, asked).ok,
    });
  };

export const readTextVersion =
  (deps: HistoryDeps) =>
  async (
    { idea, version }: { idea: IdeaId; version: number },
    by: Speaker,
  ): Promise<Result<VersionInFull, Refused>> => {
    const past = await pastOf(deps, idea, by);
    if (!past.ok) return past;
    const { rows, versions } = past.value;
    // Only what is a version: between two of them hours could be told.
    const found = versions.find((known) => known.version === version);
    if (found === undefined) return refuse('not-found', { what: 'version' });
    return ok({ ...found, ...textOf(rows, version), now: textOf(rows, Infinity) });
  };

function textOf(rows: readonly LogRow[], upTo: number): { title: string; text: string } {
  const doc = newDocument();
  doc.transact(() => {
    for (const { seq, bytes } of rows) if (seq <= upTo) Y.applyUpdate(doc, bytes);
  });
  const { title, text } = readDocument(doc);
  doc.destroy();
  return { title, text };
}
