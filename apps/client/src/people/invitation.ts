/**
 * A list on its way to being an invitation: every row with the id of the person it would make, so that sending it again
 * invites nobody twice. What can be mended is mended here; what cannot is left out, and only when the reader says so.
 */
import {
  mintId,
  type Failure,
  type ListSource,
  type PeopleRow,
  type PersonId,
  type PersonRecord,
  type PreviewedRow,
} from '@butinerie/contracts';
import { checkPeopleRows, mailKey } from '@butinerie/domain';

export interface ReadyRow extends PreviewedRow {
  readonly id: PersonId;
  /** Was to be mended when it was read: stays a form until it is sent. */
  readonly doubtful: boolean;
}

export const readyRows = (rows: readonly PreviewedRow[]): ReadyRow[] =>
  rows.map((row) => ({ ...row, id: mintId('person'), doubtful: row.reasons.length > 0 }));

export const isValid = ({ reasons }: Pick<PreviewedRow, 'reasons'>): boolean => reasons.length === 0;

/** Who holds each mailbox already. */
export const holders = (people: readonly PersonRecord[]): ReadonlyMap<string, PersonId> =>
  new Map(people.flatMap(({ id, mail }) => (mail === null ? [] : [[mailKey(mail), id] as const])));

type Mended = Pick<PreviewedRow, 'name' | 'directorate' | 'mail'>;

/** Puts a mended row back and judges the whole list again: a mailbox named twice concerns two rows. */
export function mend(
  rows: readonly ReadyRow[],
  { id, mended }: { readonly id: PersonId; readonly mended: Mended },
  known: ReadonlyMap<string, PersonId>,
): ReadyRow[] {
  const typed = rows.map((row) => (row.id === id ? { ...row, ...mended } : row));
  const judged = checkPeopleRows(typed, known);
  // What was typed stays as it was typed: judging trims, and a field must not eat its own spaces.
  return typed.map((row, at) => {
    const reasons = judged[at]?.reasons ?? row.reasons;
    return { ...row, reasons, doubtful: row.doubtful || reasons.length > 0 };
  });
}

/** What is sent: the valid rows, and nothing else. */
export const rowsToSend = (rows: readonly ReadyRow[]): PeopleRow[] =>
  rows.filter(isValid).map(({ id, name, directorate, mail }) => ({
    id,
    name: name.trim(),
    directorate: directorate.trim(),
    mail: mail?.trim() ? mail.trim() : null,
  }));

const REASONS: ReadonlySet<string> = new Set<PreviewedRow['reasons'][number]>([
  'name-missing',
  'name-too-long',
  'directorate-missing',
  'mail-malformed',
  'mail-twice-in-list',
  'mail-known',
]);
const isReason = (text: string): text is PreviewedRow['reasons'][number] => REASONS.has(text);

/** The server named rows of what was sent; here they are lines of the list again. */
export function markRefused(rows: readonly ReadyRow[], refused: Failure<'invalid-people'>): ReadyRow[] {
  const sent = rows.filter(isValid);
  const reasonsOf = new Map(
    refused.rows.map(({ row, reasons }) => [sent[row - 1]?.id, reasons.filter(isReason)] as const),
  );
  return rows.map((row) => {
    const reasons = reasonsOf.get(row.id);
    return reasons ? { ...row, reasons, doubtful: true } : row;
  });
}

export interface ReadList {
  readonly format: 'xlsx' | 'csv' | 'pasted';
  readonly encoding: 'utf-8' | 'windows-1252' | 'none';
  readonly source: ListSource;
  readonly rows: readonly ReadyRow[];
}
