import { mintId, ROLES, type Grant } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { CODE_TRIES } from '../accounts/mailed-code.ts';
import {
  askNameChange,
  cancelNameChange,
  confirmNameChange,
  mayOrderNameChange,
  orderNameChange,
} from './name-requests.ts';

const NOW = new Date('2026-10-12T08:00:00Z');
const DAY = 86_400_000;
const after = (days: number) => new Date(NOW.getTime() + days * DAY);
const person = mintId('person');
const other = mintId('person');
const speaker = (who: typeof person, ...roles: Grant['role'][]) => ({
  person: who,
  directorate: null,
  grants: roles.map((role) => ({ role, challenge: null, directorate: null })),
});
const facts = { person, state: 'waiting' as const, dueAt: after(7) };

test('[NM1] a name is effaced or replaced at its bearer’s request, or by an officer; by no other role', () => {
  for (const role of ROLES) expect(mayOrderNameChange(speaker(other, role)), role).toBe(role === 'dpo');
  const order = (by: ReturnType<typeof speaker>) => orderNameChange([], { by, person, administrators: [] });
  expect(order(speaker(other, 'admin', 'dgs', 'moderator'))).toMatchObject({
    failure: { code: 'not-allowed' },
  });
  expect(order(speaker(other, 'dpo')).ok).toBe(true);
  expect(order(speaker(person, 'dpo'))).toMatchObject({ failure: { why: 'own-name' } });
});

test('[NM2] one request waits at a time, and the last administrator stays one', () => {
  expect(askNameChange([facts], { person, administrators: [] })).toMatchObject({
    failure: { code: 'already-answered', answer: 'waiting' },
  });
  expect(askNameChange([{ ...facts, state: 'cancelled' }], { person, administrators: [] }).ok).toBe(true);
  expect(askNameChange([], { person, administrators: [person] })).toMatchObject({
    failure: { code: 'last-administrator' },
  });
  expect(askNameChange([], { person, administrators: [person, other] }).ok).toBe(true);
});

test('[NM3] the code of the mail begins a delay of seven days; five wrong ones, or half an hour, end it', () => {
  const asked = { ...facts, state: 'to-confirm' as const, dueAt: null };
  const given = (tries: number, right: boolean, minutes = 1) =>
    confirmNameChange(asked, {
      code: { sentAt: NOW, tries },
      right,
      now: new Date(NOW.getTime() + minutes * 60_000),
    });
  expect(given(0, true, 0)).toEqual({ ok: true, value: { dueAt: after(7) } });
  expect(given(0, false)).toEqual({ ok: false, failure: { code: 'wrong-code', triesLeft: CODE_TRIES - 1 } });
  expect(given(CODE_TRIES, true)).toEqual({ ok: false, failure: { code: 'wrong-code', triesLeft: 0 } });
  expect(given(0, true, 31).ok).toBe(false);
  expect(confirmNameChange(facts, { code: { sentAt: NOW, tries: 0 }, right: true, now: NOW })).toMatchObject({
    failure: { code: 'already-answered', answer: 'waiting' },
  });
});

test('[NM4] it is cancelled by her or by an officer until the delay is over, and by nobody else', () => {
  const cancel = (by: ReturnType<typeof speaker>, now = NOW) => cancelNameChange(facts, { by, now });
  expect(cancel(speaker(person)).ok).toBe(true);
  expect(cancel(speaker(other, 'dpo')).ok).toBe(true);
  expect(cancel(speaker(other, 'admin'))).toMatchObject({ failure: { code: 'not-allowed' } });
  expect(cancel(speaker(person), new Date(after(7).getTime() - 1)).ok).toBe(true);
  expect(cancel(speaker(person), after(7))).toMatchObject({ failure: { code: 'already-answered' } });
});
