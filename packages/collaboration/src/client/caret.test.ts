import { expect, it, vi } from 'vitest';
import { titleOf } from '../document/index.ts';
import { MemoryNetwork } from '../testing/memory-network.ts';
import { createRandom } from '../testing/random.ts';
import { IdeaSession } from './idea-session.ts';

const openPage = async () => {
  const network = new MemoryNetwork(createRandom(1));
  const transport = network.transport('author');
  const told: string[] = [];
  vi.spyOn(transport, 'presence').mockImplementation(() => void told.push('caret'));
  const update = transport.update.bind(transport);
  vi.spyOn(transport, 'update').mockImplementation((bytes) => {
    told.push('words');
    return update(bytes);
  });
  const session = new IdeaSession({ transport, write: true, timers: network.timers });
  const standsAt = (place: number): void => session.awareness.setLocalStateField('cursor', { head: place });
  transport.connect();
  await network.run(200);
  standsAt(0);
  await network.run(200);
  told.length = 0;
  return { network, transport, session, told, standsAt };
};

it('[CE48] a caret goes with the word that moved it, and by itself when it moves alone', async () => {
  const { network, session, told, standsAt } = await openPage();
  titleOf(session.doc).insert(0, 'D');
  standsAt(1);
  await network.run(25);
  expect(told).toEqual(['words', 'caret']);
  await network.run(1_000);
  expect(told).toEqual(['words', 'caret']);
  standsAt(0);
  await network.run(200);
  expect(told).toEqual(['words', 'caret', 'caret']);
});

it('[CE48] one that an editor says again at each word of others is not told at each, and is told before it is taken for gone', async () => {
  const { network, told, standsAt } = await openPage();
  for (let word = 0; word < 40; word++) {
    standsAt(0);
    await network.run(100);
  }
  expect(told).toEqual([]);
  await network.run(2_000);
  expect(told).toEqual(['caret']);
});

it('[CE48] after a cut it is told again, though it stands where it stood', async () => {
  const { network, transport, told } = await openPage();
  transport.disconnect();
  await network.run(100);
  transport.connect();
  await network.run(500);
  expect(told).toEqual(['caret']);
});
