/** What is wrong with the rows of an import, before anything is written. */
import type { ImportedIdea } from '@butinerie/contracts';
import { fitsDocument } from './fits-document.ts';

/** The keys are what the report prints; the order is that of the rows, counted from 1. */
export type ImportReason =
  'text-missing' | 'text-too-long' | 'author-without-name' | 'not-unicode' | 'source-twice';

export interface RefusedRow {
  readonly row: number;
  readonly reasons: ImportReason[];
}

export function checkImport(ideas: readonly ImportedIdea[]): RefusedRow[] {
  const seen = new Set<string>();
  return ideas.flatMap((idea, index) => {
    const reasons = reasonsOf(idea);
    if (idea.source !== '' && seen.has(idea.source)) reasons.push('source-twice');
    seen.add(idea.source);
    return reasons.length === 0 ? [] : [{ row: index + 1, reasons }];
  });
}

function reasonsOf(idea: ImportedIdea): ImportReason[] {
  const { title, text, author } = idea;
  const reasons: ImportReason[] = [];
  if (title.trim() === '' && text.trim() === '') reasons.push('text-missing');
  if (!fitsDocument({ title: titleOf(idea).title, text })) reasons.push('text-too-long');
  if (author.name.trim() === '' && (author.mail !== null || author.source !== ''))
    reasons.push('author-without-name');
  // A lone surrogate has no bytes in UTF-8: it could be neither kept as it is nor proved.
  if (/\p{Surrogate}/u.test(title + text + author.name)) reasons.push('not-unicode');
  return reasons;
}

/** No author named: « auteur à confirmer ». The importer never becomes one. */
export function hasAuthor({ author }: ImportedIdea): boolean {
  return author.name.trim() !== '';
}

/** What tells one author from another; null where nothing does, since two people may share a name. */
export function authorKey({ author }: ImportedIdea): string | null {
  return author.source === '' && author.mail === null ? null : JSON.stringify(author);
}

/** A statement without title is its own title; all of it, on one line. */
export function titleOf({ title, text }: ImportedIdea): { title: string; taken: boolean } {
  if (title.trim() !== '') return { title, taken: false };
  return { title: text.replace(/\s+/gu, ' ').trim(), taken: true };
}
