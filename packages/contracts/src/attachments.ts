/** Images and PDF beside an idea's text: added, described, taken back, shown. Their kind is what their bytes say. */
import * as z from 'zod';
import { bytes, FILE, instant, news, route, sentFile } from './define.ts';
import { attachmentId, challengeId, ideaId } from './ids.ts';
import { personRef } from './people.ts';

/** Bytes of one file, as sent. */
export const ATTACHMENT_LIMIT = 10_000_000;
/** Files of one idea; those taken back do not count. */
export const ATTACHMENTS_LIMIT = 8;
export const ALT_LIMIT = 300;

export const ATTACHMENT_TYPES = ['jpeg', 'png', 'webp', 'pdf'] as const;
export const attachmentType = z.enum(ATTACHMENT_TYPES);
export type AttachmentType = z.infer<typeof attachmentType>;

/** As files are called everywhere else. */
export const MEDIA_TYPES: Readonly<Record<AttachmentType, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
};

/** What a moderator does with one file; the other words of moderation are in its own concept. */
export const FILE_ACTS = ['hideFile', 'restoreFile'] as const;
export const fileAct = z.enum(FILE_ACTS);
export type FileAct = z.infer<typeof fileAct>;

/** A file, where it is spoken of. */
export const fileRef = z.object({ id: attachmentId, name: z.string(), type: attachmentType });
export type FileRef = z.infer<typeof fileRef>;

export const attachment = z.object({
  id: attachmentId,
  idea: ideaId,
  /** A label: no folder in it, and the extension of what it is. */
  name: z.string(),
  type: attachmentType,
  /** Bytes as kept. */
  size: z.number().int(),
  /** Pixels, of an image. */
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  /** What an image shows, for who does not see it; empty until somebody says it. */
  alt: z.string(),
  /** Null where the reader may not know who it is. */
  addedBy: personRef.nullable(),
  at: instant,
  /** What is taken back is listed for those who may put it back, what is hidden for the authors and moderators. */
  state: z.enum(['shown', 'removed', 'hidden']),
  /** The reason it is hidden for, once that cannot be undone any more; empty otherwise. */
  hiddenFor: z.string(),
  /** What the reader may do with it. */
  mayDescribe: z.boolean(),
  mayRemove: z.boolean(),
  /** What the reader may do with it as a moderator. */
  acts: z.array(fileAct),
});
export type Attachment = z.infer<typeof attachment>;

const params = z.strictObject({ attachment: attachmentId });
const attachments = z.object({ attachments: z.array(attachment), mayAttach: z.boolean() });
export type Attachments = z.infer<typeof attachments>;

/** In the order in which they were added. */
export const listAttachments = route({
  name: 'listAttachments',
  method: 'GET',
  path: '/api/ideas/:idea/attachments',
  params: z.strictObject({ idea: ideaId }),
  answer: attachments,
});

/** The id is made by whoever adds it: the same file sent again is the same attachment. */
export const attachFile = route({
  name: 'attachFile',
  method: 'PUT',
  path: '/api/attachments/:attachment/file',
  params,
  query: z.strictObject({ idea: ideaId, name: z.string().max(1_000), alt: z.string().max(ALT_LIMIT) }),
  body: bytes,
  consumes: FILE,
  answer: attachments,
  failures: ['challenge-phase', 'idea-state', 'id-taken', 'file-type', 'file-damaged', 'too-many-files'],
  limit: ATTACHMENT_LIMIT,
});

/** Images are shown where they stand; everything else is a file to download. */
export const readAttachment = route({
  name: 'readAttachment',
  method: 'GET',
  path: '/api/attachments/:attachment/file',
  params,
  answer: sentFile,
  produces: FILE,
});

export const describeAttachment = route({
  name: 'describeAttachment',
  method: 'PATCH',
  path: '/api/attachments/:attachment',
  params,
  body: z.strictObject({ alt: z.string().trim().max(ALT_LIMIT) }),
  answer: attachments,
  failures: ['challenge-phase', 'idea-state'],
});

/** Out of the readers' sight; kept, and put back by the same people. */
export const removeAttachment = route({
  name: 'removeAttachment',
  method: 'POST',
  path: '/api/attachments/:attachment/removal',
  params,
  answer: attachments,
  failures: ['challenge-phase', 'idea-state', 'too-many-files'],
});
export const restoreAttachment = route({
  name: 'restoreAttachment',
  method: 'POST',
  path: '/api/attachments/:attachment/restoration',
  params,
  answer: attachments,
  failures: ['challenge-phase', 'idea-state', 'too-many-files'],
});

/** A file was added, described, taken back, put back or hidden: read them again. */
export const attachmentsChanged = news({
  name: 'attachments:changed',
  payload: z.object({ challenge: challengeId, idea: ideaId }),
});
