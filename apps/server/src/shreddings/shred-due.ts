/**
 * Destroys the texts whose day has come, with no server running: the one place that changes rows to which others only
 * add, and so the one that needs another account. Of a row of the log there stay its number, person, moment and the hash
 * of its bytes, so that the root in the seal stands; of the leaves, everything. Through the driver alone: the models of
 * these collections refuse it, as they should.
 */
import { digestOf, type LedgerEvent } from '@butinerie/attribution';
import type { IdeaId } from '@butinerie/contracts';
import type { CreditAct } from '../attribution/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Transaction } from '../platform/mongo.ts';
import { shreddingsStore, type ShreddingRecord } from './shreddings.store.ts';

export interface ShredDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly record: (tx: Transaction, acts: readonly CreditAct[]) => Promise<number>;
}

/** What takes the place of words wherever something has to stand. */
const GONE = {
  title: 'Titre retiré',
  file: 'fichier retiré',
  mail: 'Le texte de cette idée a été retiré.',
};

export async function shredDue(deps: ShredDeps): Promise<readonly ShreddingRecord[]> {
  const store = shreddingsStore(deps.database.connection);
  const done: ShreddingRecord[] = [];
  for (const due of await store.due(deps.clock.now())) {
    const shredded = await deps.database.transaction(async (tx) => {
      const { id, idea, by, second, motive, reference } = due;
      const moved = await store.move(
        tx,
        { id, from: 'waiting' },
        { state: 'done', doneAt: deps.clock.now() },
      );
      if (!moved || second === null) return false;
      await deps.record(tx, [{ act: 'content.shredded', idea, by, second, motive, reference }]);
      await shredEverywhere(deps, tx, due);
      return true;
    });
    if (shredded) done.push(due);
  }
  return done;
}

const NOTHING = Buffer.alloc(0);

async function shredEverywhere(
  { database, clock }: ShredDeps,
  tx: Transaction,
  due: ShreddingRecord,
): Promise<void> {
  const within = { session: tx };
  const in_ = (name: string) => database.connection.collection(name);
  const of = { idea: due.idea };
  for await (const row of in_('docUpdates').find({ doc: due.idea }, within)) {
    const bytes = bytesIn(row['bytes']);
    if (bytes.length === 0) continue;
    await in_('docUpdates').updateOne(
      { _id: row._id },
      { $set: { bytes: NOTHING, digest: digestOf(bytes) } },
      within,
    );
  }
  await in_('docSnapshots').deleteOne({ _id: due.idea as never }, within);
  await in_('docSnapshotParts').deleteMany({ doc: due.idea }, within);
  await in_('lateTexts').updateMany(of, { $set: { text: '', bytes: NOTHING } }, within);
  const at = clock.now();
  const shredded = { at, motive: due.motive, reference: due.reference };
  const title = due.title ? { title: GONE.title, 'seal.title': GONE.title } : {};
  await in_('ideas').updateOne(
    { _id: due.idea as never },
    { $set: { text: '', 'seal.text': '', answers: [], shredded, ...title } },
    within,
  );
  if (due.title) await in_('notices').updateMany(of, { $set: { about: GONE.title } }, within);
  await shredMerges(database, tx, due);
  await shredOpenings(database, tx, due.idea);
  await shredFiles(database, tx, { ...due, at });
  await shredMails(database, tx, due.idea);
}

/** The texts that a merge keeps so that it can be undone. */
async function shredMerges(
  { connection }: Database,
  tx: Transaction,
  { idea, title }: Pick<ShreddingRecord, 'idea' | 'title'>,
): Promise<void> {
  const kept = { source: ['merged.source'], target: ['merged.target', 'undone.became'] } as const;
  for (const side of ['source', 'target'] as const)
    for (const place of kept[side]) {
      const words = { [`${place}.text`]: '', ...(title ? { [`${place}.title`]: GONE.title } : {}) };
      const filter = { [side]: idea, [`${place}.text`]: { $exists: true } };
      await connection.collection('merges').updateMany(filter, { $set: words }, { session: tx });
    }
}

/** What opens the leaves that hold this text: without it they commit to something nobody can read. */
async function shredOpenings({ connection }: Database, tx: Transaction, idea: IdeaId): Promise<void> {
  const kinds: readonly LedgerEvent['k'][] = ['idea.proposed', 'contribution.sealed'];
  const leaves: number[] = [];
  for await (const { _id, event } of connection.collection('ledger').find({ ideas: idea }, { session: tx }))
    if (kinds.includes(Reflect.get((event as object | undefined) ?? {}, 'k') as LedgerEvent['k']))
      leaves.push(Number(_id));
  await connection
    .collection('openings')
    .updateMany(
      { _id: { $in: leaves as never[] } },
      { $set: { text: null }, $unset: { 'openings.txt': '' } },
      { session: tx },
    );
}

async function shredFiles(
  { connection }: Database,
  tx: Transaction,
  { idea, by, at }: { idea: IdeaId; by: string; at: Date },
): Promise<void> {
  const attachments = connection.collection('attachments');
  const challenges = connection.collection('challenges');
  const files: string[] = [];
  for await (const { file } of attachments.find({ idea }, { session: tx })) files.push(String(file));
  const gone = { name: GONE.file, alt: '', removedAt: at, removedBy: by };
  await attachments.updateMany({ idea }, { $set: gone }, { session: tx });
  for (const file of new Set(files)) {
    // The same bytes may have been attached to another idea, whose they are too, or stand above a challenge.
    if ((await attachments.findOne({ file, idea: { $ne: idea } }, { session: tx })) !== null) continue;
    if ((await challenges.findOne({ 'visual.banner.file': file }, { session: tx })) !== null) continue;
    await connection.collection('attachments.chunks').deleteMany({ files_id: file }, { session: tx });
    await connection.collection('attachments.files').deleteOne({ _id: file as never }, { session: tx });
  }
}

/** Mails that speak of this idea, sent or not, and the receipts in them. */
async function shredMails({ connection }: Database, tx: Transaction, idea: IdeaId): Promise<void> {
  const outbox = connection.collection('outbox');
  for await (const mail of outbox.find({}, { session: tx })) {
    if (!JSON.stringify([mail['content'], mail['written']]).includes(idea)) continue;
    const content = mail['content'] ? { 'content.paragraphs': [GONE.mail] } : {};
    const written = mail['written']
      ? { 'written.text': GONE.mail, 'written.html': `<p>${GONE.mail}</p>` }
      : {};
    const files = {
      ...(mail['content'] ? { 'content.files': '' } : {}),
      ...(mail['written'] ? { 'written.files': '' } : {}),
    };
    await outbox.updateOne(
      { _id: mail._id },
      { $set: { ...content, ...written }, $unset: files },
      { session: tx },
    );
  }
}

function bytesIn(stored: unknown): Uint8Array {
  if (stored instanceof Uint8Array) return stored;
  const { buffer, position } = (stored ?? {}) as { buffer?: unknown; position?: unknown };
  return buffer instanceof Uint8Array && typeof position === 'number'
    ? buffer.subarray(0, position)
    : new Uint8Array();
}
