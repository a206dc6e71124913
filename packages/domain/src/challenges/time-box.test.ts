import { expect, test } from 'vitest';
import { codeOf } from '../testing/cast.ts';
import { autumn } from '../testing/challenges.ts';
import { checkTimeBox, checkTimeBoxAhead, readTimeBox } from './time-box.ts';

const paris = (local: string) => ({ local, timeZone: 'Europe/Paris' });
const box = {
  opensAt: paris('2026-10-12T09:00'),
  ideasUntil: paris('2026-10-23T17:00'),
  closesAt: paris('2026-10-30T17:00'),
  decisionDueAt: paris('2026-11-13T17:00'),
};

test('[CH9] dates in order hold, also where ideas are welcome until closing', () => {
  expect(codeOf(checkTimeBox(autumn))).toBe('ok');
  expect(codeOf(checkTimeBox({ ...autumn, ideasUntil: autumn.closesAt }))).toBe('ok');
});

test('[CH9] every field that does not hold is named', () => {
  const turned = {
    opensAt: autumn.opensAt,
    ideasUntil: autumn.opensAt,
    closesAt: new Date(autumn.opensAt.getTime() - 1),
    decisionDueAt: new Date(autumn.opensAt.getTime() - 1),
  };
  expect(checkTimeBox(turned)).toEqual({
    ok: false,
    failure: {
      code: 'invalid-dates',
      problems: [
        { field: 'ideasUntil', problem: 'not-after-opening' },
        { field: 'closesAt', problem: 'before-ideas-until' },
        { field: 'decisionDueAt', problem: 'not-after-closing' },
      ],
    },
  });
});

test('[CH10] an opening at most fifteen minutes gone opens at once, an older one is refused', () => {
  const after = (minutes: number): Date => new Date(autumn.opensAt.getTime() + minutes * 60_000);
  expect(codeOf(checkTimeBoxAhead(autumn, after(15)))).toBe('ok');
  const late = checkTimeBoxAhead(autumn, new Date(after(15).getTime() + 1));
  expect(late).toMatchObject({ failure: { problems: [{ field: 'opensAt', problem: 'in-the-past' }] } });
});

test('[CH11] the dates are read as the places show them', () => {
  expect(readTimeBox(box)).toEqual({
    ok: true,
    value: {
      opensAt: autumn.opensAt,
      ideasUntil: autumn.ideasUntil,
      closesAt: autumn.closesAt,
      decisionDueAt: autumn.decisionDueAt,
    },
  });
});

test.each(['opensAt', 'ideasUntil', 'closesAt', 'decisionDueAt'] as const)(
  '[CH11] an hour of %s that cannot be read is refused with its name',
  (field) => {
    const impossible = readTimeBox({ ...box, [field]: paris('2027-03-28T02:30') });
    expect(impossible).toMatchObject({
      failure: { code: 'impossible-hour', field, local: '2027-03-28T02:30' },
    });
    const ambiguous = readTimeBox({ ...box, [field]: paris('2026-10-25T02:30') });
    expect(ambiguous).toMatchObject({ failure: { code: 'ambiguous-hour', field } });
  },
);
