import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatVerifierKey, originOf } from '@butinerie/attribution';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import {
  createSmallInstance,
  known,
  person,
  proposed,
  readNote,
  type SmallInstance,
} from '../../test/support/small-instance.ts';
import { keyFiles } from './key-file.ts';

let small: SmallInstance;
beforeEach(async () => {
  small = await createSmallInstance();
  await small.record(known('a'), proposed('1', 'a'), proposed('2', 'a'));
});
afterEach(() => small.stop());

const collection = (name: string) => small.database.connection.collection(name);
async function signed(): Promise<string> {
  const head = await small.restarted().head();
  if (!head.ok) throw new Error(head.failure.reason);
  return head.value.note;
}
async function refusal(): Promise<string> {
  const head = await small.restarted().head();
  if (head.ok) throw new Error('signed');
  return head.failure.reason;
}
const cutTo = async (size: number): Promise<void> => {
  await collection('ledger').deleteMany({ _id: { $gte: size } as never });
  await collection('ledgerHead').updateOne({}, { $set: { n: size } });
};

describe('a signed head', () => {
  test('covers every leaf, and is the same note until there is one more', async () => {
    const note = await signed();
    expect(readNote(note, small.keyFile).size).toBe(3);
    expect(await signed()).toBe(note);
    await small.record(known('b'));
    expect(readNote(await signed(), small.keyFile).size).toBe(4);
    expect(await collection('checkpoints').countDocuments()).toBe(2);
  });

  test('is asked for by many at once and made once', async () => {
    const sign = small.restarted();
    const heads = await Promise.all(Array.from({ length: 10 }, () => sign.head()));
    expect(new Set(heads.map((head) => head.ok && head.value.note)).size).toBe(1);
  });

  test('[T27] is refused when the tail is gone, and credits are still read', async () => {
    await signed();
    await cutTo(2);
    expect(await refusal()).toBe('2 leaves are there, 3 were signed');
    expect((await small.attribution.credits([])).size).toBe(0);
  });

  test('[T27] is refused after a backup was restored, checkpoints and all', async () => {
    await signed();
    await cutTo(2);
    await collection('checkpoints').deleteMany({});
    expect(await refusal()).toBe('2 leaves are there, 3 were signed');
  });

  test('is refused when leaves were lost that nobody had signed', async () => {
    await collection('ledger').deleteOne({ _id: 2 as never });
    expect(await refusal()).toBe('3 leaves were written, 2 are there');
  });

  test('is refused when there is a hole', async () => {
    await collection('ledger').deleteOne({ _id: 1 as never });
    expect(await refusal()).toBe('leaf 1 is missing');
  });

  test('[T26] is refused when a leaf was replaced by another sound one', async () => {
    await signed();
    const other = await collection('ledger').findOne({ _id: 2 as never });
    const text = Buffer.from(other?.['bytes'].buffer ?? '').toString('utf8');
    const bytes = Buffer.from(text.replace('id_00000000000000000000000002', 'id_00000000000000000000000003'));
    await collection('ledger').updateOne({ _id: 2 as never }, { $set: { bytes } });
    expect(await refusal()).toBe('the first 3 leaves are not those that were signed');
  });

  test('is refused when the stored checkpoint is of another key', async () => {
    const note = await signed();
    await collection('checkpoints').updateOne(
      {},
      { $set: { note: note.replace(/.{8}=\n$/, 'AAAAAAA==\n') } },
    );
    expect(await refusal()).toMatch(/^a checkpoint is not of this key/);
  });

  test('does not mind a key that served another instance before', async () => {
    writeFileSync(small.keyFile.replace('.pem', '.checkpoint'), 'butinerie/another\n900\n…\n');
    expect(readNote(await signed(), small.keyFile).size).toBe(3);
  });

  test('goes on where nothing can be kept beside the key', async () => {
    mkdirSync(small.keyFile.replace('.pem', `.checkpoint.${process.pid}.new`));
    expect(readNote(await signed(), small.keyFile).size).toBe(3);
    expect(small.outside.read()).toBeNull();
  });

  test('[T36] is refused while the key is not where it was, no other one is made, and goes on when it is back', async () => {
    const sign = small.restarted();
    expect((await sign.head()).ok).toBe(true);
    await small.record(known('b'));
    renameSync(small.keyFile, `${small.keyFile}.away`);
    expect(await sign.head()).toMatchObject({ failure: { code: 'ledger-refuses' } });
    expect(existsSync(small.keyFile)).toBe(false);
    renameSync(`${small.keyFile}.away`, small.keyFile);
    expect((await sign.head()).ok).toBe(true);
  });

  test('[T36] is signed by every server once another key began, whichever of them wrote the loss', async () => {
    const last = readNote(await signed(), small.keyFile);
    const old = keyFiles(small.keyFile, originOf('test')).current();
    rmSync(small.keyFile);
    const elsewhere = small.restarted();
    expect((await elsewhere.head()).ok).toBe(false);
    expect(elsewhere.lost()?.old).toBe(formatVerifierKey(old.key));
    const next = keyFiles(small.keyFile, originOf('test')).current();
    const { size, root } = last;
    const two = { by: person('a'), second: person('b') };
    await small.record(known('b'), {
      act: 'key.lost',
      ...two,
      old: formatVerifierKey(old.key),
      next,
      size,
      root,
    });
    expect((await elsewhere.head()).ok).toBe(true);
    expect(elsewhere.lost()).toBeNull();
  });
});
