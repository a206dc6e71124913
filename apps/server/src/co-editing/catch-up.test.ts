/** Records behind their texts, after a crash: which are opened, which are not, and what says that all follow. */
import { newDocument, writePlainText, writeTitle } from '@butinerie/collaboration/document';
import { mintId, type IdeaId } from '@butinerie/contracts';
import { afterEach, expect, test, vi } from 'vitest';
import { createLog } from '../platform/log.ts';
import { catchingUp, catchUp } from './catch-up.ts';

afterEach(() => void vi.useRealTimers());

/** A text in as many rows as it has parts, each written on top of the ones before. */
function rowsOf(title: string, parts: readonly string[]): Uint8Array[] {
  const doc = newDocument();
  const rows: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => void rows.push(update));
  writeTitle(doc, title);
  for (const [at] of parts.entries()) writePlainText(doc, parts.slice(0, at + 1).join('\n'));
  doc.destroy();
  return rows;
}

const MANY = 45;
const saying = (at: number) => ({ title: `Titre ${at}`, text: `Un début\nUne suite ${at}` });

function instance(behind: ReadonlySet<number>) {
  const ids: IdeaId[] = Array.from({ length: MANY }, () => mintId('idea'));
  const texts = new Map(ids.map((id, at) => [id, saying(at)] as const));
  const written = new Map(
    ids.map((id, at) => [id, rowsOf(`Titre ${at}`, ['Un début', `Une suite ${at}`])] as const),
  );
  const opened: IdeaId[] = [];
  const followed = new Map<IdeaId, { title: string; text: string; seq: number }>();
  return {
    ids,
    opened,
    followed,
    ports: {
      records: async () =>
        ids.map((id, at) => ({ id, ...saying(at), ...(behind.has(at) ? { text: 'Un début' } : {}) })),
      written: async (asked: readonly IdeaId[]) =>
        new Map(asked.map((id) => [id, written.get(id) ?? []] as const)),
      open: async (id: IdeaId) => {
        opened.push(id);
        return { ...(texts.get(id) ?? { title: '', text: '' }), seq: 2 };
      },
      follow: async (id: IdeaId, text: { title: string; text: string; seq: number }) =>
        void followed.set(id, text),
      stopping: () => false,
    },
  };
}

test('only texts whose record says something else are opened, and their records follow', async () => {
  const { ids, opened, followed, ports } = instance(new Set([3, 41]));
  expect(await catchUp(ports)).toBe(true);
  const behind = [ids[3], ids[41]].filter((id) => id !== undefined);
  expect(opened).toEqual(behind);
  expect([...followed]).toEqual([
    [ids[3], { ...saying(3), seq: 2 }],
    [ids[41], { ...saying(41), seq: 2 }],
  ]);
});

test('a record that says what its text says is not written again, whatever its rows looked like', async () => {
  const { ids, followed, ports } = instance(new Set());
  const [first] = ids;
  if (first === undefined) throw new Error('there are many');
  const stale = { ...ports, written: async () => new Map([[first, rowsOf('Autre', ['Autre chose'])]]) };
  // Nothing of the others was found: each is opened, says what its record says, and is not written again.
  expect(await catchUp(stale)).toBe(true);
  expect(followed.size).toBe(0);
});

test('whoever stops half-way has not seen every record', async () => {
  const { opened, ports } = instance(new Set([44]));
  let asked = 0;
  expect(await catchUp({ ...ports, stopping: () => ++asked > 2 })).toBe(false);
  expect(opened).toEqual([]);
});

test('a round that failed comes again until it is through; whoever stopped begins no other', async () => {
  vi.useFakeTimers();
  let [away, rounds] = [2, 0];
  const records = catchingUp(async () => {
    rounds += 1;
    if (away-- > 0) throw new Error('the database is away');
    return true;
  }, createLog('silent'));
  expect(records.whole()).toBe(true);
  records.ask();
  expect(records.whole()).toBe(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([rounds, records.whole()]).toEqual([3, true]);
  away = Infinity;
  records.ask();
  await vi.advanceTimersByTimeAsync(0);
  await records.stop();
  records.ask();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([rounds, records.whole()]).toEqual([4, false]);
});

test('what was asked for while a last round was under way is not known to follow', async () => {
  let finish = (): void => {};
  const records = catchingUp(async () => {
    await new Promise<void>((resolve) => (finish = resolve));
    return true;
  }, createLog('silent'));
  records.ask();
  await Promise.resolve();
  records.ask();
  const stopped = records.stop();
  finish();
  await stopped;
  expect(records.whole()).toBe(false);
});
