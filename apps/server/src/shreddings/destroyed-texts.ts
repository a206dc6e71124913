/**
 * The account of what was destroyed, beside the key and so apart from every backup of the database: a backup of before
 * brings texts back, and only something outside it can tell. One line of JSON for each, with the receipt of the act, so
 * that who destroyed what stays provable where the register itself went back.
 */
import { ideaId, personId, SHREDDING_MOTIVES, shreddingId } from '@butinerie/contracts';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { CannotStart } from '../platform/cannot-start.ts';
import { replaceFile } from '../platform/replace-file.ts';

const moment = z.iso.datetime().transform((text) => new Date(text));
const line = z.object({
  v: z.literal(1),
  instance: z.string(),
  id: shreddingId,
  idea: ideaId,
  motive: z.enum(SHREDDING_MOTIVES),
  reference: z.string(),
  title: z.boolean(),
  by: personId,
  second: personId,
  askedAt: moment,
  dueAt: moment,
  doneAt: moment,
  /** Null while the register signs nothing. */
  receipt: z.string().nullable(),
});
type Line = z.infer<typeof line>;
export type Destroyed = Omit<Line, 'v' | 'instance'>;

export interface DestroyedTexts {
  readonly path: string;
  /** Null where there is no account: nothing says what was destroyed. */
  read(): readonly Destroyed[] | null;
  /** In the place of what was said of the same ones before. */
  keep(entries: readonly Destroyed[]): void;
}

/** `attribution.pem` has `attribution.destroyed` beside it; it may have served other instances, whose lines stay. */
export function destroyedTexts(keyFile: string, instance: string): DestroyedTexts {
  const path = pathOf(keyFile);
  return {
    path,
    read() {
      const lines = readLines(path);
      return lines && lines.flatMap(({ v: _v, instance: of, ...entry }) => (of === instance ? [entry] : []));
    },
    keep(entries) {
      const known = new Map((readLines(path) ?? []).map((each) => [each.id, each]));
      for (const entry of entries) known.set(entry.id, { v: 1, instance, ...entry });
      replaceFile(path, [...known.values()].map((each) => `${JSON.stringify(each)}\n`).join(''));
    },
  };
}

export const pathOf = (keyFile: string): string => `${keyFile.replace(/\.pem$/, '')}.destroyed`;

function readLines(path: string): readonly Line[] | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  return text
    .split('\n')
    .filter((each) => each !== '')
    .map((each, index) => parse(each, `${path}, line ${index + 1}`));
}

/** What cannot be read may name a text that must not be served. */
function parse(text: string, where: string): Line {
  try {
    return line.parse(JSON.parse(text));
  } catch (error) {
    throw new CannotStart(
      `${where}, says no text that was destroyed: bring the file back from a copy.`,
      error,
    );
  }
}
