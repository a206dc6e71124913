import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readDocument } from '../document/index.ts';
import { craft, text } from '../testing/craft-update.ts';
import { codeOf } from '../testing/guard-scene.ts';
import { createGuardedRoom, typed, writer } from '../testing/guarded-room.ts';
import { createMemoryLeases, createMemoryLog, createSettableClock } from '../testing/memory-ports.ts';
import { createLiveDocuments } from './live-documents.ts';
import { agreesWithLog, reloadOf, replayLog } from './replay-log.ts';

const AUTHOR = 100;

/** Three words, each put between two letters of the author's that nobody ever saw in that order. */
const hostileRows = (): readonly Uint8Array[] => {
  const pairs = [
    [4, 1],
    [1, 3],
    [5, 3],
  ] as const;
  const crafted = pairs.map(([left, right], i) =>
    craft([
      {
        client: 10 + i,
        clock: 0,
        structs: [{ origin: [AUTHOR, left], right: [AUTHOR, right], content: text(String(i)) }],
      },
    ]),
  );
  return [typed(writer(AUTHOR), 0, 'abcdef'), ...crafted];
};

describe('rows that a guard should have stopped', () => {
  it('H6 [CE41] make copies differ for ever by the order they came in; the log in its order tells which is right', () => {
    const rows = hostileRows();
    const [first = new Uint8Array(), ...crafted] = rows;
    const told = readDocument(replayLog(rows));
    expect(readDocument(replayLog([first, ...crafted.toReversed()]))).not.toEqual(told);
    const merged = Y.mergeUpdates([...rows]);
    expect(agreesWithLog(merged, rows)).toBe(false);
    expect(readDocument(replayLog(reloadOf(merged, rows)))).toEqual(told);
  });

  it('H6 [CE41] honest rows agree with themselves merged, and are handed over merged', () => {
    const author = writer(AUTHOR);
    const rows = [typed(author, 0, 'Donner'), typed(author, 6, ' les repas'), typed(author, 0, 'Hier, ')];
    const merged = Y.mergeUpdates(rows);
    expect(reloadOf(merged, rows)).toEqual([merged]);
  });

  it('H6 [CE9] do not get past the guard', () => {
    const [first = new Uint8Array(), ...crafted] = hostileRows();
    const room = createGuardedRoom({ [AUTHOR]: 'author', 10: 'x', 11: 'x', 12: 'x' });
    room.receive(first, 'author');
    const codes = crafted.map((bytes) => codeOf(room.receive(bytes, 'x')));
    expect(codes).toEqual(['forbidden-content', 'admitted', 'forbidden-content']);
  });
});

describe('a text that says something else than its log', () => {
  it('[CE41] is found, put right, and its pages come again; who has nothing is given the rows one by one', async () => {
    const log = createMemoryLog();
    const leases = createMemoryLeases();
    const clock = createSettableClock();
    for (const id of [AUTHOR, 10, 11, 12]) leases.bind('id_1', id, 'author');
    // As if the guard had let them pass.
    for (const [at, bytes] of hostileRows().entries())
      log.rows.push({ doc: 'id_1', seq: at + 1, person: 'author', at: clock.time, bytes });
    const documents = createLiveDocuments({ log, leases, clock });
    const document = await documents.open('id_1');
    const later = (): Date => new Date(clock.time.getTime() + 1);
    const told: string[] = [];
    document.subscribe({ hear: ({ kind }) => void told.push(kind) });
    const own = writer(AUTHOR);
    typed(own, 0, 'abcdef');
    expect((await document.receive(typed(own, 6, 'g'), { person: 'author' })).ok).toBe(true);
    const inOrder = (): string => readDocument(replayLog(log.rows.map(({ bytes }) => bytes))).title;
    expect((await document.read()).title).not.toBe(inOrder());

    expect(await documents.check(later())).toEqual(['id_1']);
    expect((await document.read()).title).toBe(inOrder());
    expect(told.at(-1)).toBe('resync');
    const joined = await document.join({ person: 'author', vector: new Uint8Array(0), lease: 0 });
    if (!joined.ok) throw new Error(joined.failure.code);
    const { rows, update } = joined.value;
    expect(readDocument(replayLog([...rows, update])).title).toBe(inOrder());
    expect(await documents.check(later())).toEqual([]);
    expect(await document.seal()).toMatchObject({ title: inOrder() });
  });
});
