/** Brings a file of ideas in: shows what it would become, asks, and does it through the server's own use case. */
import { importChallenge, mintId, type Failure, type ImportReport, type TimeBox } from '@butinerie/contracts';
import type { z } from 'zod';
import type { Caller } from '../../src/caller.ts';
import { CannotStart } from '../../src/platform/cannot-start.ts';
import { ideasOf, type BadRow, type IdeasRead } from './ideas-of.ts';
import type { Table } from './read-file.ts';

export interface ImportWish {
  readonly question: string;
  readonly timeBox: TimeBox;
}

export interface Desk {
  readonly print: (line: string) => void;
  /** Asked once, when the preview is on the table and every row is good. */
  readonly confirm: () => Promise<boolean>;
}

export async function importTable(
  caller: Caller,
  table: Table,
  { wish, desk }: { wish: ImportWish; desk: Desk },
): Promise<ImportReport | null> {
  const read = ideasOf(table);
  const body = {
    challenge: mintId('challenge'),
    question: wish.question,
    timeBox: wish.timeBox,
    ...table.own,
    brief: table.own?.brief ?? '',
    ideas: read.ideas.map(({ idea }) => idea),
  };
  const { bad, report } = await preview(caller, body, read);
  for (const line of previewLines(table, { ...read, bad, report })) desk.print(line);
  if (bad.length > 0)
    throw new CannotStart(
      `${rows(bad.length)} cannot be taken, so nothing was imported: mend the file first.`,
    );
  if (!(await desk.confirm())) return null;
  const result = await caller.call(importChallenge, { body: { ...body, preview: false } });
  if (!result.ok) throw new CannotStart(sentenceOf(result.failure));
  return result.value;
}

type Body = Omit<z.input<(typeof importChallenge)['body']>, 'preview'>;

/** The server's own look at the rows that could be read, by the numbers they have in the file. */
async function preview(
  caller: Caller,
  body: Body,
  read: IdeasRead,
): Promise<{ bad: readonly BadRow[]; report: ImportReport | null }> {
  if (read.ideas.length === 0) return { bad: read.bad, report: null };
  const result = await caller.call(importChallenge, { body: { ...body, preview: true } });
  if (result.ok) return { bad: read.bad, report: result.value };
  if (result.failure.code !== 'invalid-import') throw new CannotStart(sentenceOf(result.failure));
  const refused = result.failure.rows.map(({ row, reasons }) => ({
    row: read.ideas[row - 1]?.row ?? row,
    reasons,
  }));
  return { bad: [...read.bad, ...refused].sort((a, b) => a.row - b.row), report: null };
}

function sentenceOf(failure: Failure): string {
  const { code, ...facts } = failure;
  return `The server refuses, and nothing was imported: ${code} ${JSON.stringify(facts)}.`;
}

const rows = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);
const MOST_SHOWN = 30;

function previewLines(
  table: Table,
  found: IdeasRead & { bad: readonly BadRow[]; report: ImportReport | null },
): string[] {
  const lines = ['', `${table.format}, ${rows(table.rows.length)}`];
  if (found.ignored.length > 0) lines.push(`Columns left aside: ${found.ignored.join(', ')}`);
  if (found.report !== null) lines.push('', ...reportLines(found.report));
  if (found.bad.length > 0) {
    lines.push('', `Rows that cannot be taken (${found.bad.length}):`);
    for (const { row, reasons } of found.bad.slice(0, MOST_SHOWN))
      lines.push(`  row ${String(row).padEnd(6)} ${reasons.join(', ')}`);
    if (found.bad.length > MOST_SHOWN) lines.push(`  and ${found.bad.length - MOST_SHOWN} more`);
  }
  return [...lines, ''];
}

export function reportLines(report: ImportReport): string[] {
  const facts: [string, number][] = [
    ['ideas', report.ideas],
    ['authors', report.authors],
    ['ideas whose author is to be confirmed', report.authorsToConfirm],
    ['titles taken from the statement', report.titlesTaken],
    ['supports', report.supports],
  ];
  return facts.map(([what, count]) => `  ${what.padEnd(40)} ${String(count).padStart(8)}`);
}
