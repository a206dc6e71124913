import { expect, test } from 'vitest';
import { gate } from './gate.ts';

interface Work {
  readonly done: () => void;
  readonly failed: () => void;
}
function workshop() {
  const under: Work[] = [];
  let most = 0;
  let inside = 0;
  const work = async (): Promise<string> => {
    most = Math.max(most, ++inside);
    try {
      await new Promise<void>((done, reject) => under.push({ done, failed: () => reject(new Error('no')) }));
      return 'done';
    } finally {
      inside -= 1;
    }
  };
  return { work, under, most: () => most };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('two work at once, three wait, the rest is told to come back', async () => {
  const { work, under, most } = workshop();
  const enter = gate({ atOnce: 2, waiting: 3 });
  const all = Array.from({ length: 8 }, () => enter(work));
  await turn();
  expect(under).toHaveLength(2);
  for (let n = 0; n < 5; n++) {
    under[n]?.done();
    await turn();
  }
  const answers = await Promise.all(all);
  expect(answers.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => ({ ok: true, value: 'done' })));
  expect(answers.slice(5)).toEqual(
    Array.from({ length: 3 }, () => ({
      ok: false,
      failure: { code: 'too-many-requests', retryAfterSeconds: 5 },
    })),
  );
  expect(most()).toBe(2);
});

test('work that fails leaves its place to the next', async () => {
  const { work, under } = workshop();
  const enter = gate({ atOnce: 1, waiting: 1 });
  const first = enter(work);
  const second = enter(work);
  under[0]?.failed();
  await expect(first).rejects.toThrow('no');
  await turn();
  under[1]?.done();
  expect(await second).toEqual({ ok: true, value: 'done' });
});
