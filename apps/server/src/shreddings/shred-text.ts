/**
 * Destroys one text wherever the instance keeps it, in the transaction of the act. Of a row of the log there stay its
 * number, person, moment and the hash of its bytes, so that the root in the seal stands; of the leaves, everything.
 * Through the driver alone: the models of these collections refuse it, as they should.
 */
import { digestOf, type LedgerEvent } from '@butinerie/attribution';
import type { IdeaId } from '@butinerie/contracts';
import type { Database, Transaction } from '../platform/mongo.ts';
import { logsWithTheTextOf } from './same-text.ts';
import type { ShreddingRecord } from './shreddings.store.ts';
import { bytesOf, type StoredBytes } from '../platform/stored-bytes.ts';

type TextToShred = Pick<ShreddingRecord, 'idea' | 'title' | 'motive' | 'reference' | 'by'> & {
  readonly at: Date;
};

/** What takes the place of words wherever something has to stand. */
const GONE = {
  title: 'Titre retiré',
  file: 'fichier retiré',
  mail: 'Le texte de cette idée a été retiré.',
};

const NOTHING = Buffer.alloc(0);

export async function shredText(
  database: Database,
  tx: Transaction,
  { at, ...due }: TextToShred,
): Promise<void> {
  const within = { session: tx };
  const in_ = (name: string) => database.connection.collection(name);
  const of = { idea: due.idea };
  const docs = await logsWithTheTextOf(database, tx, due.idea);
  for await (const row of in_('docUpdates').find({ doc: { $in: [...docs] } }, within)) {
    const bytes = bytesOf(row['bytes'] as StoredBytes);
    if (bytes.length === 0) continue;
    await in_('docUpdates').updateOne(
      { _id: row._id },
      { $set: { bytes: NOTHING, digest: digestOf(bytes) } },
      within,
    );
  }
  const them = { $in: docs as never[] };
  await in_('docSnapshots').deleteMany({ _id: them }, within);
  await in_('docSnapshotParts').deleteMany({ doc: them }, within);
  await in_('lateTexts').updateMany({ idea: them }, { $set: { text: '', bytes: NOTHING } }, within);
  const shredded = { at, motive: due.motive, reference: due.reference };
  const title = due.title ? { title: GONE.title } : {};
  const mine = { _id: due.idea as never };
  await in_('ideas').updateMany({ _id: them }, { $set: { text: '', answers: [] } }, within);
  await in_('ideas').updateOne(mine, { $set: { shredded, ...title } }, within);
  // What was merged, hidden or taken back before the others were sealed has no seal.
  const seal = { 'seal.text': '', ...(due.title ? { 'seal.title': GONE.title } : {}) };
  await in_('ideas').updateOne({ ...mine, seal: { $ne: null } }, { $set: seal }, within);
  if (due.title) await in_('notices').updateMany(of, { $set: { about: GONE.title } }, within);
  await shredMerges(database, tx, due);
  await shredOpenings(database, tx, due.idea);
  await shredFiles(database, tx, { ...due, at });
  await shredMails(database, tx, due);
}

/** The texts that a merge keeps so that it can be undone. */
async function shredMerges(
  { connection }: Database,
  tx: Transaction,
  { idea, title }: Pick<TextToShred, 'idea' | 'title'>,
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
  const formats = connection.collection('formats');
  const files: string[] = [];
  for await (const { file } of attachments.find({ idea }, { session: tx })) files.push(String(file));
  await attachments.updateMany({ idea }, { $set: { name: GONE.file, alt: '' } }, { session: tx });
  const removed = { removedAt: at, removedBy: by };
  await attachments.updateMany({ idea, removedAt: null }, { $set: removed }, { session: tx });
  for (const file of new Set(files)) {
    // The same bytes may have been attached to another idea, whose they are too, or stand above a challenge.
    if ((await attachments.findOne({ file, idea: { $ne: idea } }, { session: tx })) !== null) continue;
    if ((await challenges.findOne({ 'visual.banner.file': file }, { session: tx })) !== null) continue;
    if ((await formats.findOne({ 'asks.visual.banner.file': file }, { session: tx })) !== null) continue;
    await connection.collection('attachments.chunks').deleteMany({ files_id: file }, { session: tx });
    await connection.collection('attachments.files').deleteOne({ _id: file as never }, { session: tx });
  }
}

/** Mails that speak of this idea, sent or not, and the receipts in them. */
async function shredMails(
  { connection }: Database,
  tx: Transaction,
  { idea, title }: Pick<TextToShred, 'idea' | 'title'>,
): Promise<void> {
  const outbox = connection.collection('outbox');
  for await (const mail of outbox.find({}, { session: tx })) {
    if (!JSON.stringify([mail['content'], mail['written']]).includes(idea)) continue;
    const subjectOf = (part: string) => (title ? { [`${part}.subject`]: GONE.title } : {});
    const content = mail['content'] ? { 'content.paragraphs': [GONE.mail], ...subjectOf('content') } : {};
    const written = mail['written']
      ? { 'written.text': GONE.mail, 'written.html': `<p>${GONE.mail}</p>`, ...subjectOf('written') }
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
