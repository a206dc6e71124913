/** One queue of what needs a moderator now, acts with their reasons, and reports by any agent. */
import * as z from 'zod';
import { FILE_ACTS, fileRef } from './attachments.ts';
import { instant, news, route } from './define.ts';
import { attachmentId, challengeId, commentId, ideaId, lateId, moderationId, reportId } from './ids.ts';
import { themeRef } from './particulars.ts';
import { personRef } from './people.ts';

export const REPORT_MOTIVES = ['personal-data', 'insult', 'off-topic', 'other'] as const;
export const reportMotive = z.enum(REPORT_MOTIVES);
export type ReportMotive = z.infer<typeof reportMotive>;

/** How long an act can be undone by whoever did it; its author is told after that. */
export const UNDO_SECONDS = 10;
export const MODERATION_REASON_LIMIT = 1_000;

/** Any agent: read by moderators alone, who never see it as a vote. */
export const reportContent = route({
  name: 'reportContent',
  method: 'POST',
  path: '/api/ideas/:idea/reports',
  params: z.strictObject({ idea: ideaId }),
  body: z.strictObject({
    id: reportId,
    /** Null for the idea itself. */
    comment: commentId.nullable(),
    /** One of its files. */
    file: attachmentId.nullable().default(null),
    motive: reportMotive,
    words: z.string().max(MODERATION_REASON_LIMIT),
  }),
  answer: z.object({ report: reportId }),
  failures: ['id-taken'],
});

export const MODERATION_ACTS = [
  'welcomeIdea',
  'keepContent',
  'hideIdea',
  'hideComment',
  'confirmHidden',
  'restoreIdea',
  'restoreComment',
  ...FILE_ACTS,
  'annexLate',
  'refuseLate',
  'notDuplicates',
  'declareLink',
  'reopenItem',
] as const;
export const moderationAct = z.enum(MODERATION_ACTS);
export type ModerationAct = z.infer<typeof moderationAct>;

export const moderationItem = z.object({
  /** The same as long as it waits. */
  key: z.string(),
  kind: z.enum(['welcome', 'duplicate', 'report', 'late', 'question', 'review']),
  at: instant,
  idea: z.object({ id: ideaId, title: z.string() }),
  comment: commentId.nullable(),
  file: fileRef.nullable(),
  late: lateId.nullable(),
  theme: themeRef.nullable(),
  /** To whom its theme sends it: `all` where it is sent to nobody in particular, or has waited long enough. */
  routed: z.enum(['you', 'others', 'all']),
  /** The idea it may be a double of. */
  other: z.object({ id: ideaId, title: z.string(), text: z.string() }).nullable(),
  person: personRef.nullable(),
  /** What it is about, in the words of whoever wrote it. */
  text: z.string(),
  motive: reportMotive.nullable(),
  /** What happens by itself when nobody acts. */
  dueAt: instant.nullable(),
  /** Nobody acted in time. */
  overdue: z.boolean(),
  /** The reader has a link with the idea: another moderator handles it. */
  linked: z.boolean(),
  /** Who of the team may act; nobody when each of them has a link. */
  handlers: z.array(personRef),
  acts: z.array(moderationAct),
});
export type ModerationItem = z.infer<typeof moderationItem>;

export const moderationEvent = z.object({
  id: moderationId,
  at: instant,
  act: moderationAct,
  by: personRef.nullable(),
  idea: z.object({ id: ideaId, title: z.string() }),
  reason: z.string(),
  comment: commentId.nullable(),
  file: fileRef.nullable(),
  late: lateId.nullable(),
  undone: z.boolean(),
  /** What the reader may still do about what was decided. */
  acts: z.array(moderationAct),
});
export type ModerationEvent = z.infer<typeof moderationEvent>;

const params = z.strictObject({ challenge: challengeId });
const queue = z.object({ items: z.array(moderationItem), events: z.array(moderationEvent) });
export const readModeration = route({
  name: 'readModeration',
  method: 'GET',
  path: '/api/challenges/:challenge/moderation',
  params,
  answer: queue,
});

/** The id is made by the caller: sent again it is the same act. */
export const moderate = route({
  name: 'moderate',
  method: 'POST',
  path: '/api/challenges/:challenge/moderation',
  params,
  body: z.strictObject({
    id: moderationId,
    act: moderationAct,
    idea: ideaId,
    comment: commentId.nullable(),
    /** For one of its files. */
    file: attachmentId.nullable().default(null),
    late: lateId.nullable(),
    /** For a likeness: the other idea. */
    other: ideaId.nullable().default(null),
    /** For opening again: the decision. */
    decision: moderationId.nullable().default(null),
    reason: z.string().trim().max(MODERATION_REASON_LIMIT),
  }),
  answer: queue,
  failures: [
    'idea-state',
    'own-idea',
    'second-person-needed',
    'text-missing',
    'already-answered',
    'id-taken',
  ],
});

export const undoModeration = route({
  name: 'undoModeration',
  method: 'POST',
  path: '/api/challenges/:challenge/moderation/:moderation/undoing',
  params: z.strictObject({ challenge: challengeId, moderation: moderationId }),
  answer: queue,
  failures: ['too-late-to-undo', 'idea-state', 'already-answered'],
});

/** Something waits, or does not any more: moderators read the queue again. */
export const moderationChanged = news({
  name: 'moderation:changed',
  payload: z.object({ challenge: challengeId }),
});
