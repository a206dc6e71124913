import { mintId } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import type { ModerationDeps } from './deps.ts';
import type { EventRecord } from './moderation.store.ts';
import { outcomes } from './tell-outcomes.ts';

const AT = new Date('2026-10-20T10:00:00.000Z');
const restored: EventRecord = {
  id: mintId('moderation'),
  challenge: mintId('challenge'),
  act: 'restoreIdea',
  idea: mintId('idea'),
  other: null,
  comment: null,
  file: null,
  late: null,
  at: AT,
  by: mintId('person'),
  reason: 'Le nom est retiré.',
  from: 'published',
  undoes: null,
};

test('an idea that is back after the closing is sealed before its outcome counts as told: a failure is made good later', async () => {
  const did: string[] = [];
  const marked = new Set<string>();
  let works = false;
  const topic = { on: () => {}, tell: () => {} };
  // What telling asks of the others, where the idea itself has nobody to hear of it.
  const deps = {
    clock: { now: () => new Date(AT.getTime() + 60_000) },
    log: { error: () => did.push('failed') },
    wakeUps: { topic: () => topic, onMissed: () => {}, onGone: () => {} },
    store: {
      all: async () => [restored],
      told: async () => marked,
      markTold: async (_tx: unknown, mark: string) => {
        did.push('told');
        marked.add(mark);
        return true;
      },
    },
    ideas: {
      record: async () => null,
      sealLate: async () => {
        if (!works) throw new Error('the database is away');
        did.push('sealed');
      },
    },
    database: { transaction: async <T>(work: (tx: unknown) => Promise<T>) => work(null) },
    notifications: { tell: async () => {}, announce: () => {} },
  } as unknown as ModerationDeps;
  const telling = outcomes(deps);
  await telling.start();
  expect(did).toEqual(['failed']);
  works = true;
  await telling.start();
  await telling.stop();
  expect(did).toEqual(['failed', 'sealed', 'told']);
});
