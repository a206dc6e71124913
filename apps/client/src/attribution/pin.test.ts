import type { LedgerEvent } from '@butinerie/attribution';
import { beforeEach, describe, expect, test } from 'vitest';
import { comparePin, sizeOf, type Pin, type Shown } from './pin.ts';
import { forgetRegister, keepPin, keptAlarm, keptPin, raiseAlarm } from './pin-store.ts';
import { consistency, keyChange, keyLost, keyOf, registerOf, story } from './register-of-tests.ts';

const whole = registerOf(story());
const shown = (over: Partial<Shown> = {}): Shown => ({
  note: whole.note(),
  vkeys: whole.vkeys,
  proof: null,
  at: '2026-11-02T09:00:00.000Z',
  ...over,
});
function seen(size: number): Pin {
  const first = comparePin(null, shown({ note: whole.note(size), at: '2026-10-15T09:00:00.000Z' }));
  if (first.state !== 'first') throw new Error('a first visit is a first visit');
  return first.pin;
}

describe('what this browser remembers of the register', () => {
  test('a first visit has nothing to compare with: it remembers what is signed, and when', () => {
    expect(seen(3)).toMatchObject({ firstSize: 3, firstAt: '2026-10-15T09:00:00.000Z' });
    expect(sizeOf(seen(3))).toBe(3);
  });

  test('a first visit to a register whose keys did not sign it remembers nothing', () => {
    const other = registerOf(story(), { seed: 8 });
    expect(comparePin(null, shown({ vkeys: other.vkeys }))).toEqual({
      state: 'alarm',
      reason: 'unknown-key',
    });
  });

  test('a register that grew and proves it is remembered, with the day it was first seen kept', () => {
    const verdict = comparePin(seen(3), shown({ proof: consistency(whole, 3, 5) }));
    expect(verdict).toMatchObject({
      state: 'extended',
      pin: { firstSize: 3, firstAt: '2026-10-15T09:00:00.000Z', seenAt: '2026-11-02T09:00:00.000Z' },
    });
    expect(verdict.state === 'extended' && sizeOf(verdict.pin)).toBe(5);
  });

  test('the same register again is the same', () => {
    expect(comparePin(seen(5), shown())).toMatchObject({ state: 'same' });
  });

  test('a register that grew without a proof, or with a proof of something else, is an alarm', () => {
    const reason = (proof: readonly string[] | null) => comparePin(seen(3), shown({ proof }));
    expect(reason(null)).toEqual({ state: 'alarm', reason: 'proof-missing' });
    expect(reason(consistency(whole, 2, 5))).toEqual({ state: 'alarm', reason: 'not-extended' });
    expect(reason(['not base64!'])).toEqual({ state: 'alarm', reason: 'malformed-proof' });
  });

  test('a history rewritten at the same length shows two signed states: proof of fault', () => {
    const rewritten = registerOf(
      story().map((event) => (event.n === 2 ? { ...event, t: '2026-10-13T08:00:00.000Z' } : event)),
    );
    expect(comparePin(seen(5), shown({ note: rewritten.note() }))).toEqual({
      state: 'alarm',
      reason: 'split-view',
    });
  });

  test('a history rewritten and longer cannot prove that it extends what was seen', () => {
    const rewritten = registerOf(
      story().map((event) => (event.n === 2 ? { ...event, t: '2026-10-13T08:00:00.000Z' } : event)),
    );
    expect(
      comparePin(seen(3), shown({ note: rewritten.note(), proof: consistency(rewritten, 3, 5) })),
    ).toEqual({ state: 'alarm', reason: 'not-extended' });
  });

  test('a register that lost acts is an alarm', () => {
    expect(comparePin(seen(5), shown({ note: whole.note(4) }))).toEqual({ state: 'alarm', reason: 'shrunk' });
  });

  test('another key that suddenly signs, and another register, are told apart', () => {
    const otherKey = registerOf(story(), { seed: 8 });
    expect(comparePin(seen(5), shown({ note: otherKey.note(), vkeys: otherKey.vkeys }))).toEqual({
      state: 'alarm',
      reason: 'unknown-key',
    });
    const otherLog = registerOf(story(), { origin: 'butinerie/other' });
    expect(comparePin(seen(5), shown({ note: otherLog.note(), vkeys: otherLog.vkeys }))).toEqual({
      state: 'alarm',
      reason: 'other-log',
    });
  });

  describe('whose key changed', () => {
    // Whoever holds the next key, from the leaf that names it on.
    const events = story();
    const n = events.length;
    const next = keyOf('butinerie/test', 8);
    const change = keyChange(n, next);
    const changed = registerOf([...events, change], { seed: 8 });
    const lines = [...changed.vkeys, ...whole.vkeys, new TextDecoder().decode(changed.leaves[n])];
    const grown = (over: Partial<Shown> = {}) =>
      shown({ note: changed.note(), vkeys: lines, proof: consistency(changed, n, n + 1), ...over });

    test('a key that the remembered one names is followed; the old one, stolen, is not believed any more', () => {
      const verdict = comparePin(seen(n), grown());
      expect(verdict.state).toBe('extended');
      if (verdict.state !== 'extended') return;
      expect(verdict.pin.vkeys[0]).toBe(changed.vkeys[0]);
      const stolen = registerOf([...events, change, { ...events[0], n: n + 1 } as LedgerEvent], { seed: 7 });
      expect(
        comparePin(verdict.pin, grown({ note: stolen.note(), proof: consistency(stolen, n + 1, n + 2) })),
      ).toEqual({ state: 'alarm', reason: 'retired-key' });
    });

    test('a key that nobody named is an alarm, with the change left out or of somebody else’s making', () => {
      expect(comparePin(seen(n), grown({ vkeys: changed.vkeys }))).toEqual({
        state: 'alarm',
        reason: 'unknown-key',
      });
    });

    test('a key that was lost is announced, and only where the history goes on as it was seen', () => {
      const lost = keyLost(n, next, whole);
      const after = registerOf([...events, lost], { seed: 8 });
      const told = [...after.vkeys, new TextDecoder().decode(after.leaves[n])];
      const state = (from: Pin) =>
        comparePin(from, shown({ note: after.note(), vkeys: told, proof: consistency(after, n, n + 1) }));
      expect(state(seen(n))).toEqual({ state: 'alarm', reason: 'key-lost' });
      expect(state(seen(n - 1))).toEqual({ state: 'alarm', reason: 'not-extended' });
    });
  });

  test('a memory that cannot be read any more is a first visit, not an alarm', () => {
    expect(comparePin({ ...seen(3), note: 'damaged' }, shown())).toMatchObject({ state: 'first' });
  });
});

describe('where it is kept', () => {
  beforeEach(forgetRegister);

  test('a pin comes back as it was kept, anything else does not', () => {
    keepPin(seen(3));
    expect(keptPin()).toEqual(seen(3));
    localStorage.setItem('butinerie.register', '{"note":1}');
    expect(keptPin()).toBeNull();
  });

  test('the first proof of a fault stays until a person decides, even when all seems well again', () => {
    raiseAlarm({ reason: 'shrunk', seen: 'a', shown: 'b', at: '2026-11-02T09:00:00.000Z' });
    raiseAlarm({ reason: 'other-log', seen: 'c', shown: 'd', at: '2026-11-03T09:00:00.000Z' });
    expect(keptAlarm()).toMatchObject({ reason: 'shrunk', seen: 'a' });
    forgetRegister();
    expect(keptAlarm()).toBeNull();
    expect(keptPin()).toBeNull();
  });
});
