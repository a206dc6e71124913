import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import writeXlsxFile from 'write-excel-file/node';
import { expect, test } from 'vitest';
import { cleanCell } from '../../platform/tables/clean-cell.ts';
import { readList } from './read-list.ts';
import { pack, unpackWithin } from '../../platform/tables/repack-zip.ts';

const file = (bytes: Uint8Array, fileName = 'agents.csv') => ({
  fileName,
  base64: Buffer.from(bytes).toString('base64'),
});
const latin = (text: string) => Buffer.from(text, 'latin1');

async function listOf(source: Parameters<typeof readList>[0]) {
  const list = await readList(source);
  if (!list.ok) throw new Error(list.failure.reason);
  return list.value;
}
async function reasonOf(source: Parameters<typeof readList>[0]) {
  const list = await readList(source);
  return list.ok ? 'readable' : list.failure.reason;
}
const plain = (row: { row: number; name: string; directorate: string; mail: string | null }) => [
  row.row,
  row.name,
  row.directorate,
  row.mail,
];

test('a file as Excel writes it in France, semicolons and Windows-1252, keeps its accents', async () => {
  const list = await listOf(
    file(
      Buffer.concat([
        latin('Prénom;Nom;Direction;Courriel\r\nZoé;Lefèvre;Action sociale;zoe@exemple.test\r\n'),
        // 0x9c is the ligature that Latin-1 lacks and Windows-1252 has.
        latin('Ren\u00e9;Le C\u009cur;Routes;\r\n'),
      ]),
    ),
  );
  expect(list).toMatchObject({ format: 'csv', encoding: 'windows-1252' });
  expect(list.rows.map(plain)).toEqual([
    [2, 'Zoé Lefèvre', 'Action sociale', 'zoe@exemple.test'],
    [3, 'René Le Cœur', 'Routes', null],
  ]);
});

test.each([
  ['with', '\uFEFF'],
  ['without', ''],
])('UTF-8 %s a byte order mark reads the same', async (_, mark) => {
  const list = await listOf(
    file(Buffer.from(`${mark}nom,service,e-mail\nÉlodie Ça,Bâtiments,e@exemple.test\n`)),
  );
  expect(list.encoding).toBe('utf-8');
  expect(list.rows.map(plain)).toEqual([[2, 'Élodie Ça', 'Bâtiments', 'e@exemple.test']]);
});

test('cells pasted from a sheet come with tabs, and no header is needed', async () => {
  const list = await listOf({ pasted: 'Ana Petit\tRoutes\tana@exemple.test\n\nBo Grand\tRoutes\t-\n' });
  expect(list).toMatchObject({ format: 'pasted', encoding: 'none' });
  expect(list.rows.map(plain)).toEqual([
    [1, 'Ana Petit', 'Routes', 'ana@exemple.test'],
    [3, 'Bo Grand', 'Routes', null],
  ]);
});

test('without a header the column where an @ shows is the mail, wherever it stands', async () => {
  const list = await listOf({ pasted: 'ana@exemple.test;Ana Petit;Routes\n;Bo Grand;Routes' });
  expect(list.rows.map(plain)).toEqual([
    [1, 'Ana Petit', 'Routes', 'ana@exemple.test'],
    [2, 'Bo Grand', 'Routes', null],
  ]);
});

test('a comma inside a name does not win over the semicolons between the cells', async () => {
  const list = await listOf({
    pasted: 'Petit, Ana;Routes;ana@exemple.test\nGrand, Bo;Routes;bo@exemple.test',
  });
  expect(list.rows[0]?.name).toBe('Petit, Ana');
});

test('English headers, quotes, the separator line of Excel and a nickname between quotes are understood', async () => {
  const list = await listOf({
    pasted:
      'sep=,\r\nFull name,Department,E-mail address\r\n"Lee, Ann",Roads,ann@example.test\r\nBo "Bob" Ray,Roads,',
  });
  expect(list.rows.map(plain)).toEqual([
    [2, 'Lee, Ann', 'Roads', 'ann@example.test'],
    [3, 'Bo "Bob" Ray', 'Roads', null],
  ]);
});

test('a service stands in where the direction is empty', async () => {
  const list = await listOf({ pasted: 'nom;direction;service\nA;Routes;Dépôt\nB;;Accueil' });
  expect(list.rows.map((row) => row.directorate)).toEqual(['Routes', 'Accueil']);
});

test('a line break or a control character in a cell ends as a space: no second line hides in a name', async () => {
  const list = await listOf({ pasted: 'nom;direction\n"Ana\r\nBcc: all@exemple.test";Rou\u0000\u0007tes' });
  expect(list.rows[0]).toMatchObject({ name: 'Ana Bcc: all@exemple.test', directorate: 'Rou tes' });
});

test('a sheet of a spreadsheet reads like a file, numbers as they are written', async () => {
  const bytes = await writeXlsxFile([
    [{ value: 'Nom' }, { value: 'Service' }, { value: 'Mél' }],
    [{ value: 'Zoé Lefèvre' }, { value: 'Accueil' }, { value: 'zoe@exemple.test' }],
    [{ value: 'Agent' }, { value: 95, type: Number }, null],
  ]).toBuffer();
  const list = await listOf(file(bytes, 'agents.xlsx'));
  expect(list).toMatchObject({ format: 'xlsx', encoding: 'none' });
  expect(list.rows.map(plain)).toEqual([
    [2, 'Zoé Lefèvre', 'Accueil', 'zoe@exemple.test'],
    [3, 'Agent', '95', null],
  ]);
});

