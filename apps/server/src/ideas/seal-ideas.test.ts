import { mintId, type IdeaState } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import type { ChallengeRecord } from '../challenges/index.ts';
import type { IdeaDeps } from './deps.ts';
import type { IdeaRecord } from './index.ts';
import { sealIdeas } from './seal-ideas.ts';

test('an idea that is shown again while the others are sealed is sealed before the challenge counts as sealed', async () => {
  const did: string[] = [];
  const states = new Map<string, IdeaState>([
    ['shown', 'published'],
    ['hidden', 'hidden'],
  ]);
  const challenge = { id: mintId('challenge'), sealedAt: null } as unknown as ChallengeRecord;
  const nothing = (): void => {};
  // What sealing asks of the others.
  const deps = {
    clock: { now: () => new Date('2026-11-02T17:00:01.000Z') },
    challenges: {
      closesAt: () => new Date('2026-11-02T17:00:00.000Z'),
      record: async () => challenge,
      change: async () => did.push('challenge'),
      announce: async () => {},
    },
    ideas: {
      ofChallenge: async () =>
        [...states].map(([id, state]) => ({ id, state, originators: [], coauthors: [] })),
      move: async (_tx: unknown, id: string, _from: IdeaState, to: IdeaState) => {
        did.push(id);
        states.set(id, to);
        return true;
      },
      announce: nothing,
    },
    documents: {
      seal: async (id: IdeaRecord['id']) => {
        if (String(id) === 'shown') states.set('hidden', 'published');
        return { title: 'Un titre', text: 'Un texte.', logRoot: '', logRows: 0, words: 2 };
      },
    },
    ledger: { record: async () => {} },
    notifications: { tell: async () => {}, announce: nothing },
    database: { transaction: async <T>(work: (tx: unknown) => Promise<T>) => work(null) },
  } as unknown as IdeaDeps;
  await sealIdeas(deps)(challenge);
  expect(did).toEqual(['shown', 'hidden', 'challenge']);
});
