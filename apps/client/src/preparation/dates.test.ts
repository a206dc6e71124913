import type { Challenge } from '@butinerie/contracts';
import { mintId } from '@butinerie/contracts';
import { describe, expect, test } from 'vitest';
import { defaultDates } from './default-dates.ts';
import { formOf, newForm, timeBoxOf, type Form } from './form.ts';
import { canSave, durationsOf, isAhead, notesOn, readDates } from './read-dates.ts';

const AUTUMN = new Date('2026-10-05T08:00:00Z');
const form = (change: Partial<Form> = {}): Form => ({ ...newForm(AUTUMN), ...change });
const read = (change: Partial<Form> = {}, now = AUTUMN) => readDates(form(change), now);

describe('the three weeks proposed', () => {
  test('[S19] over the end of summer time they open at 07:00Z and close at 16:00Z', () => {
    const dates = read();
    expect(dates.opensAt.instant?.toISOString()).toBe('2026-10-12T07:00:00.000Z');
    expect(dates.closesAt.instant?.toISOString()).toBe('2026-10-30T16:00:00.000Z');
  });

  test('over the beginning of summer time they close at 15:00Z, the same hour on the wall', () => {
    const dates = readDates(newForm(new Date('2027-03-08T08:00:00Z')), new Date('2027-03-08T08:00:00Z'));
    expect(dates.opensAt.instant?.toISOString()).toBe('2027-03-15T08:00:00.000Z');
    expect(dates.closesAt.instant?.toISOString()).toBe('2027-04-02T15:00:00.000Z');
  });

  test('are a Monday, the Friday of the second week, that of the third, and that of the fifth', () => {
    expect(defaultDates(AUTUMN, 'Europe/Paris')).toEqual({
      opensAt: '2026-10-12T09:00',
      ideasUntil: '2026-10-23T17:00',
      closesAt: '2026-10-30T17:00',
      decisionDueAt: '2026-11-13T17:00',
    });
  });

  test('begin neither sooner than five days ahead nor on a holiday', () => {
    expect(defaultDates(new Date('2026-10-08T08:00:00Z'), 'Europe/Paris').opensAt).toBe('2026-10-19T09:00');
    // Easter Monday of 2027, and then the Monday after.
    expect(defaultDates(new Date('2027-03-23T08:00:00Z'), 'Europe/Paris').opensAt).toBe('2027-04-05T09:00');
  });

  test('of a format of the house keep its lengths and hours; what cannot fall on a working day goes to the next', () => {
    const times = {
      opensAt: { days: 0, time: '08:30' },
      ideasUntil: { days: 3, time: '12:00' },
      closesAt: { days: 5, time: '18:00' },
      decisionDueAt: { days: 9, time: '18:00' },
    };
    expect(defaultDates(AUTUMN, 'Europe/Paris', times)).toEqual({
      opensAt: '2026-10-12T08:30',
      ideasUntil: '2026-10-15T12:00',
      // Five days after a Monday is never one: the Monday after.
      closesAt: '2026-10-19T18:00',
      decisionDueAt: '2026-10-21T18:00',
    });
  });

  test('of a flash or of one directorate are fewer weeks, of working days too', () => {
    expect(defaultDates(AUTUMN, 'Europe/Paris', 'flash')).toEqual({
      opensAt: '2026-10-12T09:00',
      ideasUntil: '2026-10-14T17:00',
      closesAt: '2026-10-16T17:00',
      decisionDueAt: '2026-10-23T17:00',
    });
    expect(defaultDates(AUTUMN, 'Europe/Paris', 'oneDirectorate')).toMatchObject({
      ideasUntil: '2026-10-20T17:00',
      closesAt: '2026-10-23T17:00',
    });
    // The Wednesday of that week is the eleventh of November.
    const november = defaultDates(new Date('2026-11-02T08:00:00Z'), 'Europe/Paris', 'flash');
    expect(november.opensAt).toBe('2026-11-16T09:00');
  });

  test('hold together, and say how long each part lasts', () => {
    expect(isAhead(read())).toBe(true);
    expect(durationsOf(read(), 'Europe/Paris')).toEqual({ toPropose: 12, toRebound: 7, toAnswer: 14 });
  });
});

describe('hours on the wall', () => {
  test('[S23] an hour that does not exist is said to, and nothing can be saved', () => {
    const dates = read({ closesAt: '2027-03-28T02:30', decisionDueAt: '2027-04-28T02:30' });
    expect(dates.closesAt.problem).toBe('impossible');
    expect(canSave(dates)).toBe(false);
  });

  test('[S23] an hour that comes twice asks which one, and each answer is another instant', () => {
    const twice = { closesAt: '2026-10-25T02:30' };
    expect(read(twice).closesAt).toMatchObject({ problem: 'ambiguous', twice: true });
    const summer = read({ ...twice, closesAtFold: 'earlier' }).closesAt;
    const winter = read({ ...twice, closesAtFold: 'later' }).closesAt;
    expect(summer.instant?.toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(winter.instant?.toISOString()).toBe('2026-10-25T01:30:00.000Z');
    // The question stays, so that the answer can be changed.
    expect(winter.twice).toBe(true);
  });

  test('which of two hours was chosen is said only where there are two', () => {
    expect(timeBoxOf(form({ closesAtFold: 'later' })).closesAt).toEqual({
      local: '2026-10-30T17:00',
      timeZone: 'Europe/Paris',
    });
    expect(timeBoxOf(form({ closesAt: '2026-10-25T02:30', closesAtFold: 'later' })).closesAt.fold).toBe(
      'later',
    );
  });

  test('is found again in what was saved, which keeps only the instant', () => {
    const at = (local: string, instant: string) => ({ local, timeZone: 'Europe/Paris', instant });
    const saved = {
      id: mintId('challenge'),
      question: 'Q',
      brief: '',
      opensAt: at('2026-10-12T09:00', '2026-10-12T07:00:00.000Z'),
      ideasUntil: at('2026-10-25T02:30', '2026-10-25T00:30:00.000Z'),
      closesAt: at('2026-10-25T02:30', '2026-10-25T01:30:00.000Z'),
      decisionDueAt: at('2026-11-13T17:00', '2026-11-13T16:00:00.000Z'),
    } as Challenge;
    expect(formOf(saved)).toMatchObject({
      opensAtFold: '',
      ideasUntilFold: 'earlier',
      closesAtFold: 'later',
    });
  });

  test('dates out of order say which one; a past opening can be kept and not scheduled', () => {
    expect(read({ closesAt: '2026-10-22T17:00' }).closesAt.problem).toBe('before-ideas-until');
    const late = read({}, new Date('2026-10-13T08:00:00Z'));
    expect(late.opensAt.problem).toBe('in-the-past');
    expect([canSave(late), isAhead(late)]).toEqual([true, false]);
  });

  test.each([
    ['2026-11-11T17:00', ['holiday']],
    ['2026-10-30T17:00', []],
    ['2026-10-30T18:00', ['friday-evening']],
    ['2026-10-31T10:00', ['weekend']],
    ['2026-10-28T23:59', ['out-of-hours']],
  ])('%s deserves %j', (local, notes) => {
    expect(notesOn(local)).toEqual(notes);
  });
});
