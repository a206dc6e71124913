/** Sends a file and says how far it is: the one request whose progress a person waits for. */
import { addressOf, attachFile, FILE, resultOf, type AttachmentId, type IdeaId } from '@butinerie/contracts';
import { told, type CallResult } from '../platform/call.ts';

export interface Sending {
  readonly id: AttachmentId;
  readonly idea: IdeaId;
  readonly file: File;
  readonly alt: string;
}
export type Sent = CallResult<typeof attachFile>;

/** `onProgress` hears the share that left, from 0 to 1; `signal` takes it back while it is under way. */
export function upload(
  { id, idea, file, alt }: Sending,
  onProgress: (share: number) => void,
  signal?: AbortSignal,
): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const lost = (): void => resolve({ ok: false, failure: { code: 'offline' } });
    const query = { idea, name: file.name.slice(-1_000), alt };
    request.open('PUT', addressOf(attachFile, { params: { attachment: id }, query }));
    request.setRequestHeader('content-type', FILE);
    request.setRequestHeader('accept', attachFile.produces);
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
      else resolve(told(resultOf(attachFile, { ok: status >= 200 && status < 300, text })));
    });
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    // As bytes: a Blob would bring its own idea of its type.
    file.arrayBuffer().then((bytes) => {
      if (signal?.aborted) lost();
      else request.send(bytes);
    }, lost);
  });
}
