/** Has the app kept on this device, once its first page is there: the next visit opens without a network too. */

const WORKER = '/service-worker.js';

export async function keepApp(): Promise<void> {
  try {
    const { serviceWorker } = navigator;
    const first = serviceWorker.controller === null;
    await serviceWorker.register(WORKER);
    if (!first) return;
    const { active } = await serviceWorker.ready;
    // What this page asked for before the worker was there came past it: the browser still has it.
    const loaded = new PerformanceObserver((list) => active?.postMessage(list.getEntries().map(pathOf)));
    loaded.observe({ type: 'resource', buffered: true });
  } catch {
    // Refused by the browser, or an origin that is not secure: the app opens with a network, as before.
  }
}

/** Empty for what is of another origin. */
function pathOf({ name }: PerformanceEntry): string {
  const { origin, pathname } = new URL(name);
  return origin === location.origin ? pathname : '';
}
