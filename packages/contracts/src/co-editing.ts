/** The living text: packages/collaboration/PROTOCOL.md has the rules of these messages. */
import * as z from 'zod';
import { bytes, instant, message, news } from './define.ts';
import { ideaId, personId } from './ids.ts';

/** Largest update in bytes; a client splits a larger paste. */
export const UPDATE_LIMIT = 256 * 1024;
const MESSAGE_LIMIT = UPDATE_LIMIT + 1024;
const limitedBytes = bytes.refine((value) => value.byteLength <= MESSAGE_LIMIT, { error: 'too many bytes' });

/** Somebody present in a text, by the server's word. */
export const presence = z.object({ person: personId, name: z.string() });
export type Presence = z.infer<typeof presence>;
/** A caret as a y-protocols awareness update. Of what a client says about itself only the caret is believed. */
const caretBytes = bytes.refine((value) => value.byteLength <= 8_192, { error: 'too many bytes' });

export const joinIdea = message({
  name: 'idea:join',
  payload: z.strictObject({
    idea: ideaId,
    /** State vector of what the client has; empty for nothing. */
    vector: limitedBytes,
    /** How many client ids to lease; none for a reader. */
    lease: z.number().int().min(0).max(4),
  }),
  answer: z.object({
    /** What the client lacks. */
    update: bytes,
    /** State vector of the server: what the client has beyond it is not known here. */
    vector: bytes,
    seq: z.number().int(),
    epoch: z.number().int(),
    lease: z.array(z.number().int()),
    mayWrite: z.boolean(),
    sealed: z.boolean(),
    carets: bytes,
    /** How many people are there, and who, of many the first: the others are named by their carets. */
    present: z.number().int(),
    people: z.array(presence),
  }),
  failures: ['update-refused'],
});

export const updateIdea = message({
  name: 'idea:update',
  payload: z.strictObject({ idea: ideaId, update: limitedBytes }),
  answer: z.discriminatedUnion('kept', [
    /** In the text, and on disk. */
    z.object({ kept: z.literal('text'), seq: z.number().int(), fresh: z.boolean(), at: instant }),
    /** Arrived after closing: kept apart, with its author. */
    z.object({ kept: z.literal('late'), at: instant }),
  ]),
  failures: ['not-a-writer', 'update-refused', 'append-failed'],
});

export const showPresence = message({
  name: 'idea:presence',
  payload: z.strictObject({
    idea: ideaId,
    caret: caretBytes,
  }),
  answer: z.object({ shown: z.boolean() }),
  failures: ['update-refused'],
  answered: 'when asked',
});

export const leaveIdea = message({
  name: 'idea:leave',
  payload: z.strictObject({ idea: ideaId }),
  answer: z.object({ left: z.literal(true) }),
});

export const ideaUpdated = news({
  name: 'idea:updated',
  payload: z.object({
    idea: ideaId,
    /** The last row of the log that these updates hold, and how many rows that makes. */
    seq: z.number().int(),
    rows: z.number().int().positive(),
    /** A row each, or several rows as one difference for who could not follow. */
    updates: z.array(bytes).min(1),
  }),
});
export const presenceChanged = news({
  name: 'presence:changed',
  payload: z.object({
    idea: ideaId,
    /** Those that moved, came or went since the last time. */
    carets: bytes,
    /** How many people are there, and of many the first by name; null while they are the same people. */
    present: z.number().int(),
    people: z.array(presence).nullable(),
  }),
});
export const ideaSealed = news({
  name: 'idea:sealed',
  payload: z.object({ idea: ideaId, closedAt: instant }),
});
/** The server reloaded the document from its log: join again with a new client id. */
export const documentReloaded = news({
  name: 'document:reloaded',
  payload: z.object({ idea: ideaId, epoch: z.number().int() }),
});
