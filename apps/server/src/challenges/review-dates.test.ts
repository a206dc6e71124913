import { mintId, type LocalTime } from '@butinerie/contracts';
import type { Outcomes } from '@butinerie/domain';
import { expect, test } from 'vitest';
import type { ChallengeRecord } from './index.ts';
import { reviewDates } from './review-dates.ts';

const paris = (local: string): LocalTime => ({ local, timeZone: 'Europe/Paris' });

test('a reading of the outcomes that was slow does not undo what one begun after it found', async () => {
  // Only what is asked of a record here.
  const record = {
    id: mintId('challenge'),
    opensAt: paris('2026-10-12T09:00'),
    ideasUntil: paris('2026-10-23T17:00'),
    closesAt: paris('2026-10-30T17:00'),
    decisionDueAt: paris('2026-11-10T17:00'),
    results: { publishedAt: new Date('2026-11-02T08:00:00Z') },
  } as ChallengeRecord;
  const dates = reviewDates({ record: async () => record });
  const answers: ((outcomes: Outcomes) => void)[] = [];
  dates.readFrom(() => new Promise((resolve) => answers.push(resolve)));
  const looks = [dates.look(record.id), dates.look(record.id)];
  await expect.poll(() => answers.length).toBe(2);
  // Declined while the first reading, which saw it waiting, was under way.
  answers[1]?.({ adopted: [], waiting: 0 });
  await looks[1];
  const found = dates.of(record.id);
  expect(found).not.toBeNull();
  answers[0]?.({ adopted: [], waiting: 1 });
  await looks[0];
  expect(dates.of(record.id)).toEqual(found);
});
