/** What cleaning a file gives: its kind, the bytes to keep, and the size of an image. */
import { refuse, type AttachmentType, type Failure, type Result } from '@butinerie/contracts';

export interface Cleaned {
  readonly type: AttachmentType;
  readonly bytes: Uint8Array;
  /** Null for what is no image. */
  readonly width: number | null;
  readonly height: number | null;
}
export type CleanResult = Result<Cleaned, Failure<'file-damaged'>>;

export function damaged(
  type: AttachmentType,
  why: 'truncated' | 'corrupt' | 'too-many-pixels',
): { ok: false; failure: Failure<'file-damaged'> } {
  return refuse('file-damaged', { type, why });
}
