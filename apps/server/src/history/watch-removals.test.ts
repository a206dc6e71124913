import { mintId, type IdeaId } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import type { IdeaRecord } from '../ideas/index.ts';
import type { HistoryDeps } from './index.ts';
import { watchRemovals } from './watch-removals.ts';

const LONG = 'Un accueil sans guichet, où chacun est reçu par qui connaît son dossier, debout, en une fois. ';

type Listener = Parameters<HistoryDeps['documents']['onTexts']>[0];

function watching(records: ReadonlyMap<IdeaId, string>) {
  const asked: IdeaId[][] = [];
  const replayed: IdeaId[] = [];
  let tell: Listener = async () => undefined;
  const found = (id: IdeaId) => ({ id, text: records.get(id) ?? '', state: 'published' }) as IdeaRecord;
  const deps = {
    clock: { now: () => new Date('2026-10-14T10:00:00Z') },
    timeZone: 'Europe/Paris',
    ideas: {
      async byIds(ids: readonly IdeaId[]) {
        asked.push([...ids]);
        return ids.map(found);
      },
      record: async (id: IdeaId) => found(id),
    },
    documents: {
      onTexts: (listener: Listener) => void (tell = listener),
      rows: async (id: IdeaId) => (replayed.push(id), []),
    },
    provenance: async () => ({ removals: [] }),
  };
  const watcher = watchRemovals(deps as unknown as HistoryDeps);
  const follow = (...texts: readonly [IdeaId, string][]) =>
    tell(texts.map(([idea, text]) => ({ idea, text, title: '', seq: 1 })));
  return { follow, asked, replayed, watcher };
}

test('texts seen for the first time are asked for in one question, and not again', async () => {
  const [one, other] = [mintId('idea'), mintId('idea')];
  const { follow, asked, watcher } = watching(new Map([[one, LONG]]));
  await follow([one, LONG], [other, 'x']);
  await follow([one, LONG], [other, 'xy']);
  expect(asked.filter(({ length }) => length > 0)).toEqual([[one, other]]);
  await watcher.stop();
});

test('a text that the record knows longer than it is now was shortened, and is looked at', async () => {
  const [one, other] = [mintId('idea'), mintId('idea')];
  const { follow, replayed, watcher } = watching(new Map([[one, LONG]]));
  await follow([one, 'Un accueil'], [other, 'x']);
  await watcher.stop();
  expect(replayed).toEqual([one]);
});

test('what is followed twice at the same moment keeps what was told of it', async () => {
  const one = mintId('idea');
  const { follow, replayed, watcher } = watching(new Map([[one, LONG]]));
  await Promise.all([follow([one, 'Un accueil']), follow([one, 'Un accueil'])]);
  await watcher.stop();
  expect(replayed).toEqual([one]);
});
