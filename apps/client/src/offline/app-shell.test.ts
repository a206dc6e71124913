// @vitest-environment node
import { expect, test } from 'vitest';
import { createAppShell, isFileOfApp, isPageOfApp } from './app-shell.ts';

const BASE = 'https://butinerie.example';
const address = (asked: Request | string): string =>
  typeof asked === 'string' ? asked : new URL(asked.url).pathname;

/** The browser's caches, in memory: only what is used of them. */
function memoryCaches() {
  const all = new Map<string, Map<string, string>>();
  const open = async (name: string) => {
    const held = all.get(name) ?? new Map<string, string>();
    all.set(name, held);
    return {
      put: async (asked: Request | string, response: Response) =>
        void held.set(address(asked), await response.text()),
      match: async (asked: Request | string) => {
        const text = held.get(address(asked));
        return text === undefined ? undefined : new Response(text);
      },
    };
  };
  return {
    all,
    open,
    keys: async () => [...all.keys()],
    delete: async (name: string) => all.delete(name),
    async match(asked: Request | string) {
      for (const name of all.keys()) {
        const found = await (await open(name)).match(asked);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}

const pageOf = (version: string): string =>
  `<!doctype html><script type="module" crossorigin src="/assets/index-${version}.js"></script>`;

function device() {
  const caches = memoryCaches();
  const asked: string[] = [];
  const network = { version: 'v1', answer: 'ok' as 'ok' | 'none' | 'starting' | 'nothing comes' };
  const shell = createAppShell({
    caches: caches as unknown as CacheStorage,
    // Patience ends only where nothing comes.
    wait: () => (network.answer === 'nothing comes' ? Promise.resolve() : new Promise(() => undefined)),
    async fetch(request) {
      const path = address(request);
      asked.push(path);
      if (network.answer === 'none') throw new TypeError('Failed to fetch');
      if (network.answer === 'nothing comes') return new Promise(() => undefined);
      if (network.answer === 'starting') return new Response('soon', { status: 503 });
      if (path.startsWith('/assets/') && !path.includes(network.version))
        return new Response('', { status: 404 });
      return new Response(isFileOfApp(path) ? `file ${path}` : pageOf(network.version));
    },
  });
  const visit = async (path: string): Promise<string> =>
    (await shell.page(new Request(BASE + path), () => undefined)).text();
  const load = async (path: string): Promise<string> => (await shell.file(new Request(BASE + path))).text();
  /** A visit and what such a page loads. */
  const open = async (path: string): Promise<void> => {
    await visit(path);
    await load(`/assets/index-${network.version}.js`);
  };
  return { caches, asked, network, shell, visit, load, open };
}

test('whichever address was visited, any opens without a network, and so do the files it loaded', async () => {
  const { network, visit, load, open } = device();
  await open('/idees/one');
  network.answer = 'none';
  expect(await visit('/defis/other')).toBe(pageOf('v1'));
  expect(await load('/assets/index-v1.js')).toBe('file /assets/index-v1.js');
});

test.each(['starting', 'nothing comes'] as const)(
  'a server of which %s is waited for no longer than a moment',
  async (answer) => {
    const { network, visit, open } = device();
    await open('/');
    network.answer = answer;
    expect(await visit('/')).toBe(pageOf('v1'));
  },
);

test('with a network the page is the server’s, a file whose name says its content is asked for once', async () => {
  const { network, asked, visit, load, open } = device();
  await open('/');
  network.version = 'v2';
  expect(await visit('/')).toBe(pageOf('v2'));
  await load('/assets/index-v2.js');
  await load('/assets/index-v2.js');
  await load('/no-eval.js');
  await load('/no-eval.js');
  expect(asked.filter((path) => isFileOfApp(path))).toEqual([
    '/assets/index-v1.js',
    '/assets/index-v2.js',
    '/no-eval.js',
    '/no-eval.js',
  ]);
});

test('a new version whose script did not come through leaves the one before it in use', async () => {
  const { network, visit, open } = device();
  await open('/');
  network.version = 'v2';
  await visit('/');
  network.answer = 'none';
  expect(await visit('/')).toBe(pageOf('v1'));
});

test('of many versions two stay', async () => {
  const { caches, network, open } = device();
  for (const version of ['v1', 'v2', 'v3', 'v4']) {
    network.version = version;
    await open('/');
  }
  expect([...caches.all.keys()]).toEqual([
    'butinerie.app:/assets/index-v3.js',
    'butinerie.app:/assets/index-v4.js',
  ]);
});

test('what is no page of the app is not taken for one, and nobody’s fault is hidden where nothing is kept', async () => {
  const { network, caches, shell, visit } = device();
  network.answer = 'starting';
  expect(await visit('/')).toBe('soon');
  expect(caches.all.size).toBe(0);
  network.answer = 'none';
  await expect(shell.page(new Request(`${BASE}/`), () => undefined)).rejects.toThrow('Failed to fetch');
  expect(['/', '/idees/x', '/api/session', '/butinerie-verifier.html'].map(isPageOfApp)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('what the first page loaded before anything kept it is kept afterwards', async () => {
  const { network, shell, visit, load } = device();
  await shell.keep(['/assets/index-v1.js', '/no-eval.js']);
  network.answer = 'none';
  expect(await visit('/mes-idees')).toBe(pageOf('v1'));
  expect(await load('/no-eval.js')).toBe('file /no-eval.js');
});
