/**
 * Who may import whom: the one table of the project's arrows, and the imports that stray from it.
 * The table is explained in docs/contributing.md; architecture.test.ts holds the tree to it.
 */
import { posix } from 'node:path';
import { importsOf, type Import, type SourceFile } from './sources.ts';

type Workspace = {
  /** Doors of our own workspaces that it may open. */
  readonly ours: readonly string[];
  /** Other packages its sources may use; `declared` leaves that to package.json, which the dead-code check reads. */
  readonly others: readonly string[] | 'declared';
};

const CONTRACTS = '@butinerie/contracts';
const SHARED = [CONTRACTS, `${CONTRACTS}/wire`, '@butinerie/domain', '@butinerie/attribution'];

export const ARROWS: Readonly<Record<string, Workspace>> = {
  'packages/contracts': { ours: [], others: ['zod'] },
  'packages/domain': { ours: [CONTRACTS], others: [] },
  'packages/attribution': {
    ours: [CONTRACTS],
    others: ['@noble/curves', '@noble/hashes', 'canonicalize', 'zod'],
  },
  'packages/collaboration': { ours: [CONTRACTS], others: ['yjs', 'y-protocols', 'lib0'] },
  'packages/embedded-mongo': { ours: [], others: ['bson', 'lmdb', 'node:'] },
  'apps/server': {
    ours: [
      ...SHARED,
      '@butinerie/collaboration/server',
      '@butinerie/collaboration/document',
      '@butinerie/embedded-mongo',
    ],
    others: 'declared',
  },
  'apps/client': {
    ours: [...SHARED, '@butinerie/collaboration/client', '@butinerie/collaboration/document'],
    others: 'declared',
  },
  'apps/verifier': { ours: ['@butinerie/attribution'], others: ['node:'] },
  'apps/e2e': {
    ours: [CONTRACTS, '@butinerie/server', '@butinerie/server/test-database'],
    others: 'declared',
  },
};

/** Folders of an app's `src` that are no slice: they know no domain word, so they import none. */
const NO_SLICE = new Set(['platform', 'ui', 'testing']);

/** Tests, scripts, benches, trials and conformance runs stand outside the product: they may use any tool, but no other workspace's inside. */
const OUTSIDE = /(^|\/)(test|testing|scripts|bench|trials|conformance)\/|\.test\.tsx?$|\.config\.ts$/;

/** One sentence for each import that the table does not allow. */
export function strayImports(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    importsOf(file).flatMap((each) => {
      const why = stray(file.path, each);
      return why === undefined ? [] : [`${file.path} imports ${each.from}: ${why}`];
    }),
  );
}

function stray(path: string, { from, typeOnly }: Import): string | undefined {
  const workspace = path.split('/').slice(0, 2).join('/');
  const arrows = ARROWS[workspace];
  if (arrows === undefined) return `${workspace} is not in the table`;
  if (!from.startsWith('.')) return strayPackage(path, from, arrows);
  const target = posix.join(posix.dirname(path), from);
  if (!target.startsWith(`${workspace}/`))
    return 'another workspace is reached by its name, never by its files';
  return workspace.startsWith('apps/') ? straySlice(path, target, typeOnly) : undefined;
}

function strayPackage(path: string, from: string, { ours, others }: Workspace): string | undefined {
  if (from.startsWith('@butinerie/')) {
    // A trial of the server is a client of it: it speaks through the same session as the pages do.
    if (from === '@butinerie/collaboration/client' && path.startsWith('apps/server/') && OUTSIDE.test(path))
      return undefined;
    return ours.includes(from) ? undefined : 'this arrow is not in the table';
  }
  if (others === 'declared' || OUTSIDE.test(path)) return undefined;
  const allowed = others.some(
    (name) => from === name || from.startsWith(name.endsWith(':') ? name : `${name}/`),
  );
  return allowed ? undefined : 'this package may not use it';
}

/** The part of an app that a file belongs to: a slice, `platform`, `ui`, or none when it lies directly in `src`. */
function part(path: string): string | undefined {
  const [, , folder, name, ...below] = path.split('/');
  return folder === 'src' && below.length > 0 ? name : undefined;
}

function straySlice(path: string, target: string, typeOnly: boolean): string | undefined {
  const here = part(path);
  const there = part(target);
  // Files directly in `src` compose the app; outside `src` (tests, scripts) the whole app is in view.
  if (here === undefined || here === there) return undefined;
  if (there === undefined) return OUTSIDE.test(path) ? undefined : 'a part never imports what composes it';
  if (NO_SLICE.has(there)) return undefined;
  if (NO_SLICE.has(here)) return `${here}/ imports no slice`;
  const isDoor = posix.basename(target) === 'index.ts' && posix.dirname(target).endsWith(`src/${there}`);
  if (typeOnly && isDoor) return undefined;
  return 'slices never import each other: pass it as an argument in app.ts (a type may come from the index.ts)';
}
