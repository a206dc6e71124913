import { defineConfig } from 'vitest/config';

/**
 * Projects by what a test needs (docs/contributing.md): `unit` runs alone, `int` needs the embedded database or
 * sockets, `client` a simulated browser, `e2e` a real one.
 */
/** What is waited for comes in a moment, and on a machine that does other things too in a few: asked often, and for long. */
const expect = { poll: { interval: 20, timeout: 20_000 } };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          expect,
          environment: 'node',
          include: ['packages/**/*.test.ts', 'apps/{server,verifier}/**/*.test.ts', '.ci/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.int.test.ts'],
          // Rules and pure functions share nothing: one world for all of them starts in seconds.
          isolate: false,
          maxWorkers: 2,
          // Long enough for a machine that does other things too: no test here waits for time to pass.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'int',
          expect,
          environment: 'node',
          include: ['packages/**/*.int.test.ts', 'apps/{server,verifier}/**/*.int.test.ts'],
          exclude: ['**/node_modules/**'],
          // Each file has a database, a folder and a port of its own; the code of the server is read once by each worker.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          // A kind with other limits runs after the first one, or Vitest refuses both in one run.
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'client',
          expect,
          environment: 'jsdom',
          isolate: false,
          maxWorkers: 2,
          // Long enough for a machine that does other things too: no test here waits for time to pass.
          testTimeout: 30_000,
          include: ['apps/client/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'e2e',
          expect,
          environment: 'node',
          include: ['apps/e2e/**/*.e2e.test.ts'],
          // Each file has an instance and a browser of its own; the code of the server is read once by each worker.
          isolate: false,
          globalSetup: ['.ci/fresh-client.mjs'],
          exclude: ['**/node_modules/**'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // A page and its server wait for each other: two journeys at a time use what they leave.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
