/**
 * The app's page and its files, kept on the device so that it opens where no network answers. The page is always asked of
 * the server first; a file whose name says its content is asked for once. The version in use and the one before stay.
 */

/** What of a service worker's surroundings this needs. */
export interface Surroundings {
  readonly caches: Pick<CacheStorage, 'open' | 'keys' | 'delete' | 'match'>;
  readonly fetch: (request: Request | string) => Promise<Response>;
  readonly wait: (milliseconds: number) => Promise<void>;
}

export interface AppShell {
  /**
   * The answer to a visit of any address of the app. Rejects where neither network nor device has one. What of the
   * server's answer is still to be kept when it resolves is handed to `lasting`.
   */
  page(request: Request, lasting: (work: Promise<unknown>) => void): Promise<Response>;
  file(request: Request): Promise<Response>;
  /** Keeps the page and the files that it loaded before anything kept them. */
  keep(files: readonly string[]): Promise<void>;
}

const VERSION = 'butinerie.app:';
const VERSIONS = 2;
const PAGE = '/';
/** Here a file has its content in its name. */
const HASHED = '/assets/';
/** The few others that a page loads. */
const OTHERS: ReadonlySet<string> = new Set(['/no-eval.js', '/favicon.svg']);

export const isFileOfApp = (path: string): boolean => path.startsWith(HASHED) || OTHERS.has(path);
/** The server's own answers, files people download, and what belongs to no page. */
export const isPageOfApp = (path: string): boolean => !path.startsWith('/api/') && !/\.\w+$/.test(path);
/** The script that makes a page the app's: its name changes with every version. */
const ENTRY = /<script[^>]+src="(\/assets\/[^"]+)"/;
/** A phone in a lift holds on to a network that carries nothing. */
const PATIENCE_MS = 5_000;
/** A proxy in front answers for a server that is starting or stopping. */
const AWAY: ReadonlySet<number> = new Set([502, 503, 504]);

export function createAppShell({ caches, fetch, wait }: Surroundings): AppShell {
  /** Newest last. */
  const versions = async (): Promise<string[]> =>
    (await caches.keys()).filter((name) => name.startsWith(VERSION));

  async function keepPage(response: Response): Promise<void> {
    if (!response.ok || response.redirected) return;
    const html = await response.clone().text();
    const entry = ENTRY.exec(html)?.[1];
    if (entry === undefined) return;
    const name = `${VERSION}${entry}`;
    await (await caches.open(name)).put(PAGE, new Response(html, { headers: response.headers }));
    const others = (await versions()).filter((other) => other !== name);
    for (const old of others.slice(0, Math.max(0, others.length - (VERSIONS - 1)))) await caches.delete(old);
  }

  /** The newest whose own script is here too: of the very newest only the page may have come through. */
  async function keptPage(): Promise<Response | null> {
    for (const name of (await versions()).toReversed()) {
      const page = await (await caches.open(name)).match(PAGE);
      if (page !== undefined && (await caches.match(name.slice(VERSION.length))) !== undefined) return page;
    }
    return null;
  }

  async function file(request: Request | string): Promise<Response> {
    const kept = await caches.match(request, { ignoreVary: true });
    const path = typeof request === 'string' ? request : new URL(request.url).pathname;
    if (kept !== undefined && path.startsWith(HASHED)) return kept;
    const response = await fetch(request).catch((reason: unknown) => {
      if (kept !== undefined) return kept;
      throw reason;
    });
    if (response === kept) return kept;
    const newest = (await versions()).at(-1);
    if (response.ok && newest !== undefined) await (await caches.open(newest)).put(request, response.clone());
    return response;
  }

  return {
    async page(request, lasting) {
      const answering = fetch(request).then(async (response) => {
        // A device without room shows the page all the same.
        await keepPage(response).catch(() => undefined);
        return response;
      });
      lasting(answering.catch(() => null));
      const soon = await Promise.race([answering.catch(() => null), wait(PATIENCE_MS).then(() => null)]);
      if (soon !== null && !AWAY.has(soon.status)) return soon;
      return (await keptPage()) ?? answering;
    },
    file: (request) => file(request),
    async keep(files) {
      await keepPage(await fetch(PAGE));
      for (const path of files) await file(path);
    },
  };
}
