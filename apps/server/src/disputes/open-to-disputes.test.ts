import { mintId } from '@butinerie/contracts';
import type { Standing } from '@butinerie/domain';
import { expect, test } from 'vitest';
import type { Speaker } from '../accounts/index.ts';
import { openToDisputes, type Disputed, type DisputesDeps } from './deps.ts';

const challenge = mintId('challenge');
const idea = { id: mintId('idea'), challenge } as Disputed;
const reader: Speaker = { person: mintId('person'), directorate: null, name: 'Rose', grants: [] };
const moderator: Speaker = {
  ...reader,
  grants: [{ role: 'moderator' as const, challenge, directorate: null }],
};
const elsewhere: Speaker = {
  ...reader,
  grants: [{ role: 'moderator' as const, challenge: mintId('challenge'), directorate: null }],
};

const codeAt = async (standing: Standing, by: Speaker) => {
  const challenges = { record: async () => ({}), standing: () => standing };
  const asked = await openToDisputes({ challenges } as unknown as DisputesDeps, idea, { by });
  return asked.ok ? 'ok' : asked.failure.code;
};

test('[AR4] a question about names is begun by anybody until the review, then by those who moderate that challenge', async () => {
  expect(await codeAt('delivery', reader)).toBe('ok');
  expect(await codeAt('impact_review', reader)).toBe('challenge-phase');
  expect(await codeAt('impact_review', elsewhere)).toBe('challenge-phase');
  expect(await codeAt('impact_review', moderator)).toBe('ok');
  expect(await codeAt('archived', moderator)).toBe('challenge-phase');
});
