/** Ideas against the ledger: who is listed as their authors, and the update log and the text behind every seal. */
import {
  logRootOf,
  textDigestOf,
  type CreditsFold,
  type EventOf,
  type LoggedRow,
  type ReadEvent,
} from '@butinerie/attribution';
import type { Finding } from './finding.ts';
import {
  document,
  documents,
  listIn,
  readBytes,
  sameMembers,
  textIn,
  type Snapshot,
  type Raw,
} from './stored-instance.ts';

export async function checkAuthors(
  from: Snapshot,
  fold: CreditsFold,
  proposedAt: ReadonlyMap<string, number>,
) {
  const findings: Finding[] = [];
  const missing = new Set(proposedAt.keys());
  for await (const idea of documents(from, 'ideas')) {
    const id = textIn(idea['_id']);
    missing.delete(id);
    const credits = fold.idea(id);
    // A draft is nobody's affair yet, and no leaf speaks of it.
    if (credits === undefined && (idea['publishedAt'] ?? null) === null) continue;
    for (const role of ['originators', 'coauthors'] as const) {
      if (sameMembers(listIn(idea[role]), credits?.[role] ?? [])) continue;
      const detail = `${id} lists other ${role} than the ledger`;
      findings.push({ n: proposedAt.get(id) ?? null, problem: 'authors-differ', detail });
    }
  }
  for (const id of missing) {
    const detail = `${id} was proposed and is not there any more`;
    findings.push({ n: proposedAt.get(id) ?? null, problem: 'idea-missing', detail });
  }
  return findings;
}

export async function checkSeals(from: Snapshot, seals: readonly EventOf<'contribution.sealed'>[]) {
  const findings: Finding[] = [];
  for (const { n, i, log } of seals) {
    const rows: LoggedRow[] = [];
    for await (const row of documents(from, 'docUpdates', { doc: i })) rows.push(logRowOf(row));
    if (rows.some(({ at }) => Number.isNaN(at.getTime())) || logRootOf(rows) !== log) {
      const detail = `the update log of ${i} is not the one that was sealed`;
      findings.push({ n, problem: 'log-differs', detail });
    }
    const idea = await document(from, 'ideas', i);
    const opening = await document(from, 'openings', n);
    if (!sealsTheText(idea, opening))
      findings.push({
        n,
        problem: 'text-differs',
        detail: `the text of ${i} is not the one that was sealed`,
      });
  }
  return findings;
}

export function sealsIn(events: Iterable<ReadEvent['event']>): EventOf<'contribution.sealed'>[] {
  return [...events].filter(
    (event): event is EventOf<'contribution.sealed'> => event.k === 'contribution.sealed',
  );
}

/** Only the opening can say; it was checked against its leaf, and may have been destroyed. */
function sealsTheText(idea: Raw | null, opening: Raw | null): boolean {
  const seal = idea?.['seal'] as Raw | null | undefined;
  const value = ((opening?.['openings'] as Raw | undefined)?.['txt'] as Raw | undefined)?.['value'] as
    Raw | undefined;
  if (seal === null || seal === undefined || value === undefined) return true;
  const digest = textDigestOf(textIn(seal['title']), textIn(seal['text']));
  return digest.hash === value['hash'] && digest.title === value['title'];
}

function logRowOf(row: Raw): LoggedRow {
  const { seq, person, at, via, bytes, digest } = row;
  const read = readBytes(bytes);
  // Only bytes that are not there any more are taken at their word.
  const destroyed = read.length === 0 && typeof digest === 'string' ? { digest } : {};
  return {
    seq: Number(seq),
    person: textIn(person),
    at: at instanceof Date ? at : new Date(Number.NaN),
    bytes: read,
    ...destroyed,
    ...(typeof via === 'string' ? { via } : {}),
  };
}
