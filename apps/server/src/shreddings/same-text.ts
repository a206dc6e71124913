/**
 * The logs that hold one text: that of the idea, and where its author took a pseudonym for it, the draft that she typed
 * as herself before and copies of it that were never published (of an attempt that a crash cut short).
 */
import { newDocument, readDocument } from '@butinerie/collaboration/document';
import type { IdeaId } from '@butinerie/contracts';
import * as Y from 'yjs';
import type { Database, Transaction } from '../platform/mongo.ts';
import { bytesOf, type StoredBytes } from '../platform/stored-bytes.ts';

interface Mask {
  readonly _id: string;
  readonly idea: IdeaId;
  readonly challenge: string;
  readonly person: string;
  readonly draft?: IdeaId | null;
}

/** Before anything of it is destroyed. */
export async function logsWithTheTextOf(
  { connection }: Database,
  tx: Transaction,
  idea: IdeaId,
): Promise<readonly IdeaId[]> {
  const within = { session: tx };
  const ideas = connection.collection<{ _id: IdeaId }>('ideas');
  const masks = connection.collection<Mask>('pseudonyms');
  const record = await ideas.findOne({ _id: idea }, within);
  const authors = (record as { originators?: readonly string[] } | null)?.originators ?? [];
  // Another person may have tried to take one for an idea that was not hers.
  const mask = await masks.findOne({ idea, _id: { $in: [...authors] } }, within);
  if (mask === null) return [idea];
  const { challenge, person } = mask;
  const hers = { challenge, originators: person, state: 'withdrawn', publishedAt: null };
  const drafts = await ideas.find(hers, within).toArray();
  const others = await masks.find({ challenge, person, idea: { $ne: idea } }, within).toArray();
  const published = new Set(
    (await ideas.find({ _id: { $in: others.map((other) => other.idea) } }, within).toArray()).map(
      ({ _id }) => _id,
    ),
  );
  const copies = others.filter((other) => !published.has(other.idea));
  const known = new Set<IdeaId>([idea, ...(mask.draft ? [mask.draft] : [])]);
  for (const copy of copies) if (copy.draft && copy.draft === mask.draft) known.add(copy.idea);
  // Of one taken before the draft was kept with it, the text says which it was: the first row is the copy.
  const [first = ''] = await statesOf(connection, tx, idea);
  for (const candidate of [...drafts.map(({ _id }) => _id), ...copies.map((copy) => copy.idea)])
    if (first !== '' && (await statesOf(connection, tx, candidate)).at(-1) === first) known.add(candidate);
  return [...known];
}

/** What the document said after its first row, and what it said in the end. */
async function statesOf(connection: Database['connection'], tx: Transaction, doc: IdeaId): Promise<string[]> {
  const rows = await connection
    .collection('docUpdates')
    .find({ doc }, { session: tx, sort: { seq: 1 } })
    .toArray();
  const document = newDocument();
  try {
    const states: string[] = [];
    rows.forEach(({ bytes }, index) => {
      const update = bytesOf(bytes as StoredBytes);
      if (update.length > 0) Y.applyUpdate(document, update);
      if (index > 0 && index < rows.length - 1) return;
      const { title, text } = readDocument(document);
      states.push(`${title}\n${text}`);
    });
    return states.filter((state) => state.trim() !== '');
  } finally {
    document.destroy();
  }
}
