/** The living text: packages/collaboration/PROTOCOL.md has the rules of these messages. */
import { z } from 'zod';
import { bytes, instant, message, news } from './define.ts';
import { ideaId, personId } from './ids.ts';

/** Largest update in bytes; a client splits a larger paste. */
export const UPDATE_LIMIT = 256 * 1024;
const MESSAGE_LIMIT = UPDATE_LIMIT + 1024;
const limitedBytes = bytes.refine((value) => value.byteLength <= MESSAGE_LIMIT, { error: 'too many bytes' });

/** Somebody present in a text. The identity is the server's; only the cursor comes from the client. */
export const presence = z.object({
  connection: z.string(),
  person: personId,
  name: z.string(),
  /** The client id its cursor belongs to; null for a reader. */
  clientId: z.number().int().nullable(),
  /** Relative positions of the selection as y-protocols encodes them, opaque to the server; null when away. */
  cursor: z.json().nullable(),
});
export type Presence = z.infer<typeof presence>;

export const joinIdea = message({
  name: 'idea:join',
  payload: z.strictObject({
    idea: ideaId,
    /** State vector of what the client has; empty for nothing. */
    vector: bytes,
    /** Whether client ids are wanted: a reader joins without a lease. */
    write: z.boolean(),
  }),
  answer: z.object({
    /** What the client lacks. */
    update: bytes,
    seq: z.number().int(),
    epoch: z.number().int(),
    clientIds: z.array(z.number().int()),
    mayWrite: z.boolean(),
    sealedAt: instant.nullable(),
    present: z.array(presence),
  }),
});

export const updateIdea = message({
  name: 'idea:update',
  payload: z.strictObject({ idea: ideaId, epoch: z.number().int(), update: limitedBytes }),
  answer: z.discriminatedUnion('kept', [
    /** In the text, and on disk. */
    z.object({ kept: z.literal('text'), seq: z.number().int(), at: instant }),
    /** Arrived after closing: kept apart, with its author. */
    z.object({ kept: z.literal('late'), at: instant }),
  ]),
  failures: ['not-a-writer', 'update-refused', 'resync-needed', 'append-failed'],
});

export const showPresence = message({
  name: 'idea:presence',
  payload: z.strictObject({
    idea: ideaId,
    clientId: z.number().int().nullable(),
    cursor: z.json().nullable(),
  }),
  answer: z.object({ shown: z.boolean() }),
});

export const leaveIdea = message({
  name: 'idea:leave',
  payload: z.strictObject({ idea: ideaId }),
  answer: z.object({ left: z.literal(true) }),
});

export const ideaUpdated = news({
  name: 'idea:updated',
  payload: z.object({ idea: ideaId, epoch: z.number().int(), seq: z.number().int(), update: bytes }),
});
export const presenceChanged = news({
  name: 'presence:changed',
  payload: z.object({ idea: ideaId, present: z.array(presence), gone: z.array(z.string()) }),
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
