/** A picture of one point, brought to an idea. */
import { attachFile, type AttachmentId, type IdeaId } from '@butinerie/contracts';
import type { Caller } from '../../src/caller.ts';

export const PIXEL = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64',
  ),
);

export const bring = (by: Caller, attachment: AttachmentId, to: IdeaId) =>
  by.expect(attachFile, {
    params: { attachment },
    query: { idea: to, name: 'plan.png', alt: 'Un plan' },
    body: PIXEL,
  });
