/** The question, the time box and its phases. */
import * as z from 'zod';
import { instant, news, route } from './define.ts';
import { challengeId, formatId, ideaId } from './ids.ts';
import { formField, labels, theme } from './particulars.ts';
import { directorate, personRef } from './people.ts';
import { visual } from './visual.ts';

export const PHASES = [
  'draft',
  'scheduled',
  'ideation',
  'rebound',
  'closing',
  'deliberation',
  'decided',
  'delivery',
  'impact_review',
  'archived',
  'cancelled',
] as const;
export const phase = z.enum(PHASES);
export type Phase = z.infer<typeof phase>;

/**
 * A deadline is what people agreed on: an hour on the wall somewhere. The instant is derived, and derived again when the
 * rules of that place change. `fold` chooses between the two readings of an hour that exists twice.
 */
export const localTime = z.strictObject({
  local: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/),
  timeZone: z.string().min(1).max(60),
  fold: z.enum(['earlier', 'later']).optional(),
});
export type LocalTime = z.infer<typeof localTime>;

export const moment = z.object({ local: z.string(), timeZone: z.string(), instant });
export type Moment = z.infer<typeof moment>;

export const timeBox = z.strictObject({
  opensAt: localTime,
  ideasUntil: localTime,
  closesAt: localTime,
  decisionDueAt: localTime,
});
export type TimeBox = z.infer<typeof timeBox>;

export const QUESTION_LIMIT = 160;
export const SELECTION_MODES = ['moderators', 'jury'] as const;

/** Working days a challenge may be paused for at most; calendar days its closing may be put off by. */
export const PAUSE_LIMIT = 10;
export const EXTENSION_LIMIT = 7;
export const STORY_LIMIT = 5_000;
const reason = z.string().trim().min(1).max(2_000);

/** `officer`: the data protection officer validated the note; `said`: a moderator says it was validated before. */
export const protectionHow = z.enum(['officer', 'said']);
export type ProtectionHow = z.infer<typeof protectionHow>;

/** Asked by a moderator; the closing moves once a sponsor has agreed. */
export const extension = z.object({
  days: z.number().int(),
  reason: z.string(),
  askedBy: personRef.nullable(),
  agreedBy: personRef.nullable(),
  /** Where the closing goes, or went. */
  closesAt: moment,
});

export const challenge = z.object({
  id: challengeId,
  version: z.number().int(),
  question: z.string(),
  brief: z.string(),
  phase,
  opensAt: moment,
  ideasUntil: moment,
  closesAt: moment,
  decisionDueAt: moment,
  selectionMode: z.enum(SELECTION_MODES),
  /** Who may come in besides those with a role in it. */
  audience: z.object({
    /** Null: agents of every directorate. */
    directorates: z.array(directorate).nullable(),
    /** People of other organisations, named to those who moderate it. */
    outsiders: z.array(personRef),
  }),
  /** In the order in which they are offered and asked. */
  themes: z.array(theme),
  fields: z.array(formField),
  labels,
  visual,
  /** Shown to those who prepare or check it. */
  protection: z.object({ how: protectionHow, by: personRef.nullable(), at: instant }).nullable(),
  sponsors: z.array(personRef),
  moderators: z.array(personRef),
  cancelled: z.object({ at: instant, reason: z.string() }).nullable(),
  /** Asked for and not agreed to, shown to those who may ask or agree. */
  cancellation: z.object({ askedBy: personRef.nullable(), reason: z.string() }).nullable(),
  /** `until`: the announced end, the latest at which it goes on. */
  paused: z.object({ at: instant, until: instant, reason: z.string() }).nullable(),
  extension: extension.nullable(),
  /** Put away for good: by whom, and what it gave, in words. */
  archived: z.object({ at: instant, by: personRef.nullable(), story: z.string() }).nullable(),
  /** Adopted ideas of which nobody measured the effect: to those who archive, then to everybody with the reason. */
  unmeasured: z.array(z.object({ idea: ideaId, title: z.string(), reason: z.string().nullable() })),
  resultsPublishedAt: instant.nullable(),
  /** What the reader may do now, by name: the screen shows exactly these. */
  acts: z.array(z.string()),
  /** Known once the challenge is closed: counters are hidden while ideas are open. */
  counts: z
    .object({ people: z.number().int(), ideas: z.number().int(), selected: z.number().int() })
    .nullable(),
});
export type Challenge = z.infer<typeof challenge>;

const params = z.strictObject({ challenge: challengeId });

/** Creates or rewrites a draft; the id is made by the caller, so that a retry is the same challenge. */
export const draftChallenge = route({
  name: 'draftChallenge',
  method: 'PUT',
  path: '/api/challenges/:challenge',
  params,
  body: z.strictObject({
    question: z.string().trim().min(1).max(QUESTION_LIMIT),
    brief: z.string().max(10_000),
    timeBox,
    /** Version it was read at; 0 for a new one. */
    version: z.number().int().min(0),
    /** A new one begins with what this one asks, whom it is for, its jury and the texts of its kit. */
    like: challengeId.optional(),
    /** A new one begins with what this format of the house keeps; not both. */
    format: formatId.optional(),
  }),
  answer: challenge,
  failures: [
    'invalid-dates',
    'impossible-hour',
    'ambiguous-hour',
    'challenge-phase',
    'stale-version',
    'id-taken',
  ],
});

