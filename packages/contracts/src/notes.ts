/**
 * Between two challenges: notes kept for a later one (« pollen ») and practices that already work somewhere. A note comes
 * into a challenge as an idea of its author, by her consent; the note and the idea name each other for good.
 */
import * as z from 'zod';
import { instant, news, route } from './define.ts';
import { challengeId, commentId, ideaId, noteId, personId, reportId } from './ids.ts';
import { personRef } from './people.ts';
import { MODERATION_REASON_LIMIT, reportMotive } from './moderation.ts';

export const NOTE_KINDS = ['pollen', 'practice'] as const;
export const noteKind = z.enum(NOTE_KINDS);
export type NoteKind = z.infer<typeof noteKind>;

export const NOTE_STATES = ['draft', 'published', 'withdrawn', 'hidden'] as const;
export const noteState = z.enum(NOTE_STATES);
export type NoteState = z.infer<typeof noteState>;

/** Checked at publishing only, as for ideas. */
export const TAKE_UP_LIMIT = 500;

export const note = z.object({
  id: noteId,
  kind: noteKind,
  state: noteState,
  author: personRef,
  /** Null where the words are not the reader's to read: taken back, or hidden. */
  title: z.string().nullable(),
  text: z.string().nullable(),
  publishedAt: instant.nullable(),
  savedAt: instant,
  version: z.number().int(),
  mine: z.boolean(),
  /** « Repris par »: the directorates, in the order in which they did. */
  takenUpBy: z.array(z.string()),
  /** The ideas it became. */
  ideas: z.array(ideaId),
});
export type Note = z.infer<typeof note>;

export const takeUp = z.object({ person: personRef, words: z.string(), at: instant });
export type TakeUp = z.infer<typeof takeUp>;

export const wish = z.object({
  challenge: z.object({ id: challengeId, question: z.string() }),
  by: personRef.nullable(),
  /** Why it belongs there, in a moderator's words. */
  words: z.string(),
  at: instant,
  /** `accepted`: it comes in when the challenge opens. */
  state: z.enum(['asked', 'accepted', 'declined', 'brought']),
  idea: ideaId.nullable(),
});
export type Wish = z.infer<typeof wish>;

export const noteReport = z.object({
  id: reportId,
  comment: commentId.nullable(),
  motive: reportMotive,
  words: z.string(),
  at: instant,
});
export type NoteReport = z.infer<typeof noteReport>;

export const notePage = note.extend({
  /** What it said before, oldest first. */
  versions: z.array(z.object({ title: z.string(), text: z.string(), at: instant })),
  takeUps: z.array(takeUp),
  /** Where it is wanted: all of it to its author and to moderators, what became an idea to everybody. */
  wishes: z.array(wish),
  /** Challenges into which the reader may bring it or ask for it. */
  challenges: z.array(z.object({ id: challengeId, question: z.string() })),
  /** Waiting for a moderator; empty to others. */
  reports: z.array(noteReport),
  /** The reason it is hidden for, to its author and to moderators. */
  hiddenFor: z.string().nullable(),
  acts: z.array(z.string()),
});
export type NotePage = z.infer<typeof notePage>;

const params = z.strictObject({ note: noteId });
const words = { title: z.string().max(10_000), text: z.string().max(100_000) };

/** Kept at any length from the first word; its author's alone until it is published. */
export const saveNoteDraft = route({
  name: 'saveNoteDraft',
  method: 'PUT',
  path: '/api/notes/:note/draft',
  params,
  body: z.strictObject({ kind: noteKind, ...words }),
  answer: z.object({ note: noteId, savedAt: instant }),
  failures: ['note-state', 'id-taken'],
  limit: 500_000,
});
const unpublishable = [
  'note-state',
  'title-missing',
  'text-missing',
  'title-too-long',
  'text-too-long',
] as const;
export const publishNote = route({
  name: 'publishNote',
  method: 'POST',
  path: '/api/notes/:note/publication',
  asksCharter: true,
  params,
  answer: notePage,
  failures: unpublishable,
});
/** Other words for a published note; what it said before stays readable. */
export const rewriteNote = route({
  name: 'rewriteNote',
  method: 'PUT',
  path: '/api/notes/:note',
  asksCharter: true,
  params,
  body: z.strictObject({ ...words, version: z.number().int() }),
  answer: notePage,
  failures: [...unpublishable, 'stale-version'],
  limit: 500_000,
});
export const readNote = route({
  name: 'readNote',
  method: 'GET',
  path: '/api/notes/:note',
  params,
  answer: notePage,
});
export const NOTES_AT_ONCE = 50;
export const listNotes = route({
  name: 'listNotes',
  method: 'GET',
  path: '/api/notes',
  query: z.strictObject({
    kind: noteKind.optional(),
    search: z.string().max(200).optional(),
    from: z
      .string()
      .regex(/^\d{1,6}$/)
      .transform(Number)
      .optional(),
  }),
  /** Newest first, or best match first. `drafts` and `reported` are the reader's own work. */
  answer: z.object({
    notes: z.array(note),
    total: z.number().int(),
    drafts: z.array(note),
    reported: z.array(note),
  }),
});
export type NotesQuery = z.infer<(typeof listNotes)['query']>;

