/** Who is speaking: the session, sign-in by a personal link, the demonstration's roles. */
import * as z from 'zod';
import { instant, route } from './define.ts';
import { personId } from './ids.ts';
import { directorate, grant } from './people.ts';
import { vocabulary } from './vocabulary.ts';

export const LANGUAGES = ['fr', 'en'] as const;
export const language = z.enum(LANGUAGES);
export type Language = z.infer<typeof language>;

export const me = z.object({
  id: personId,
  name: z.string(),
  mail: z.string().nullable(),
  directorate: directorate.nullable(),
  language,
  grants: z.array(grant),
  /** Invited by name from another organisation: what is between agents is not for her. */
  outside: z.literal(true).optional(),
});
export type Me = z.infer<typeof me>;

export const demonstrationRole = z.object({
  person: personId,
  name: z.string(),
  directorate: z.string().nullable(),
  /** Key of the part this person plays: `author`, `moderator`, `sponsor`… translated on the screen. */
  part: z.string(),
});

export const sessionState = z.object({
  me: me.nullable(),
  /** The server decides what time it is; the client keeps the offset. */
  serverTime: instant,
  protocol: z.number().int(),
  instance: z.object({
    id: z.string(),
    name: z.string(),
    demonstration: z.boolean(),
    /** The embedded database is for trying the product out; the screen says so to administrators. */
    embeddedDatabase: z.boolean(),
    /** True where no SMTP server is set: mails are read on a page by moderators. */
    mailPage: z.boolean(),
    /** The council's own words; null where the product's stand. */
    vocabulary: vocabulary.nullable(),
  }),
  demonstrationRoles: z.array(demonstrationRole),
});
export type SessionState = z.infer<typeof sessionState>;

export const readSession = route({
  name: 'readSession',
  method: 'GET',
  path: '/api/session',
  audience: 'anyone',
  answer: sessionState,
});

export const signInWithLink = route({
  name: 'signInWithLink',
  method: 'POST',
  path: '/api/sign-in/link',
  audience: 'anyone',
  body: z.strictObject({ token: z.string().min(20).max(100) }),
  answer: sessionState,
  failures: ['link-unknown'],
});

/** Always the same answer, whether the address is known or not. */
export const requestLink = route({
  name: 'requestLink',
  method: 'POST',
  path: '/api/sign-in/request',
  audience: 'anyone',
  body: z.strictObject({ mail: z.email().max(254) }),
  answer: z.object({ sent: z.literal('if-known') }),
});

export const signInAsDemonstration = route({
  name: 'signInAsDemonstration',
  method: 'POST',
  path: '/api/sign-in/demonstration',
  audience: 'anyone',
  body: z.strictObject({ person: personId }),
  answer: sessionState,
  failures: ['not-a-demonstration'],
});

export const signInWithPassword = route({
  name: 'signInWithPassword',
  method: 'POST',
  path: '/api/sign-in/password',
  audience: 'anyone',
  body: z.strictObject({ mail: z.email().max(254), password: z.string().min(1).max(200) }),
  answer: sessionState,
  failures: ['link-unknown'],
});

/** A password is never needed; who wants one sets it while signed in. */
export const setPassword = route({
  name: 'setPassword',
  method: 'PUT',
  path: '/api/me/password',
  body: z.strictObject({ password: z.string().min(12).max(200) }),
  answer: z.object({ set: z.literal(true) }),
});

export const signOut = route({
  name: 'signOut',
  method: 'POST',
  path: '/api/sign-out',
  body: z.strictObject({ everywhere: z.boolean() }),
  answer: z.object({ signedOut: z.literal(true) }),
});

export const setLanguage = route({
  name: 'setLanguage',
  method: 'PUT',
  path: '/api/me/language',
  body: z.strictObject({ language }),
  answer: me,
});
