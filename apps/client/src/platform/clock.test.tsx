import { act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { draw, readable } from '../testing/draw.tsx';
import { serverNow, setServerTime, useNow } from './clock.ts';

const CLOSING = '2026-10-30T16:00:00.000Z';
const shift = (milliseconds: number): string => new Date(Date.parse(CLOSING) + milliseconds).toISOString();

function Phase() {
  return <p>{useNow(CLOSING, null) >= Date.parse(CLOSING) ? 'fermé' : 'ouvert'}</p>;
}

beforeEach(() => vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] }));
afterEach(async () => {
  await act(async () => setServerTime(new Date().toISOString()));
  vi.useRealTimers();
});

test('a screen closes when the server’s clock says so, whatever the device believes', async () => {
  vi.setSystemTime('2020-01-01T00:00:00Z');
  const { page } = await draw(<Phase />, { session: { serverTime: shift(-60_000) } });
  expect(readable(page)).toBe('ouvert');
  await act(() => vi.advanceTimersByTimeAsync(59_000));
  expect(readable(page)).toBe('ouvert');
  await act(() => vi.advanceTimersByTimeAsync(1_100));
  expect(readable(page)).toBe('fermé');
});

test('a boundary beyond the longest timer is still waited for', async () => {
  const { page } = await draw(<Phase />, { session: { serverTime: shift(-40 * 86_400_000) } });
  await act(() => vi.advanceTimersByTimeAsync(39 * 86_400_000));
  expect(readable(page)).toBe('ouvert');
  await act(() => vi.advanceTimersByTimeAsync(86_400_000 + 100));
  expect(readable(page)).toBe('fermé');
});

test('a news of the server’s time re-arms the screen at once', async () => {
  const { page } = await draw(<Phase />, { session: { serverTime: shift(-86_400_000) } });
  await act(async () => setServerTime(shift(5)));
  expect(readable(page)).toBe('fermé');
});

test('half of the way an answer took has passed since it was stamped', () => {
  setServerTime(CLOSING, 4_000);
  expect(serverNow()).toBe(Date.parse(CLOSING) + 2_000);
});
