/** What can be told before anything is sent, by the same rules as the server's: size and first bytes. */
import { ATTACHMENT_LIMIT, refuse, type Failure } from '@butinerie/contracts';
import { isTaken, kindOf } from '@butinerie/domain';

export interface Looked {
  readonly image: boolean;
  readonly failure: Failure<'too-large' | 'file-type'> | null;
}

export async function lookAtFile(file: Blob): Promise<Looked> {
  const head = new Uint8Array(await file.slice(0, 1_024).arrayBuffer());
  const kind = kindOf(head);
  const image = isTaken(kind) && kind !== 'pdf';
  if (!isTaken(kind)) return { image, failure: refuse('file-type', { found: kind }).failure };
  if (file.size <= ATTACHMENT_LIMIT) return { image, failure: null };
  return { image, failure: refuse('too-large', { limit: ATTACHMENT_LIMIT, size: file.size }).failure };
}
