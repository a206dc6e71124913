/** The first sheet of an XLSX file as rows of text, within a budget: an archive may be a bomb, a sheet endless. */
import { readSheet } from 'read-excel-file/node';
import { pack, unpackWithin, type ZipEntry } from './repack-zip.ts';

const BUDGET = { bytes: 16_000_000, entries: 500 };
const LAST_ROW = 50_000;
/** Column ZZ. */
const LAST_COLUMN = 702;

/** The rows, or null where the file is no spreadsheet that we read. */
export async function readXlsx(file: Buffer): Promise<string[][] | null> {
  const entries = unpackWithin(file, BUDGET);
  if (entries === null) return null;
  const sheets = entries.filter((entry) => entry.name.endsWith('.xml') || entry.name.endsWith('.xml.rels'));
  if (!sheets.every(withinGrid)) return null;
  try {
    const rows = await readSheet(pack(sheets), 1, { parseNumber: (digits) => digits });
    return rows.map((row) => row.map(textOf));
  } catch {
    // The reader throws plain errors for whatever its XML parser meets: all of them are the file's fault.
    return null;
  }
}

/**
 * The reader fills the gap up to every cell that names itself, so one cell in the last corner of the largest sheet
 * would cost all memory. Entities in such a name are refused: they could hide it from this look.
 */
function withinGrid(entry: ZipEntry): boolean {
  for (const [, double, single] of entry.content
    .toString('utf8')
    .matchAll(/\sr\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const [whole, letters, digits] = /^([A-Z]*)(\d+)$/.exec(double ?? single ?? '') ?? [];
    if (whole === undefined || Number(digits) > LAST_ROW || columnNumber(letters ?? '') > LAST_COLUMN)
      return false;
  }
  return true;
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'boolean' ? String(cell) : '';
}