/** What others wrote under it stays. */
export const withdrawNote = route({
  name: 'withdrawNote',
  method: 'POST',
  path: '/api/notes/:note/withdrawal',
  params,
  answer: notePage,
  failures: ['note-state'],
});
export const restoreNote = route({
  name: 'restoreNote',
  method: 'POST',
  path: '/api/notes/:note/restoration',
  params,
  answer: notePage,
  failures: ['note-state'],
});

/** « Repris chez nous »: once a person, with a word on how. */
export const takeUpPractice = route({
  name: 'takeUpPractice',
  method: 'PUT',
  path: '/api/notes/:note/take-up',
  asksCharter: true,
  params,
  body: z.strictObject({ words: z.string().trim().max(TAKE_UP_LIMIT) }),
  answer: notePage,
  failures: ['note-state'],
});

/** A moderator asks its author for it; the author who brings it herself needs nobody. */
export const bringNote = route({
  name: 'bringNote',
  method: 'POST',
  path: '/api/notes/:note/wishes',
  asksCharter: true,
  params,
  body: z.strictObject({
    challenge: challengeId,
    words: z.string().trim().max(1_000),
    /** The author's own: whose comments come along, as rebounds in their words and their name. */
    credited: z.array(commentId).max(100),
  }),
  answer: notePage,
  failures: ['note-state', 'challenge-phase', 'already-answered'],
});
export const answerWish = route({
  name: 'answerWish',
  method: 'PUT',
  path: '/api/notes/:note/wishes/:challenge',
  asksCharter: true,
  params: z.strictObject({ note: noteId, challenge: challengeId }),
  body: z.strictObject({
    answer: z.enum(['accept', 'decline']),
    credited: z.array(commentId).max(100),
  }),
  answer: notePage,
  failures: ['note-state', 'challenge-phase', 'already-answered'],
});
/** The note an idea was, if any. */
export const readNoteOfIdea = route({
  name: 'readNoteOfIdea',
  method: 'GET',
  path: '/api/ideas/:idea/note',
  params: z.strictObject({ idea: ideaId }),
  answer: z.object({
    note: z.object({ id: noteId, kind: noteKind, author: personId, title: z.string().nullable() }).nullable(),
  }),
});

export const reportNote = route({
  name: 'reportNote',
  method: 'POST',
  path: '/api/notes/:note/reports',
  params,
  body: z.strictObject({
    id: reportId,
    /** Null for the note itself. */
    comment: commentId.nullable(),
    motive: reportMotive,
    words: z.string().max(MODERATION_REASON_LIMIT),
  }),
  answer: z.object({ report: reportId }),
  failures: ['id-taken', 'note-state'],
});
export const NOTE_MODERATION = ['keep', 'hide', 'show'] as const;
/** `keep` answers the reports and changes nothing; what is hidden tells its author why. */
export const moderateNote = route({
  name: 'moderateNote',
  method: 'POST',
  path: '/api/notes/:note/moderation',
  params,
  body: z.strictObject({
    act: z.enum(NOTE_MODERATION),
    comment: commentId.nullable(),
    reason: z.string().trim().max(MODERATION_REASON_LIMIT),
  }),
  answer: notePage,
  failures: ['note-state', 'text-missing'],
});

/** A note, its talk or what became of it changed: read it again. */
export const noteChanged = news({ name: 'note:changed', payload: z.object({ note: noteId }) });
