/** A file of ideas as it comes, JSON, CSV or XLSX, to one table: names of columns, and rows by the number people see. */
import { carriedBanner, importChallenge, labels, visual } from '@butinerie/contracts';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { CannotStart } from '../../src/platform/cannot-start.ts';
import { decodeText } from '../../src/platform/tables/decode-text.ts';
import { readTable } from '../../src/platform/tables/read-table.ts';
import { readXlsx } from '../../src/platform/tables/read-xlsx.ts';

export interface Table {
  readonly format: 'JSON' | 'CSV' | 'XLSX';
  readonly names: readonly string[];
  readonly rows: readonly TableRow[];
  /** What an export says of its challenge besides the ideas. */
  readonly own?: Own;
}
const own = z.object({
  brief: importChallenge.body.shape.brief.optional(),
  labels: labels.optional(),
  colour: visual.shape.colour.optional(),
  banner: carriedBanner.nullable().optional(),
});
type Own = z.infer<typeof own>;
export interface TableRow {
  /** The line of a sheet, its header included; the place in a JSON array, from 1. */
  readonly row: number;
  readonly cells: readonly unknown[];
}

const MOST_BYTES = 20_000_000;
const ZIP_MARK = Buffer.from('PK');
/** The container of Excel files before 2007. */
const OLD_EXCEL_MARK = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

export async function readIdeasFile(file: string): Promise<Table> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new CannotStart(`${file} cannot be read: there is no such file, or not for this account.`, error);
  });
  return readIdeas(bytes, file);
}

export async function readIdeas(bytes: Buffer, file: string): Promise<Table> {
  if (bytes.length > MOST_BYTES)
    throw new CannotStart(`${file} has ${bytes.length} bytes; an import takes ${MOST_BYTES} at most.`);
  if (bytes.subarray(0, 4).equals(OLD_EXCEL_MARK))
    throw new CannotStart(`${file} is an Excel file from before 2007; save it as .xlsx or CSV.`);
  if (bytes.subarray(0, 2).equals(ZIP_MARK)) {
    const rows = await readXlsx(bytes);
    if (rows === null) throw new CannotStart(`${file} is no XLSX file that can be read, or is damaged.`);
    return tableOf('XLSX', rows, file);
  }
  const { text } = decodeText(bytes);
  if (text.includes('\0'))
    throw new CannotStart(`${file} is no text: JSON, CSV (UTF-8 or Windows-1252) or XLSX is read.`);
  if (/^\s*[[{]/.test(text)) return fromJson(text, file);
  const rows = readTable(text);
  if (rows === null)
    throw new CannotStart(`${file}: a quotation mark opens a cell and never closes, so its rows are unsure.`);
  return tableOf('CSV', rows, file);
}

function tableOf(format: 'CSV' | 'XLSX', sheet: string[][], file: string): Table {
  const filled = sheet
    .map((cells, index) => ({ row: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [header, ...rows] = filled;
  if (header === undefined || rows.length === 0)
    throw new CannotStart(`${file} has no row of ideas below its header.`);
  return { format, names: header.cells, rows };
}

function fromJson(text: string, file: string): Table {
  const read = parse(text, file);
  const objects = listIn(read);
  if (objects === undefined || objects.length === 0)
    throw new CannotStart(`${file} is JSON, but no list of ideas: an array of objects is read.`);
  const flat = objects.map(flattened);
  const names = [...new Set(flat.flatMap((object) => Object.keys(object)))];
  const rows = flat.map((object, index) => ({ row: index + 1, cells: names.map((name) => object[name]) }));
  return { format: 'JSON', names, rows, own: ownIn(read, file) };
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CannotStart(`${file} begins like JSON but is not: ${(error as Error).message}.`, error);
  }
}

/** The array itself, or the one under `ideas`. */
function listIn(read: unknown): object[] | undefined {
  const list: unknown = isObject(read) && 'ideas' in read ? read['ideas'] : read;
  return Array.isArray(list) && list.every(isObject) ? list : undefined;
}

/** Of an array alone, nothing. */
function ownIn(read: unknown, file: string): Own {
  const found = own.safeParse(isObject(read) ? read : {});
  if (found.success) return found.data;
  const at = found.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new CannotStart(`${file}: what it says of its challenge cannot be taken (${at}).`);
}

/** `{author: {name, mail}}` has the columns `author` and `author mail`. */
function flattened(object: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).flatMap(([key, value]): [string, unknown][] =>
      isObject(value)
        ? Object.entries(value).map(([below, each]) => [below === 'name' ? key : `${key} ${below}`, each])
        : [[key, value]],
    ),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
