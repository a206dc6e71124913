import mongoose, { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, startTestServer } from './testing/server.ts';
import type { TestServer } from './testing/server.ts';

describe('stock Mongoose', () => {
  let test: TestServer;
  let connection: Connection;
  beforeAll(async () => {
    test = await startTestServer();
    connection = await mongoose.createConnection(test.uri, { dbName: 'app' }).asPromise();
  });
  afterAll(async () => {
    await connection.close();
    await test.close();
  });

  it('runs a model through its life: create, validate, populate, save, version, delete', async () => {
    const author = connection.model(
      'Author',
      new Schema({ _id: String, name: { type: String, required: true } }),
    );
    const schema = new Schema(
      {
        _id: String,
        title: String,
        by: { type: String, ref: 'Author' },
        tags: [String],
        notes: [{ text: String }],
      },
      { timestamps: true, optimisticConcurrency: true },
    );
    const idea = connection.model('Idea', schema);
    await author.create({ _id: 'p1', name: 'Zoé' });
    await idea.create({ _id: 'i1', title: 'Vélos', by: 'p1', tags: ['ville'], notes: [{ text: 'a' }] });
    const [found, stale] = await Promise.all([idea.findById('i1').orFail(), idea.findById('i1').orFail()]);
    found.tags.push('air');
    found.notes[0]?.set('text', 'b');
    await found.save();
    stale.set('title', 'Autre');
    await expect(stale.save()).rejects.toThrow(mongoose.Error.VersionError);
    const shown = await idea.findOne({ 'notes.text': 'b' }).populate('by').lean();
    expect(shown).toMatchObject({ title: 'Vélos', tags: ['ville', 'air'], by: { name: 'Zoé' } });
    await found.deleteOne();
    expect(await idea.countDocuments()).toBe(0);
  });

  it('builds its indexes and is told the key that is taken', async () => {
    const schema = new Schema({ email: { type: String, unique: true }, at: { type: Date, expires: 60 } });
    schema.index({ email: 1, at: -1 });
    const person = connection.model('Person', schema);
    await person.init();
    await person.syncIndexes();
    expect(Object.keys(await person.collection.indexInformation())).toEqual([
      '_id_',
      'email_1',
      'at_1',
      'email_1_at_-1',
    ]);
    await person.create({ email: 'a@b' });
    const refused: unknown = await person.create({ email: 'a@b' }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 11000, keyPattern: { email: 1 }, keyValue: { email: 'a@b' } });
  });

  it('commits all of connection.transaction() or nothing of it', async () => {
    const account = connection.model('Account', new Schema({ _id: String, sum: Number }));
    await account.create([
      { _id: 'a', sum: 10 },
      { _id: 'b', sum: 0 },
    ]);
    const move = (amount: number): Promise<unknown> =>
      connection.transaction(async (session) => {
        await account.updateOne({ _id: 'a' }, { $inc: { sum: -amount } }, { session });
        const left = await account.findById('a').session(session).orFail();
        if ((left.sum ?? 0) < 0) throw new Error('not enough');
        await account.updateOne({ _id: 'b' }, { $inc: { sum: amount } }, { session });
      });
    await move(4);
    await expect(move(40)).rejects.toThrow('not enough');
    expect(await account.find().sort('_id').lean()).toMatchObject([
      { _id: 'a', sum: 6 },
      { _id: 'b', sum: 4 },
    ]);
  });

  it('writes in bulk, upserts, counts, aggregates and sorts in French', async () => {
    const word = connection.model('Word', new Schema({ text: String, seen: Number, kind: String }));
    await word.bulkWrite([
      { insertOne: { document: { text: 'zèbre', seen: 1, kind: 'n' } } },
      {
        updateOne: {
          filter: { text: 'été' },
          update: { $inc: { seen: 2 }, $setOnInsert: { kind: 'n' } },
          upsert: true,
        },
      },
      { updateOne: { filter: { text: 'eau' }, update: { $set: { seen: 3, kind: 'm' } }, upsert: true } },
      { replaceOne: { filter: { text: 'zèbre' }, replacement: { text: 'zèbre', seen: 5, kind: 'n' } } },
      { deleteMany: { filter: { seen: { $gt: 100 } } } },
    ]);
    const sorted = await word.find().sort({ text: 1 }).collation({ locale: 'fr' }).lean();
    expect(sorted.map((one) => one.text)).toEqual(['eau', 'été', 'zèbre']);
    const totals = await word.aggregate([
      { $match: { seen: { $gt: 0 } } },
      { $group: { _id: '$kind', total: { $sum: '$seen' }, words: { $push: '$text' } } },
      { $sort: { _id: -1 } },
      { $project: { _id: 0, kind: '$_id', total: 1 } },
    ]);
    expect(totals).toEqual([
      { kind: 'n', total: 7 },
      { kind: 'm', total: 3 },
    ]);
    expect(await word.exists({ text: 'eau' })).not.toBeNull();
    const changed = await word.findOneAndUpdate(
      { text: 'eau' },
      { $set: { seen: 9 } },
      { returnDocument: 'after' },
    );
    expect(changed?.seen).toBe(9);
    expect(await word.estimatedDocumentCount()).toBe(3);
  });

  it('hears a loud refusal for what this server does not do', async () => {
    const any = connection.model('Any', new Schema({}, { strict: false }));
    expect(await codeOf(any.aggregate([{ $facet: {} }]).exec())).toBe(40324);
    expect(await codeOf(any.find({ $text: { $search: 'x' } }).exec())).toBe(115);
  });
});
