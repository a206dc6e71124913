import { mintId } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { acceptPeopleRows, checkPeopleRows } from './people-rows.ts';

const known = new Map([['ada@valdoise.example', mintId('person')]]);
const row = (number: number, name: string, directorate: string, mail: string | null) => ({
  row: number,
  name,
  directorate,
  mail,
});

test('[AC10] a list without a fault is taken, trimmed, an empty mailbox being none', () => {
  const rows = checkPeopleRows(
    [row(2, ' Inès Ça ', 'Routes', ' ines@valdoise.example'), row(3, 'Paul', 'Routes ', '  ')],
    known,
  );
  expect(rows).toEqual([
    { row: 2, name: 'Inès Ça', directorate: 'Routes', mail: 'ines@valdoise.example', reasons: [] },
    { row: 3, name: 'Paul', directorate: 'Routes', mail: null, reasons: [] },
  ]);
  expect(acceptPeopleRows(rows)).toEqual({ ok: true, value: rows });
});

test('[AC10] each row that cannot be taken is named with all its reasons, and none is taken', () => {
  const rows = checkPeopleRows(
    [
      row(2, 'Paul', 'Routes', null),
      row(3, ' ', '', 'not a mailbox'),
      row(4, 'x'.repeat(121), 'Routes', 'ada@valdoise.example'),
      row(5, 'Marie', 'Routes', 'm@valdoise.example'),
      row(6, 'Marie bis', 'Routes', 'm@valdoise.example'),
    ],
    known,
  );
  expect(acceptPeopleRows(rows)).toEqual({
    ok: false,
    failure: {
      code: 'invalid-people',
      rows: [
        { row: 3, reasons: ['name-missing', 'directorate-missing', 'mail-malformed'] },
        { row: 4, reasons: ['name-too-long', 'mail-known'] },
        { row: 5, reasons: ['mail-twice-in-list'] },
        { row: 6, reasons: ['mail-twice-in-list'] },
      ],
    },
  });
});

test('[AC11] mailboxes are the same whatever the case', () => {
  const reasons = checkPeopleRows(
    [
      row(1, 'Ada', 'Routes', 'ADA@valdoise.example'),
      row(2, 'Bob', 'Routes', 'bob@valdoise.example'),
      row(3, 'Bob', 'Routes', 'Bob@Valdoise.example'),
    ],
    known,
  ).map((each) => each.reasons);
  expect(reasons).toEqual([['mail-known'], ['mail-twice-in-list'], ['mail-twice-in-list']]);
});

test('[AC11] the same list sent again with the same ids is taken again', () => {
  const id = known.get('ada@valdoise.example') ?? mintId('person');
  const again = { ...row(1, 'Ada', 'Routes', 'ada@valdoise.example'), id };
  expect(checkPeopleRows([again], known)[0]?.reasons).toEqual([]);
});
