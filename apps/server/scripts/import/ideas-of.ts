/** From a table to ideas as an import takes them. A row that does not fit is named with every reason; none is guessed. */
import { importedIdea, type ImportedIdea } from '@butinerie/contracts';
import { CannotStart } from '../../src/platform/cannot-start.ts';
import { columnsOf, type Columns, type Field } from './columns.ts';
import type { Table, TableRow } from './read-file.ts';

export interface ReadIdea {
  readonly row: number;
  readonly idea: ImportedIdea;
}
export interface BadRow {
  readonly row: number;
  readonly reasons: readonly string[];
}
export interface IdeasRead {
  readonly ideas: readonly ReadIdea[];
  readonly bad: readonly BadRow[];
  readonly ignored: readonly string[];
}

export function ideasOf({ names, rows }: Pick<Table, 'names' | 'rows'>): IdeasRead {
  const columns = columnsOf(names);
  if (!columns.at.has('text') && !columns.at.has('title'))
    throw new CannotStart(
      `No column holds the ideas: one must be called texte, text or body, or titre or title. Found: ${names.join(', ')}.`,
    );
  const ideas: ReadIdea[] = [];
  const bad: BadRow[] = [];
  for (const row of rows) {
    const read = ideaOf(row, columns);
    if ('reasons' in read) bad.push(read);
    else ideas.push(read);
  }
  return { ideas, bad, ignored: columns.ignored };
}

function ideaOf({ row, cells }: TableRow, { at }: Columns): ReadIdea | BadRow {
  const reasons: string[] = [];
  const text = (field: Field): string => {
    const index = at.get(field);
    const cell = index === undefined ? '' : (cells[index] ?? '');
    if (typeof cell === 'string') return cell;
    if (typeof cell === 'number') return String(cell);
    reasons.push(`${field}-is-no-text`);
    return '';
  };
  const supports = countOf(text('supports'));
  if (supports === null) reasons.push('supports-is-no-count');
  const idea = {
    title: text('title'),
    text: text('text'),
    author: authorOf(text),
    supports: supports ?? 0,
    source: text('id').trim(),
  };
  const parsed = importedIdea.safeParse(idea);
  if (!parsed.success) reasons.push(...parsed.error.issues.map(reasonOf));
  return parsed.success && reasons.length === 0 ? { row, idea: parsed.data } : { row, reasons };
}

/** An author known by an identifier alone is named by it: she is somebody, only not known by name. */
function authorOf(text: (field: Field) => string): ImportedIdea['author'] {
  const written = [text('first'), text('author')].map((part) => part.trim()).filter((part) => part !== '');
  const name = written.join(' ');
  const id = text('authorId').trim();
  const mail = text('mail').trim();
  return {
    name: name === '' ? id : name,
    mail: mail === '' ? null : mail,
    directorate: text('directorate').trim(),
    source: id === '' && looksLikeIdentifier(name) ? name : id,
  };
}

/** `a-9cc590b361`, `user_42`, `1234`: one word with a figure in it, as no name of a person has. */
function looksLikeIdentifier(name: string): boolean {
  return /^[\w-]*\d[\w-]*$/.test(name);
}

function countOf(text: string): number | null {
  const bare = text.replace(/[\s\u00a0\u202f]/g, '');
  if (bare === '') return 0;
  return /^\d{1,7}([.,]0+)?$/.test(bare) ? Number.parseInt(bare, 10) : null;
}

function reasonOf({ path, code }: { path: PropertyKey[]; code: string }): string {
  return `${path.map(String).join('-')}-${code === 'too_big' ? 'too-long' : 'malformed'}`;
}
