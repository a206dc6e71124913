import { mintId } from '@butinerie/contracts';
import { beforeEach, expect, test, vi } from 'vitest';
import { giveBackClientIds, takeClientId } from './client-ids.ts';

const [person, idea] = [mintId('person'), mintId('idea')];

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal('navigator', { locks: { request: async (_name: string, fn: () => unknown) => fn() } });
});

test('an id is taken once, and what was not used serves another page', async () => {
  giveBackClientIds(person, idea, [5, 6]);
  const taken = [await takeClientId(person, idea), await takeClientId(person, idea)];
  expect(new Set(taken)).toEqual(new Set([5, 6]));
  expect(await takeClientId(person, idea)).toBeNull();
});

test('giving back never brings back what another page took', async () => {
  giveBackClientIds(person, idea, [5, 6]);
  const taken = await takeClientId(person, idea);
  giveBackClientIds(person, idea, [7]);
  const rest = [await takeClientId(person, idea), await takeClientId(person, idea)];
  expect(rest).not.toContain(taken);
});

test('ids are one person’s, for one idea', async () => {
  giveBackClientIds(person, idea, [5]);
  expect(await takeClientId(mintId('person'), idea)).toBeNull();
  expect(await takeClientId(person, mintId('idea'))).toBeNull();
});

test('without locks none is taken: two tabs might take the same', async () => {
  giveBackClientIds(person, idea, [5]);
  vi.stubGlobal('navigator', {});
  expect(await takeClientId(person, idea)).toBeNull();
});
