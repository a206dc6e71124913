import { expect, test } from 'vitest';
import { firstLoad } from './first-load.mjs';

const files: Record<string, string> = {
  'assets/main.js': `import { a } from './shared.js'; export * from './again.js'; import('./editor.js');`,
  'assets/shared.js': `import './deep.js'; export const a = 1;`,
  'assets/again.js': `import './shared.js';`,
  'assets/deep.js': ``,
};
const page = `<script type="module" crossorigin src="/assets/main.js"></script>
<link rel="modulepreload" crossorigin href="/assets/shared.js">
<link rel="stylesheet" crossorigin href="/assets/main.css">
<link rel="icon" href="/favicon.svg">`;

test('the first load is what the page names and what that imports, not what is asked for later', () => {
  const loaded = firstLoad({ page, read: (path) => files[path] ?? '' });
  expect(loaded.toSorted()).toEqual([
    'assets/again.js',
    'assets/deep.js',
    'assets/main.css',
    'assets/main.js',
    'assets/shared.js',
  ]);
});
