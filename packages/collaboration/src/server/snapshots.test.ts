import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readDocument, titleOf } from '../document/index.ts';
import { change, typed, writer } from '../testing/guarded-room.ts';
import {
  createMemoryLeases,
  createMemoryLog,
  createMemorySnapshots,
  createSettableClock,
} from '../testing/memory-ports.ts';
import { createRandom } from '../testing/random.ts';
import type { LiveDocument } from './live-document.ts';
import { createLiveDocuments } from './live-documents.ts';

const IDEA = 'id_1';
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_260);

const place = () => {
  const log = createMemoryLog();
  const leases = createMemoryLeases();
  const snapshots = createMemorySnapshots();
  leases.bind(IDEA, 100, 'author');
  leases.bind(IDEA, 50, 'colleague');
  const start = () => createLiveDocuments({ log, leases, snapshots, clock: createSettableClock() });
  return { log, leases, snapshots, start };
};

const person = (doc: Y.Doc): string => (doc.clientID === 100 ? 'author' : 'colleague');

/** Two honest people who insert and delete anywhere, each change told to the other at once. */
const scribble = async (
  document: LiveDocument,
  docs: readonly [Y.Doc, Y.Doc],
  rounds: number,
  seed: number,
) => {
  const random = createRandom(seed);
  for (let n = 0; n < rounds; n++) {
    const doc = docs[random.integer(2)] ?? docs[0];
    const { length } = titleOf(doc);
    const at = random.integer(length + 1);
    const bytes =
      random.chance(0.3) && at < length
        ? change(doc, () => titleOf(doc).delete(at, 1))
        : typed(doc, at, `w${n} `);
    const receipt = await document.receive(bytes, { person: person(doc) });
    if (!receipt.ok)
      throw new Error(`seed ${seed}, change ${n}: ${receipt.failure.code} ${receipt.failure.detail}`);
    for (const other of docs) if (other !== doc) Y.applyUpdate(other, bytes);
  }
};

const wholeOf = async (document: LiveDocument): Promise<Y.Doc> => {
  const joined = await document.join({ person: 'reader', vector: new Uint8Array(), lease: 0 });
  if (!joined.ok) throw new Error('the join was refused');
  return writer(1, [joined.value.update]);
};

describe('a snapshot', () => {
  it(`[CE30] with the rows behind it is the log's text, for who joins and for who writes on (seed ${SEED})`, async () => {
    const { log, snapshots, start } = place();
    const docs = [writer(100), writer(50)] as const;
    const first = start();
    await scribble(await first.open(IDEA), docs, 230, SEED);
    expect(await first.keepSnapshots()).toBe(1);
    const { seq } = snapshots.kept.get(IDEA) ?? { seq: 0 };
    expect(seq).toBe(log.rows.length);
    await scribble(await first.open(IDEA), docs, 60, SEED + 1);
    expect(await first.keepSnapshots()).toBe(0);

    const read = log.read.bind(log);
    const asked: (number | undefined)[] = [];
    log.read = (doc, after) => {
      asked.push(after);
      return read(doc, after);
    };
    const document = await start().open(IDEA);
    expect(asked).toEqual([seq]);
    const whole = await wholeOf(document);
    expect(readDocument(whole)).toEqual(
      readDocument(
        writer(
          2,
          log.rows.map(({ bytes }) => bytes),
        ),
      ),
    );
    expect(Y.encodeStateVector(whole)).toEqual(Y.encodeStateVector(docs[0]));
    // The guard knows what it knew: the same people write on, and nothing old comes in twice.
    await scribble(document, docs, 60, SEED + 2);
    const rows = log.rows.length;
    const again = log.rows[3];
    if (again === undefined) throw new Error('no row');
    expect(await document.receive(again.bytes, { person: again.person })).toMatchObject({
      value: { fresh: false },
    });
    expect(log.rows).toHaveLength(rows);
    expect((await document.read()).title).toBe(readDocument(docs[0]).title);
  });

  it('[CE30] that was never finished, or is gone, costs nothing: the log is whole beside it', async () => {
    const { log, snapshots, start } = place();
    const docs = [writer(100), writer(50)] as const;
    const first = start();
    await scribble(await first.open(IDEA), docs, 210, SEED);
    const keep = snapshots.keep.bind(snapshots);
    snapshots.keep = async () => {
      throw new Error('killed');
    };
    await expect(first.keepSnapshots()).rejects.toThrow('killed');
    expect(log.rows).toHaveLength(210);
    const second = start();
    const document = await second.open(IDEA);
    expect((await document.read()).title).toBe(readDocument(docs[0]).title);
    snapshots.keep = keep;
    expect(await second.keepSnapshots()).toBe(1);
    snapshots.kept.clear();
    expect((await (await start().open(IDEA)).read()).title).toBe(readDocument(docs[0]).title);
    expect(log.rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 210 }, (_, n) => n + 1));
  });
});
