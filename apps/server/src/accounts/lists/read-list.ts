/** A list of people as it comes, to rows of name, directorate and mail: nothing is judged here, only read. */
import { type Failure, type ListSource, ok, refuse, type Result } from '@butinerie/contracts';
import { cleanCell } from '../../platform/tables/clean-cell.ts';
import { columnsOf, type Columns } from './columns.ts';
import { decodeText } from '../../platform/tables/decode-text.ts';
import { readTable } from '../../platform/tables/read-table.ts';
import { readXlsx } from '../../platform/tables/read-xlsx.ts';

export interface ListRow {
  /** 1-based line as the person sees it, header included. */
  readonly row: number;
  readonly name: string;
  readonly directorate: string;
  readonly mail: string | null;
}

export interface PeopleList {
  readonly format: 'xlsx' | 'csv' | 'pasted';
  readonly encoding: 'utf-8' | 'windows-1252' | 'none';
  readonly rows: readonly ListRow[];
}

/** What an invitation takes at most; a longer list is cut in several by the person, not by us. */
const MOST_ROWS = 5_000;
const ZIP_MARK = Buffer.from('PK');
/** The container of Excel files before 2007. */
const OLD_EXCEL_MARK = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
/** What people type where there is no mailbox. */
const NO_MAIL = new Set(['', '-', '–', '—', '/', 'néant', 'aucun', 'aucune', 'sans', 'none', 'n/a', 'na']);

type Read = Result<PeopleList, Failure<'unreadable-list'>>;

export async function readList(source: ListSource): Promise<Read> {
  if ('pasted' in source) return fromTable(source.pasted, 'pasted', 'none');
  const bytes = Buffer.from(source.base64, 'base64');
  if (bytes.subarray(0, 4).equals(OLD_EXCEL_MARK)) return unreadable('old-excel');
  if (!bytes.subarray(0, 2).equals(ZIP_MARK)) {
    const { text, encoding } = decodeText(bytes);
    // A zero byte never stands in a list: this is a picture, a PDF or UTF-16.
    return text.includes('\0') ? unreadable('not-a-list') : fromTable(text, 'csv', encoding);
  }
  const rows = await readXlsx(bytes);
  return rows === null ? unreadable('damaged-xlsx') : toList(rows, 'xlsx', 'none');
}

function fromTable(text: string, format: 'csv' | 'pasted', encoding: PeopleList['encoding']): Read {
  const rows = readTable(text);
  return rows === null ? unreadable('open-quote') : toList(rows, format, encoding);
}

function toList(table: string[][], format: PeopleList['format'], encoding: PeopleList['encoding']): Read {
  const rows = table
    .map((cells, index) => ({ row: index + 1, cells: cells.map(cleanCell) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const columns = columnsOf(rows.map(({ cells }) => cells));
  const people = rows.slice(columns.hasHeader ? 1 : 0).map(({ row, cells }) => toRow(row, cells, columns));
  if (people.length === 0) return unreadable('empty');
  if (people.length > MOST_ROWS) return unreadable('too-many-rows');
  return ok({ format, encoding, rows: people });
}

function toRow(row: number, cells: readonly string[], columns: Columns): ListRow {
  const cellsAt = (places: readonly number[]): string[] =>
    places.map((place) => cells[place] ?? '').filter((cell) => cell !== '');
  const mail = (columns.mail === null ? '' : (cells[columns.mail] ?? '')).replace(/^mailto:/i, '');
  return {
    row,
    name: cellsAt(columns.name).join(' '),
    directorate: cellsAt(columns.directorate)[0] ?? '',
    mail: NO_MAIL.has(mail.toLowerCase()) ? null : mail,
  };
}

function unreadable(reason: string): Read {
  return refuse('unreadable-list', { reason });
}
