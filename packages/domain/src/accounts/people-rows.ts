/** Which rows of a list of people cannot be taken as they are, and why; none is taken before all can be. */
import {
  ok,
  PERSON_NAME_LIMIT,
  peopleRow,
  refuse,
  type Failure,
  type PersonId,
  type PreviewedRow,
  type Result,
} from '@butinerie/contracts';
import { lengthOf } from '../ideas/length.ts';

export interface ListedPerson {
  /** Line of the list as the person sees it. */
  readonly row: number;
  readonly name: string;
  readonly directorate: string;
  readonly mail: string | null;
  /** Once an id was made for the row, so that a list sent again is not in its own way. */
  readonly id?: PersonId;
}
type RowReason = PreviewedRow['reasons'][number];

/** Mailboxes are the same whatever the case. */
export function mailKey(mail: string): string {
  return mail.trim().toLowerCase();
}

/** `known`: who holds each mailbox already, by `mailKey`. */
export function checkPeopleRows(
  rows: readonly ListedPerson[],
  known: ReadonlyMap<string, PersonId>,
): PreviewedRow[] {
  const times = new Map<string, number>();
  for (const { mail } of rows) {
    const key = mailKey(mail ?? '');
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  return rows.map((listed) => {
    const mail = listed.mail?.trim() ?? '';
    const person = {
      row: listed.row,
      name: listed.name.trim(),
      directorate: listed.directorate.trim(),
      mail: mail === '' ? null : mail,
    };
    const holder = known.get(mailKey(mail));
    const reasons: RowReason[] = [];
    if (person.name === '') reasons.push('name-missing');
    if (lengthOf(person.name) > PERSON_NAME_LIMIT) reasons.push('name-too-long');
    if (person.directorate === '') reasons.push('directorate-missing');
    if (mail !== '') {
      if (!peopleRow.shape.mail.safeParse(mail).success) reasons.push('mail-malformed');
      if ((times.get(mailKey(mail)) ?? 0) > 1) reasons.push('mail-twice-in-list');
      if (holder !== undefined && holder !== listed.id) reasons.push('mail-known');
    }
    return { ...person, reasons };
  });
}

/** All or nothing. */
export function acceptPeopleRows(
  rows: readonly PreviewedRow[],
): Result<readonly PreviewedRow[], Failure<'invalid-people'>> {
  const bad = rows.filter(({ reasons }) => reasons.length > 0);
  if (bad.length === 0) return ok(rows);
  return refuse('invalid-people', { rows: bad.map(({ row, reasons }) => ({ row, reasons })) });
}
