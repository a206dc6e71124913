/** Sends a file and says how far it is: the one kind of request whose progress a person waits for. */
import { addressOf, FILE, resultOf, type ArgsOf, type Route } from '@butinerie/contracts';
import { told, type CallResult } from './call.ts';

export interface Underway {
  /** Hears the share that left, from 0 to 1. */
  readonly onProgress: (share: number) => void;
  /** Takes it back while it is under way. */
  readonly signal?: AbortSignal;
}

export function sendFile<R extends Route>(
  route: R,
  args: Omit<ArgsOf<R>, 'body'>,
  file: Blob,
  { onProgress, signal }: Underway,
): Promise<CallResult<R>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const lost = (): void => resolve({ ok: false, failure: { code: 'offline' } });
    request.open(route.method, addressOf(route, args));
    request.setRequestHeader('content-type', FILE);
    request.setRequestHeader('accept', route.produces);
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total === 0 ? 0 : loaded / total),
    );
    request.addEventListener('error', lost);
    request.addEventListener('abort', lost);
    request.addEventListener('load', () => {
      const { status, responseText: text } = request;
      const ours = request.getResponseHeader('content-type')?.includes('json') === true;
      // A proxy in front answers for a server that is starting or stopping.
      if (!ours && status >= 500) lost();
      else resolve(told(resultOf(route, { ok: status >= 200 && status < 300, text })));
    });
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    // As bytes: a Blob would bring its own idea of its type.
    file.arrayBuffer().then((bytes) => {
      if (signal?.aborted) lost();
      else request.send(bytes);
    }, lost);
  });
}
