import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { settableClock, systemClock, wakeAt } from './clock.ts';

const DAY = 86_400_000;
const start = new Date('2026-03-02T08:00:00.000Z');
const inDays = (days: number): Date => new Date(start.getTime() + days * DAY);

beforeEach(() => void vi.useFakeTimers({ now: start }));
afterEach(() => void vi.useRealTimers());

describe('a settable clock', () => {
  test('stands still until it is moved', () => {
    const clock = settableClock(start);
    vi.advanceTimersByTime(DAY);
    expect(clock.now()).toEqual(start);
    clock.advance(DAY);
    expect(clock.now()).toEqual(inDays(1));
    clock.set(inDays(21));
    expect(clock.now()).toEqual(inDays(21));
  });

  test('a running one goes on from where it was set', () => {
    const clock = settableClock(start, { running: true });
    clock.set(inDays(21));
    vi.advanceTimersByTime(5_000);
    expect(clock.now()).toEqual(new Date(inDays(21).getTime() + 5_000));
  });
});

describe('waking at a date', () => {
  test('happens once when a settable clock is moved past it, and not before', () => {
    const clock = settableClock(start);
    const due = vi.fn<() => void>();
    wakeAt(clock, inDays(21), due);
    clock.set(inDays(20));
    vi.runOnlyPendingTimers();
    expect(due).not.toHaveBeenCalled();
    clock.set(inDays(22));
    clock.set(inDays(23));
    expect(due).toHaveBeenCalledTimes(1);
  });

  test('leaves no timer running on a clock that stands still', () => {
    wakeAt(settableClock(start), inDays(1), () => {});
    vi.runOnlyPendingTimers();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('waits longer than one timer of the machine can', () => {
    const due = vi.fn<() => void>();
    wakeAt(systemClock, inDays(30), due);
    vi.advanceTimersByTime(30 * DAY - 1);
    expect(due).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(due).toHaveBeenCalledTimes(1);
  });

  test('a date already past is due at once, but never inside the call', () => {
    const due = vi.fn<() => void>();
    wakeAt(systemClock, inDays(-1), due);
    expect(due).not.toHaveBeenCalled();
    vi.advanceTimersByTime(0);
    expect(due).toHaveBeenCalledTimes(1);
  });

  test('notices within a minute that the clock of the machine was corrected', () => {
    const due = vi.fn<() => void>();
    wakeAt(systemClock, inDays(1), due);
    vi.setSystemTime(inDays(2));
    vi.advanceTimersByTime(60_000);
    expect(due).toHaveBeenCalledTimes(1);
  });

  test('can be cancelled', () => {
    const clock = settableClock(start);
    const due = vi.fn<() => void>();
    wakeAt(clock, inDays(1), due)();
    clock.set(inDays(2));
    vi.runAllTimers();
    expect(due).not.toHaveBeenCalled();
  });
});
