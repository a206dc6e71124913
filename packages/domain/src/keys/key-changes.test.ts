import { mintId, type Grant } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { CODE_TRIES } from '../accounts/mailed-code.ts';
import {
  askKeyChange,
  askSecondCode,
  cancelKeyChange,
  confirmKeyChange,
  keyChangeStateAt,
} from './key-changes.ts';

const NOW = new Date('2026-10-12T08:00:00Z');
const after = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const [first, second] = [mintId('person'), mintId('person')];
const speaker = (person: typeof first, ...roles: Grant['role'][]) => ({
  person,
  directorate: null,
  grants: roles.map((role) => ({ role, challenge: null, directorate: null })),
});
const admin = (person: typeof first) => speaker(person, 'admin');
const waiting = { state: 'waiting' as const, by: first, expiresAt: after(72) };
const toConfirm = { state: 'to-confirm' as const, by: first, expiresAt: null };
const code = { sentAt: NOW, tries: 0 };

test('[KC1] the key is changed by administrators alone; one change waits at a time, and a key is lost only when it is not here', () => {
  const ask = (over: object = {}) =>
    askKeyChange([], { by: admin(first), kind: 'rotate', lost: false, now: NOW, ...over });
  expect(ask().ok).toBe(true);
  expect(ask({ by: speaker(first, 'dpo', 'moderator', 'dgs') })).toMatchObject({
    failure: { code: 'not-allowed' },
  });
  expect(ask({ lost: true })).toMatchObject({ failure: { code: 'key-state', state: 'lost' } });
  expect(ask({ kind: 'lose' })).toMatchObject({ failure: { code: 'key-state', state: 'signs' } });
  expect(ask({ kind: 'lose', lost: true }).ok).toBe(true);
  const again = askKeyChange([waiting], { by: admin(second), kind: 'rotate', lost: false, now: NOW });
  expect(again).toMatchObject({ failure: { code: 'already-answered' } });
  expect(askKeyChange([waiting], { by: admin(second), kind: 'rotate', lost: false, now: after(72) }).ok).toBe(
    true,
  );
});

test('[KC2] two different administrators, each by her own code: the same one twice is refused, and so is a lapsed change', () => {
  const typed = { code, right: true, now: after(0.2) };
  expect(confirmKeyChange(toConfirm, { by: admin(first), ...typed })).toMatchObject({
    value: { step: 'open', expiresAt: after(72.2) },
  });
  expect(confirmKeyChange(toConfirm, { by: admin(second), ...typed })).toMatchObject({
    failure: { code: 'already-answered', answer: 'to-confirm' },
  });
  expect(confirmKeyChange(waiting, { by: admin(first), ...typed })).toMatchObject({
    failure: { code: 'not-allowed', why: 'second-person' },
  });
  expect(askSecondCode(waiting, { by: admin(first), now: NOW }).ok).toBe(false);
  expect(askSecondCode(waiting, { by: admin(second), now: NOW }).ok).toBe(true);
  expect(askSecondCode(waiting, { by: speaker(second), now: NOW })).toMatchObject({
    failure: { why: 'administrators' },
  });
  expect(confirmKeyChange(waiting, { by: admin(second), ...typed })).toEqual({
    ok: true,
    value: { step: 'do' },
  });
  expect(confirmKeyChange(waiting, { by: admin(second), ...typed, now: after(72) })).toMatchObject({
    failure: { code: 'already-answered', answer: 'expired' },
  });
  expect(keyChangeStateAt(waiting, after(72))).toBe('expired');
});

test('[KC3] a code is good for half an hour and five tries; an administrator who is one no more confirms nothing', () => {
  const typed = { by: admin(second), right: true, now: NOW };
  expect(confirmKeyChange(waiting, { ...typed, code, right: false })).toMatchObject({
    failure: { code: 'wrong-code', triesLeft: CODE_TRIES - 1 },
  });
  expect(confirmKeyChange(waiting, { ...typed, code: { sentAt: NOW, tries: CODE_TRIES } }).ok).toBe(false);
  expect(confirmKeyChange(waiting, { ...typed, code, now: after(0.6) }).ok).toBe(false);
  expect(confirmKeyChange(toConfirm, { ...typed, by: speaker(first), code })).toMatchObject({
    failure: { code: 'not-allowed' },
  });
});

test('[KC4] any administrator cancels it until it is done', () => {
  expect(cancelKeyChange(waiting, { by: admin(second), now: NOW }).ok).toBe(true);
  expect(cancelKeyChange(waiting, { by: speaker(second, 'dpo'), now: NOW }).ok).toBe(false);
  expect(cancelKeyChange({ ...waiting, state: 'done' }, { by: admin(first), now: NOW }).ok).toBe(false);
});
