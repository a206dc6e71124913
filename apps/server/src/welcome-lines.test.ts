import { expect, test } from 'vitest';
import { welcomeLines } from './welcome-lines.ts';

const started = { url: 'http://localhost:3000', link: null, embeddedDatabase: false, dataDir: '/srv/data' };

test('says the address, and nothing of the embedded database where a real one runs', () => {
  const text = welcomeLines(started).join('\n');
  expect(text).toContain('http://localhost:3000');
  expect(text).not.toContain('embedded');
});
test('says the first link and that the embedded database is for trying out', () => {
  const text = welcomeLines({
    ...started,
    link: 'http://localhost:3000/entrer#abc',
    embeddedDatabase: true,
  }).join('\n');
  expect(text).toContain('http://localhost:3000/entrer#abc');
  expect(text).toContain('for trying the product out');
});
