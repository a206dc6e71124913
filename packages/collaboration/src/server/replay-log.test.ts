import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readDocument } from '../document/index.ts';
import { craft, text } from '../testing/craft-update.ts';
import { codeOf } from '../testing/guard-scene.ts';
import { createGuardedRoom, typed, writer } from '../testing/guarded-room.ts';
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
