import { mintId } from '@butinerie/contracts';
import { describe, expect, test } from 'vitest';
import { bodyOf, datesFrom, emptyDraft, missingIn } from './draft-adoption.ts';

const monday = Date.parse('2026-11-16T09:00:00.000Z');
const dates = datesFrom(monday);
const written = {
  ...emptyDraft(mintId('directorate'), dates),
  pilot: mintId('person'),
  promise: 'Nous l’essayons dans deux centres.',
  milestone: 'Premier centre équipé',
};

describe('what a directorate writes before it commits', () => {
  test('the dates are those of an adoption today: 90 calendar days, 15 working days', () => {
    expect(dates).toEqual({ today: '2026-11-16', dueOn: '2027-02-14', answerBy: '2026-12-07' });
  });

  test('the day counted is that of Paris, not of Greenwich', () => {
    expect(datesFrom(Date.parse('2026-11-15T23:30:00.000Z')).today).toBe('2026-11-16');
  });

  test('an empty page says everything that is missing, and only that', () => {
    expect(missingIn(emptyDraft('', dates), dates)).toEqual(['directorate', 'pilot', 'promise', 'milestone']);
    expect(missingIn(written, dates)).toEqual([]);
  });

  test('a milestone lies between today and the last of the ninety days', () => {
    const on = (dueOn: string) => missingIn({ ...written, dueOn }, dates);
    expect([on('2026-11-15'), on('2027-02-15'), on('')]).toEqual([['dueOn'], ['dueOn'], ['dueOn']]);
    expect([on('2026-11-16'), on('2027-02-14')]).toEqual([[], []]);
  });

  test('half-days are a whole number up to 120', () => {
    const wrong = ['', ' ', '-1', '2.5', '121', 'six'].map((halfDays) =>
      missingIn({ ...written, halfDays }, dates),
    );
    expect(wrong).toEqual(wrong.map(() => ['halfDays']));
  });

  test('what is complete is what the contract takes; an identifier of no shape is not', () => {
    expect(bodyOf(written)).toMatchObject({ milestone: { dueOn: '2026-12-16' }, halfDays: 12 });
    expect(bodyOf({ ...written, pilot: 'somebody' })).toBeNull();
  });
});
