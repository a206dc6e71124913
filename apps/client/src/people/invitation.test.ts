import type { PersonId, PersonRecord, PreviewedRow } from '@butinerie/contracts';
import { mintId } from '@butinerie/contracts';
import { describe, expect, test } from 'vitest';
import { findPeople } from './find-people.ts';
import { holders, isValid, markRefused, mend, readyRows, rowsToSend } from './invitation.ts';

const row = (n: number, reasons: PreviewedRow['reasons'] = []): PreviewedRow => ({
  row: n,
  name: `Personne ${n}`,
  directorate: 'Routes',
  mail: `p${n}@collectivite.fr`,
  reasons,
});
const twenty = (): PreviewedRow[] =>
  Array.from({ length: 20 }, (_, n) =>
    n === 4
      ? { ...row(n + 2, ['name-missing']), name: '' }
      : n === 9
        ? { ...row(n + 2, ['mail-malformed']), mail: 'nadia' }
        : row(n + 2),
  );
const nobody: ReadonlyMap<string, PersonId> = new Map();

describe('a list on its way to being an invitation', () => {
  test('what is sent is the valid rows and never one that was left aside', () => {
    const rows = readyRows(twenty());
    expect(rowsToSend(rows)).toHaveLength(18);
    expect(rowsToSend(rows).map(({ name }) => name)).not.toContain('');
  });

  test('a retry names the same people: ids are made once, when the list is read', () => {
    const rows = readyRows(twenty());
    const again = mend(
      rows,
      { id: rows[0]!.id, mended: { name: 'Autre', directorate: 'Routes', mail: null } },
      nobody,
    );
    expect(again.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(20);
  });

  test('a mended row joins the valid ones and its field keeps the space being typed', () => {
    const rows = readyRows(twenty());
    const missing = rows[4]!;
    const mended = mend(rows, { id: missing.id, mended: { ...missing, name: 'Marie ' } }, nobody);
    expect(mended[4]).toMatchObject({ name: 'Marie ', reasons: [] });
    expect(rowsToSend(mended)).toHaveLength(19);
    expect(rowsToSend(mended)[4]?.name).toBe('Marie');
  });

  test('a mailbox named twice keeps two rows back, and changing one frees both', () => {
    const first = { ...row(2, ['mail-twice-in-list']), mail: 'same@collectivite.fr' };
    const rows = readyRows([first, { ...first, row: 3 }]);
    expect(rowsToSend(rows)).toHaveLength(0);
    const freed = mend(
      rows,
      { id: rows[1]!.id, mended: { ...rows[1]!, mail: 'other@collectivite.fr' } },
      nobody,
    );
    expect(freed.every(isValid)).toBe(true);
  });

  test('a valid row whose mailbox is then typed into another one is shown among those to mend', () => {
    const rows = readyRows([row(2), { ...row(3, ['mail-malformed']), mail: 'p2@' }]);
    const { id, name, directorate } = rows[1]!;
    const mended = mend(rows, { id, mended: { name, directorate, mail: 'p2@collectivite.fr' } }, nobody);
    expect(mended[0]).toMatchObject({ reasons: ['mail-twice-in-list'], doubtful: true });
  });

  test('the mailbox of somebody already invited is refused here too, whatever its case', () => {
    const known = holders([{ id: mintId('person'), mail: 'Nadia@collectivite.fr' } as PersonRecord]);
    const rows = readyRows([row(2)]);
    const mended = mend(
      rows,
      { id: rows[0]!.id, mended: { ...rows[0]!, mail: 'nadia@Collectivite.fr' } },
      known,
    );
    expect(mended[0]?.reasons).toEqual(['mail-known']);
  });

  test('a refusal of the server names rows of what was sent; the list marks its own', () => {
    const rows = readyRows(twenty());
    // The fifth row was left aside: the fifth that was sent is the sixth of the list.
    const marked = markRefused(rows, { code: 'invalid-people', rows: [{ row: 5, reasons: ['mail-known'] }] });
    expect(marked[5]).toMatchObject({ row: 7, reasons: ['mail-known'], doubtful: true });
    expect(rowsToSend(marked)).toHaveLength(17);
  });
});

test('people are found without accents, in any order of words', () => {
  const people = [
    { name: 'Élodie Père', mail: null, directorate: { id: '', name: 'Forêts' } },
  ] as unknown as PersonRecord[];
  expect(findPeople(people, 'pere  elodie')).toHaveLength(1);
  expect(findPeople(people, 'foret')).toHaveLength(1);
  expect(findPeople(people, 'forêt routes')).toHaveLength(0);
});
