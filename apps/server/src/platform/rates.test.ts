import { expect, test } from 'vitest';
import { limiter } from './rates.ts';

function counted(rate: { points: number; seconds: number }) {
  let at = 1_000;
  const ask = limiter(rate, () => at);
  return { ask, passes: (seconds: number) => void (at += seconds * 1_000) };
}

test('so many points in a window that begins with the first; what is beyond waits for its end', async () => {
  const { ask, passes } = counted({ points: 3, seconds: 10 });
  passes(4);
  expect(await ask('a', 2)).toBeNull();
  passes(9);
  expect(await ask('a')).toBeNull();
  expect(await ask('a')).toMatchObject({ code: 'too-many-requests', retryAfterSeconds: 1 });
  expect(await ask('b', 4)).toMatchObject({ retryAfterSeconds: 10 });
  passes(1);
  expect(await ask('a', 3)).toBeNull();
  expect(await ask('b')).not.toBeNull();
});

test('a window is kept until it is over, whatever turns fall into it', async () => {
  for (let late = 0; late < 40; late++) {
    const { ask, passes } = counted({ points: 1, seconds: 10 });
    for (let second = 0; second < late; second++, passes(1)) await ask(`other ${second}`);
    expect(await ask('a')).toBeNull();
    for (let second = 1; second < 10; second++) {
      passes(1);
      expect({ late, second, failure: await ask('a') }).toMatchObject({
        failure: { retryAfterSeconds: 10 - second },
      });
    }
    passes(1);
    expect(await ask('a')).toBeNull();
  }
});
