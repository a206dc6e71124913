/**
 * Identifiers: a prefix that names the concept, then 128 random bits in Crockford base32 (26 characters). Random and
 * not time-ordered, so that a pseudonym leaks no order. Made by whoever creates the thing: a retry names the same thing.
 */
import * as z from 'zod';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const BODY = /^[0-9a-hjkmnp-tv-z]{26}$/;

export const ID_PREFIXES = {
  challenge: 'ch',
  idea: 'id',
  rebound: 'rb',
  person: 'p',
  directorate: 'dr',
  notice: 'nt',
  mail: 'ml',
  late: 'lt',
  comment: 'cm',
  merge: 'mg',
  report: 'rp',
  moderation: 'md',
  attachment: 'at',
  note: 'no',
  nameRequest: 'nq',
  dispute: 'ds',
  keyChange: 'kc',
  shredding: 'sh',
  theme: 'th',
  field: 'fd',
  format: 'fm',
  impactEntry: 'ie',
} as const;
export type IdKind = keyof typeof ID_PREFIXES;

/**
 * The kinds from which the server tells the challenge a thing belongs to, and so whether it is there for whoever asks.
 * An address that names something else of a challenge names one of these beside it, or its kind comes here.
 */
export const PLACED_KINDS = [
  'challenge',
  'idea',
  'rebound',
  'comment',
  'merge',
  'attachment',
] as const satisfies readonly IdKind[];
export type PlacedKind = (typeof PLACED_KINDS)[number];

function idSchema<K extends IdKind>(kind: K) {
  const prefix = `${ID_PREFIXES[kind]}_`;
  return z
    .string()
    .refine((text) => text.startsWith(prefix) && BODY.test(text.slice(prefix.length)), {
      error: `must be ${prefix} followed by 26 characters of Crockford base32`,
    })
    .brand<K>();
}

export const challengeId = idSchema('challenge');
export const ideaId = idSchema('idea');
export const reboundId = idSchema('rebound');
export const personId = idSchema('person');
export const directorateId = idSchema('directorate');
export const noticeId = idSchema('notice');
export const mailId = idSchema('mail');
export const lateId = idSchema('late');
export const commentId = idSchema('comment');
export const mergeId = idSchema('merge');
export const reportId = idSchema('report');
export const moderationId = idSchema('moderation');
export const attachmentId = idSchema('attachment');
export const noteId = idSchema('note');
export const nameRequestId = idSchema('nameRequest');
export const disputeId = idSchema('dispute');
export const keyChangeId = idSchema('keyChange');
export const shreddingId = idSchema('shredding');
export const themeId = idSchema('theme');
export const fieldId = idSchema('field');
export const formatId = idSchema('format');
export const impactEntryId = idSchema('impactEntry');

export type NameRequestId = z.infer<typeof nameRequestId>;
export type DisputeId = z.infer<typeof disputeId>;
export type KeyChangeId = z.infer<typeof keyChangeId>;
export type ShreddingId = z.infer<typeof shreddingId>;
export type ChallengeId = z.infer<typeof challengeId>;
export type IdeaId = z.infer<typeof ideaId>;
export type ReboundId = z.infer<typeof reboundId>;
export type PersonId = z.infer<typeof personId>;
export type DirectorateId = z.infer<typeof directorateId>;
export type NoticeId = z.infer<typeof noticeId>;
export type MailId = z.infer<typeof mailId>;
export type LateId = z.infer<typeof lateId>;
export type CommentId = z.infer<typeof commentId>;
export type MergeId = z.infer<typeof mergeId>;
export type ReportId = z.infer<typeof reportId>;
export type ModerationId = z.infer<typeof moderationId>;
export type AttachmentId = z.infer<typeof attachmentId>;
export type NoteId = z.infer<typeof noteId>;
export type ThemeId = z.infer<typeof themeId>;
export type FieldId = z.infer<typeof fieldId>;
export type FormatId = z.infer<typeof formatId>;
export type ImpactEntryId = z.infer<typeof impactEntryId>;

interface IdByKind {
  challenge: ChallengeId;
  idea: IdeaId;
  rebound: ReboundId;
  person: PersonId;
  directorate: DirectorateId;
  notice: NoticeId;
  mail: MailId;
  late: LateId;
  comment: CommentId;
  merge: MergeId;
  report: ReportId;
  moderation: ModerationId;
  attachment: AttachmentId;
  note: NoteId;
  nameRequest: NameRequestId;
  dispute: DisputeId;
  keyChange: KeyChangeId;
  shredding: ShreddingId;
  theme: ThemeId;
  field: FieldId;
  format: FormatId;
  impactEntry: ImpactEntryId;
}

/** A fresh identifier from the platform's cryptographic random source. */
export function mintId<K extends IdKind>(kind: K): IdByKind[K] {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  let body = '';
  for (let i = 0; i < 26; i++) {
    body = ALPHABET.charAt(Number(bits & 31n)) + body;
    bits >>= 5n;
  }
  // The one place where a plain string becomes an id without passing the schema: it was built to fit it.
  return `${ID_PREFIXES[kind]}_${body}` as IdByKind[K];
}