test.each([
  ['an empty paste', { pasted: ' \n\t\n' }, 'empty'],
  ['a header alone', { pasted: 'nom;direction;mail\n' }, 'empty'],
  ['a quote that never closes', { pasted: '"Ana;Routes\nBo;Routes' }, 'open-quote'],
  ['a picture', file(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])), 'not-a-list'],
  ['an Excel file of before 2007', file(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1])), 'old-excel'],
  ['an archive cut short', file(Buffer.from('PK\u0003\u0004 and then nothing')), 'damaged-xlsx'],
  ['too many rows', { pasted: 'Ana;Routes\n'.repeat(5_001) }, 'too-many-rows'],
])('%s is refused with its reason', async (_, source, reason) => {
  expect(await reasonOf(source)).toBe(reason);
});

/** A real workbook whose sheet is replaced. */
async function workbookWith(sheet: string): Promise<Buffer> {
  const bytes = await writeXlsxFile([[{ value: 'x' }]]).toBuffer();
  const entries = unpackWithin(bytes, { bytes: 1_000_000, entries: 100 }) ?? [];
  return pack(
    entries.map((entry) =>
      entry.name.endsWith('sheet1.xml') ? { ...entry, content: Buffer.from(sheet) } : entry,
    ),
  );
}
const sheetOf = (cells: string) => `<worksheet><sheetData>${cells}</sheetData></worksheet>`;

test('a replaced sheet is read, so that the refusals below are about its content', async () => {
  const row = `<row r="1"><c r="A1" t="inlineStr"><is><t>Ana</t></is></c></row>`;
  expect((await listOf(file(await workbookWith(sheetOf(row))))).rows).toHaveLength(1);
});

test.each([
  ['a cell in the last corner', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'],
  ['a row far away', `<row r='999999999'><c r='A1'><v>1</v></c></row>`],
  ['a name hidden behind entities', '<row r="1"><c r="&#88;FD1"><v>1</v></c></row>'],
  ['broken XML', '<row r="1"><c r="A1"><v>1</c'],
])('a spreadsheet with %s is refused without taking the memory', async (_, cells) => {
  expect(await reasonOf(file(await workbookWith(sheetOf(cells))))).toBe('damaged-xlsx');
});

test('an archive that unpacks to more than its budget is refused, whatever size it declares', () => {
  const bomb = pack([{ name: 'xl/a.xml', content: Buffer.from('small') }]);
  const packed = deflateRawSync(Buffer.alloc(5_000_000));
  const directory = bomb.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  const head = Buffer.from(bomb.subarray(0, 38));
  const rest = Buffer.from(bomb.subarray(directory));
  head.writeUInt16LE(8, 8);
  rest.writeUInt16LE(8, 10);
  rest.writeUInt32LE(packed.length, 20);
  rest.writeUInt32LE(38 + packed.length, rest.length - 6);
  const lying = Buffer.concat([head, packed, rest]);
  expect(unpackWithin(lying, { bytes: 6_000_000, entries: 10 })?.[0]?.content.length).toBe(5_000_000);
  expect(unpackWithin(lying, { bytes: 1_000_000, entries: 10 })).toBeNull();
});

const dataFolder =
  process.env['BUTINERIE_TEST_DATA'] ?? new URL('../../../../../../shared/data', import.meta.url).pathname;
function payloads(): Record<string, { payload: string }[]> | null {
  try {
    return JSON.parse(readFileSync(`${dataFolder}/payloads/payloads.json`, 'utf8'));
  } catch {
    console.warn(`SKIPPED: hostile payloads are not in ${dataFolder}; set BUTINERIE_TEST_DATA`);
    return null;
  }
}
const hostile = payloads();

test.skipIf(hostile === null).each(['csv-formula', 'html', 'naughty', 'crlf', 'prototype-pollution'])(
  'every hostile payload of the set %s in a cell stays the text of this cell, in this row',
  async (set) => {
    const texts = (hostile?.[set] ?? []).map(({ payload }) => String(payload));
    expect(texts.length).toBeGreaterThan(0);
    const quoted = texts.map((text) => `"${text.replaceAll('"', '""')}";Routes`);
    const list = await listOf({ pasted: ['nom;direction', ...quoted].join('\n') });
    expect(list.rows.map(({ name }) => name)).toEqual(texts.map(cleanCell));
    for (const { name, directorate } of list.rows) {
      expect(name).not.toMatch(/[\r\n\0]/);
      expect(directorate).toBe('Routes');
    }
  },
);

test.skipIf(hostile === null)(
  'a header of hostile words reads as people or is refused, and nothing breaks',
  async () => {
    for (const { payload } of Object.values(hostile ?? {}).flat())
      expect(['readable', 'empty', 'open-quote']).toContain(
        await reasonOf({ pasted: `${payload}\nAna;Routes` }),
      );
  },
);
