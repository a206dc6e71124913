/** Binds the kept app to the browser. Built as one file of its own; nothing of the server's answers goes through it. */
import { createAppShell, isFileOfApp, isPageOfApp } from './app-shell.ts';

/** Of a service worker's scope what is used: TypeScript's library has it only apart from that of pages. */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Said extends Lasting {
  readonly data: unknown;
}
interface Scope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(name: 'install' | 'activate', hear: (event: Lasting) => void): void;
  addEventListener(name: 'fetch', hear: (event: Asked) => void): void;
  addEventListener(name: 'message', hear: (event: Said) => void): void;
}
const scope = self as unknown as Scope;

const app = createAppShell({
  caches,
  fetch: (request) => fetch(request),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
});

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== scope.location.origin) return;
  if (isFileOfApp(pathname)) event.respondWith(app.file(request));
  else if (request.mode === 'navigate' && isPageOfApp(pathname))
    event.respondWith(app.page(request, (work) => event.waitUntil(work)));
});
scope.addEventListener('message', (event) => {
  const files = Array.isArray(event.data) ? event.data.filter((path) => typeof path === 'string') : [];
  event.waitUntil(app.keep(files.filter(isFileOfApp)));
});
