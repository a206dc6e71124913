import { expect, test } from 'vitest';
import { strayImports } from './arrows.ts';
import { projectFiles } from './sources.ts';

const strays = (path: string, text: string) => strayImports([{ path, text }]);

test('every import of the project follows the table of arrows', () => {
  const files = projectFiles(/\.tsx?$/);
  expect(files.length).toBeGreaterThan(0);
  expect(strayImports(files)).toEqual([]);
});

test.each([
  ['packages/domain/src/ideas/a.ts', `import { x } from '@butinerie/attribution';`],
  ['packages/contracts/src/a.ts', `export * from '@butinerie/domain';`],
  ['packages/contracts/src/a.ts', `import { a } from '../../domain/src/index.ts';`],
  ['packages/domain/src/a.ts', `import { readFileSync } from 'node:fs';`],
  ['packages/attribution/src/a.ts', `import * as Y from 'yjs';`],
  ['packages/domain/src/a.test.ts', `import { createApp } from '@butinerie/server';`],
  ['apps/client/src/ideas/a.tsx', `const server = await import('@butinerie/collaboration/server');`],
  ['apps/client/src/ideas/a.tsx', `import { f } from '@butinerie/contracts/src/failures.ts';`],
  ['apps/e2e/src/a.e2e.test.ts', `import { decide } from '@butinerie/domain';`],
  ['apps/server/src/ideas/a.ts', `import { rebound } from '../rebounds/rebound.store.ts';`],
  ['apps/server/src/ideas/a.ts', `import { rebounds } from '../rebounds/index.ts';`],
  ['apps/server/src/ideas/a.ts', `import type { Row } from '../rebounds/rebound.store.ts';`],
  ['apps/server/src/ideas/a.ts', `import { app } from '../app.ts';`],
  ['apps/server/src/platform/http.ts', `import type { Idea } from '../ideas/index.ts';`],
  ['apps/client/src/ui/button.tsx', `export { IdeaCard } from '../ideas/idea-card.tsx';`],
  ['apps/client/src/ideas/a.tsx', `type Row = import('../rebounds/rebound.tsx').Row;`],
])('a stray import planted in %s is found: %s', (path, text) => {
  expect(strays(path, text)).toHaveLength(1);
});

test.each([
  ['packages/domain/src/ideas/a.ts', `import type { Idea } from '@butinerie/contracts';`],
  ['packages/domain/src/a.test.ts', `import fc from 'fast-check'; import { test } from 'vitest';`],
  [
    'packages/collaboration/src/server/a.ts',
    `import { decoding } from 'lib0/decoding'; import * as Y from 'yjs';`,
  ],
  ['packages/embedded-mongo/src/a.ts', `import net from 'node:net'; import { open } from 'lmdb';`],
  ['apps/server/src/app.ts', `import { ideas } from './ideas/index.ts';`],
  ['apps/server/src/ideas/a.ts', `import type { Rebounds } from '../rebounds/index.ts';`],
  ['apps/server/src/ideas/a.ts', `import { type Rebounds } from '../rebounds/index.ts';`],
  [
    'apps/server/src/ideas/a.ts',
    `import { log } from '../platform/log.ts'; import { b } from './deep/b.ts';`,
  ],
  ['apps/server/test/a.int.test.ts', `import { createTestServer } from '../src/platform/testing/server.ts';`],
  [
    'apps/client/src/ui/button.tsx',
    `import { text } from '../platform/i18n.ts'; import './button.module.css';`,
  ],
  ['apps/e2e/src/a.e2e.test.ts', `import { createApp } from '@butinerie/server';`],
])('what the table allows in %s passes: %s', (path, text) => {
  expect(strays(path, text)).toEqual([]);
});
