import { encodeLeaf, logRootOf } from '@butinerie/attribution';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createSmallInstance,
  directorate,
  idea,
  known,
  person,
  proposed,
  type SmallInstance,
} from '../../../test/support/small-instance.ts';
import { bytesOf } from '../../platform/stored-bytes.ts';

const title = 'Un café des idées';
const text = 'Chaque jeudi, la porte est ouverte.';
const at = new Date('2026-10-12T07:00:00Z');
const logRows = [1, 2, 3].map((seq) => ({
  doc: idea('1'),
  seq,
  person: person('a'),
  at,
  bytes: new Uint8Array([seq]),
}));

let small: SmallInstance;
beforeEach(async () => {
  small = await createSmallInstance();
  await small.record(known('a'), known('b'), proposed('1', 'a'), proposed('2', 'b'));
  await small.record({
    act: 'contribution.sealed',
    idea: idea('1'),
    title,
    text,
    logRoot: logRootOf(logRows),
    logRows: logRows.length,
    words: new Map([[person('a'), 30]]),
  });
  await put('people', { _id: person('a'), name: 'Personne A' }, { _id: person('b'), name: 'Personne B' });
  await put(
    'ideas',
    { _id: idea('1'), publishedAt: at, originators: [person('a')], coauthors: [], seal: { title, text } },
    { _id: idea('2'), publishedAt: at, originators: [person('b')], coauthors: [], seal: null },
    { _id: idea('3'), publishedAt: null, originators: [person('b')], coauthors: [], seal: null },
  );
  await put(
    'docUpdates',
    ...logRows.map((row) => ({
      ...row,
      _id: `${row.doc}:${row.seq}`,
      via: null,
      bytes: Buffer.from(row.bytes),
    })),
  );
  const head = await small.restarted().head();
  if (!head.ok) throw new Error(head.failure.reason);
});
afterEach(() => small.stop());

const collection = (name: string) => small.database.connection.collection(name);
async function put(name: string, ...documents: Record<string, unknown>[]): Promise<void> {
  await collection(name).insertMany(documents as never);
}
async function change(name: string, _id: number | string, $set: object): Promise<void> {
  const done = await collection(name).updateOne({ _id: _id as never }, { $set });
  expect(done.modifiedCount).toBe(1);
}
async function findings(): Promise<[number | null, string][]> {
  return (await small.verify()).findings.map(({ n, problem }) => [n, problem]);
}

describe('verifying an instance', () => {
  test('finds nothing where nothing was touched', async () => {
    expect(await small.verify()).toMatchObject({ size: 5, checkpoints: 1, findings: [] });
  });

  test('[T25] names the leaf of which one byte was flipped', async () => {
    const row = await collection('ledger').findOne({ _id: 3 as never });
    const bytes = Buffer.from(bytesOf(row?.['bytes']));
    bytes.writeUInt8(bytes.readUInt8(40) ^ 1, 40);
    await change('ledger', 3, { bytes });
    const found = await findings();
    expect(found).toContainEqual([3, 'fields-differ']);
    expect(found.some(([, problem]) => problem === 'rewritten')).toBe(true);
  });

  test('[T25] names the leaf of which one stored field was changed', async () => {
    await change('ledger', 3, { 'event.by': person('a') });
    expect(await findings()).toEqual([[3, 'fields-differ']]);
  });

  test('names the leaf that was filed under somebody else', async () => {
    await change('ledger', 2, { names: [person('b')] });
    expect(await findings()).toEqual([[2, 'index-differs']]);
  });

  test('[T27] finds a tail that is gone, even with its checkpoint', async () => {
    await collection('ledger').deleteOne({ _id: 4 as never });
    await collection('ledgerHead').updateOne({}, { $set: { n: 4 } });
    await collection('checkpoints').deleteMany({});
    expect(await findings()).toContainEqual([4, 'truncated']);
  });

  test('[T29] finds two names swapped, in what opens leaves or in what is shown', async () => {
    const [a, b] = [person('a'), person('b')].map((id) =>
      collection('personas').findOne({ _id: id as never }),
    );
    const [ofA, ofB] = [await a, await b];
    await change('personas', person('a'), { identity: ofB?.['identity'] });
    await change('personas', person('b'), { identity: ofA?.['identity'] });
    expect(await findings()).toEqual([
      [0, 'identity-differs'],
      [1, 'identity-differs'],
    ]);
    await change('personas', person('a'), { identity: ofA?.['identity'] });
    await change('personas', person('b'), { identity: ofB?.['identity'] });
    await change('people', person('a'), { name: 'Personne B' });
    expect(await findings()).toEqual([[0, 'name-differs']]);
  });

  test('[T30] names the seal whose update log says another author', async () => {
    await change('docUpdates', `${idea('1')}:2`, { person: person('b') });
    expect(await findings()).toEqual([[4, 'log-differs']]);
  });

  test('names the seal whose text is not the one shown', async () => {
    await change('ideas', idea('1'), { 'seal.text': 'Chaque mardi, la porte est ouverte.' });
    expect(await findings()).toEqual([[4, 'text-differs']]);
  });

  test('names the idea that lists other authors than the ledger, or that is gone', async () => {
    await change('ideas', idea('1'), { originators: [person('b')] });
    await collection('ideas').deleteOne({ _id: idea('2') as never });
    expect(await findings()).toEqual([
      [2, 'authors-differ'],
      [3, 'idea-missing'],
    ]);
  });

  test('names the leaf whose opening was altered', async () => {
    await change('openings', 2, { 'openings.txt.value.title': 'Un autre titre' });
    expect(await findings()).toEqual([[2, 'opening-differs']]);
  });

  test('an opening that was destroyed is no finding', async () => {
    await collection('openings').deleteMany({});
    expect(await findings()).toEqual([]);
  });

  test('an act that credits nobody is found when somebody wrote it past the rules', async () => {
    const seen = await collection('ledger').findOne({ _id: 3 as never });
    const event = { ...seen?.['event'], n: 5, i: idea('1'), dir: directorate('1') };
    const bytes = Buffer.from(encodeLeaf(event));
    await put('ledger', { _id: 5, bytes, event, ideas: [idea('1')], names: [person('b')] });
    await collection('ledgerHead').updateOne({}, { $set: { n: 6 } });
    expect(await findings()).toContainEqual([5, 'without-effect']);
  });
});