export const scheduleChallenge = route({
  name: 'scheduleChallenge',
  method: 'POST',
  path: '/api/challenges/:challenge/schedule',
  params,
  body: z.strictObject({
    version: z.number().int(),
    /** The moderator says that the note on personal data was validated before. */
    protectionChecked: z.boolean().optional(),
  }),
  answer: challenge,
  failures: ['challenge-incomplete', 'challenge-phase', 'stale-version', 'invalid-dates'],
});

/** By the data protection officer. */
export const validateProtection = route({
  name: 'validateProtection',
  method: 'POST',
  path: '/api/challenges/:challenge/protection',
  params,
  body: z.strictObject({ version: z.number().int() }),
  answer: challenge,
  failures: ['challenge-phase', 'stale-version', 'already-answered'],
});

/** Of a draft it ends it; of any other it asks the general direction. */
export const cancelChallenge = route({
  name: 'cancelChallenge',
  method: 'POST',
  path: '/api/challenges/:challenge/cancellation',
  params,
  body: z.strictObject({ reason, version: z.number().int() }),
  answer: challenge,
  failures: ['challenge-phase', 'stale-version'],
});

export const agreeToCancellation = route({
  name: 'agreeToCancellation',
  method: 'POST',
  path: '/api/challenges/:challenge/cancellation/agreement',
  params,
  body: z.strictObject({ version: z.number().int() }),
  answer: challenge,
  failures: ['challenge-phase', 'stale-version', 'cancellation-not-asked', 'second-person-needed'],
});

/** During a pause it makes it longer. */
export const pauseChallenge = route({
  name: 'pauseChallenge',
  method: 'POST',
  path: '/api/challenges/:challenge/pause',
  params,
  body: z.strictObject({
    reason,
    workingDays: z.number().int().min(1).max(PAUSE_LIMIT),
    version: z.number().int(),
  }),
  answer: challenge,
  failures: ['challenge-phase', 'stale-version', 'already-paused'],
});

/** Every deadline that was ahead moves by the working days it lasted, to the same hour. */
export const resumeChallenge = route({
  name: 'resumeChallenge',
  method: 'POST',
  path: '/api/challenges/:challenge/resumption',
  params,
  body: z.strictObject({ version: z.number().int() }),
  answer: challenge,
  failures: ['challenge-phase', 'stale-version'],
});

export const askExtension = route({
  name: 'askExtension',
  method: 'POST',
  path: '/api/challenges/:challenge/extension',
  params,
  body: z.strictObject({
    days: z.number().int().min(1).max(EXTENSION_LIMIT),
    reason,
    version: z.number().int(),
  }),
  answer: challenge,
  failures: ['challenge-phase', 'stale-version', 'too-late-to-extend', 'already-extended', 'impossible-hour'],
});

export const agreeToExtension = route({
  name: 'agreeToExtension',
  method: 'POST',
  path: '/api/challenges/:challenge/extension/agreement',
  params,
  body: z.strictObject({ version: z.number().int() }),
  answer: challenge,
  failures: [
    'challenge-phase',
    'stale-version',
    'too-late-to-extend',
    'already-extended',
    'impossible-hour',
    'extension-not-asked',
    'second-person-needed',
  ],
});

/** After its impact review: what it gave is told, and of each adopted idea that was not measured why. */
export const archiveChallenge = route({
  name: 'archiveChallenge',
  method: 'POST',
  path: '/api/challenges/:challenge/archive',
  params,
  body: z.strictObject({
    story: z.string().trim().max(STORY_LIMIT),
    unmeasured: z.array(z.strictObject({ idea: ideaId, reason: z.string().trim().max(2_000) })).max(1_000),
    version: z.number().int(),
  }),
  answer: challenge,
  failures: ['challenge-phase', 'stale-version', 'archive-incomplete'],
});

export const readChallenge = route({
  name: 'readChallenge',
  method: 'GET',
  path: '/api/challenges/:challenge',
  params,
  answer: challenge,
});
export const listChallenges = route({
  name: 'listChallenges',
  method: 'GET',
  path: '/api/challenges',
  answer: z.object({ challenges: z.array(challenge) }),
});
export const readCalendar = route({
  name: 'readCalendar',
  method: 'GET',
  path: '/api/challenges/:challenge/calendar.ics',
  params,
  answer: z.string(),
  produces: 'text/calendar; charset=utf-8',
});

/** A phase passed, a date moved, results came: read it again. */
export const challengeChanged = news({
  name: 'challenge:changed',
  payload: z.object({ challenge: challengeId, phase, serverTime: instant }),
});
