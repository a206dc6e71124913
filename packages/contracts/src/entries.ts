/**
 * Ideas of agents without a mailbox: entered for them by a facilitator or by themselves at a kiosk, with a code on paper
 * that reads the answers without an account and opens one when wanted.
 */
import * as z from 'zod';
import { adoption } from './adoption.ts';
import { instant, route } from './define.ts';
import { challengeId, ideaId } from './ids.ts';
import { ideaState } from './ideas.ts';
import { formField, labels, particulars, theme } from './particulars.ts';
import { personRef } from './people.ts';
import { reasonedAnswer } from './selection.ts';

/** Without anybody touching it a kiosk forgets everything after this, and says so a little before. */
export const KIOSK_SECONDS = 120;
export const KIOSK_WARNING_SECONDS = 20;
export const KIOSK_HOURS = 12;

/** As typed: spaces, dashes and capitals make no difference. */
const code = z.string().trim().min(8).max(40);

export const entryAuthor = z.union([
  z.strictObject({
    name: z.string().trim().min(1).max(120),
    directorate: z.string().trim().min(1).max(120),
  }),
  /** Of an earlier idea: it is the same person's. */
  z.strictObject({ code }),
]);
export type EntryAuthor = z.infer<typeof entryAuthor>;

/** The paper that its agent keeps. */
export const entrySlip = z.object({
  idea: ideaId,
  title: z.string(),
  question: z.string(),
  agent: personRef,
  facilitator: personRef,
  code: z.string(),
  /** Where the code is typed, and the same with the code as a QR code, an SVG document. */
  url: z.string(),
  qr: z.string(),
});
export type EntrySlip = z.infer<typeof entrySlip>;

const words = {
  idea: ideaId,
  author: entryAuthor,
  title: z.string().max(10_000),
  text: z.string().max(100_000),
  /** The theme and answers that the challenge asks for, as of every idea. */
  particulars: particulars.optional(),
  /** The version of the charter that the agent accepted, on paper or on the shared device. */
  charter: z.number().int().optional(),
};
const REFUSALS = [
  'challenge-phase',
  'idea-state',
  'id-taken',
  'code-unknown',
  'title-missing',
  'text-missing',
  'title-too-long',
  'text-too-long',
  'particulars-missing',
  'answer-too-long',
] as const;

/** By a moderator, in the agent's words and name. Sent again it makes a new slip, and the one before opens nothing. */
export const enterIdea = route({
  name: 'enterIdea',
  method: 'POST',
  path: '/api/challenges/:challenge/entries',
  params: z.strictObject({ challenge: challengeId }),
  body: z.strictObject(words),
  answer: entrySlip,
  failures: REFUSALS,
  limit: 500_000,
});

/** Who wrote it down for its author; null for every other idea. */
export const readEntry = route({
  name: 'readEntry',
  method: 'GET',
  path: '/api/ideas/:idea/entry',
  params: z.strictObject({ idea: ideaId }),
  answer: z.object({
    entry: z
      .object({
        facilitator: personRef,
        at: instant,
        /** The author used the code: it is theirs by their own word. */
        confirmed: z.boolean(),
      })
      .nullable(),
  }),
});

/** What became of an idea, for whoever holds its paper. */
export const followedEntry = z.object({
  question: z.string(),
  agent: personRef,
  facilitator: personRef,
  idea: z.object({ id: ideaId, title: z.string(), text: z.string(), state: ideaState }),
  rebounds: z.array(z.object({ person: personRef, text: z.string(), at: instant })),
  answer: reasonedAnswer.nullable(),
  adoption: adoption.pick({ directorate: true, promise: true, dueOn: true }).nullable(),
  /** An account exists already: its holder comes in by it. */
  hasAccount: z.boolean(),
});
export type FollowedEntry = z.infer<typeof followedEntry>;

const withCode = z.strictObject({ code });
export const followEntry = route({
  name: 'followEntry',
  method: 'POST',
  path: '/api/entries/following',
  audience: 'anyone',
  body: withCode,
  answer: followedEntry,
  failures: ['code-unknown'],
});

/** The person of the code gets an account, once, and a link that signs in once: paper that is found later opens nothing. */
export const claimEntry = route({
  name: 'claimEntry',
  method: 'POST',
  path: '/api/entries/claim',
  audience: 'anyone',
  body: withCode,
  answer: z.object({ url: z.string() }),
  failures: ['code-unknown', 'already-answered'],
});

const kiosk = z.object({ url: z.string(), qr: z.string(), until: instant });
export type Kiosk = z.infer<typeof kiosk>;
/** A shared device on which agents enter ideas themselves; the one opened before for the challenge is shut. */
export const openKiosk = route({
  name: 'openKiosk',
  method: 'POST',
  path: '/api/challenges/:challenge/kiosk',
  params: z.strictObject({ challenge: challengeId }),
  answer: kiosk,
  failures: ['challenge-phase'],
});
/** Whether one is open, without its secret: that was shown once. */
export const findKiosk = route({
  name: 'findKiosk',
  method: 'GET',
  path: '/api/challenges/:challenge/kiosk',
  params: z.strictObject({ challenge: challengeId }),
  answer: z.object({ kiosk: z.object({ until: instant, openedBy: personRef.nullable() }).nullable() }),
});
export const shutKiosk = route({
  name: 'shutKiosk',
  method: 'DELETE',
  path: '/api/challenges/:challenge/kiosk',
  params: z.strictObject({ challenge: challengeId }),
  answer: z.object({ shut: z.literal(true) }),
});

const token = z.string().min(20).max(100);
export const readKiosk = route({
  name: 'readKiosk',
  method: 'POST',
  path: '/api/kiosk',
  audience: 'anyone',
  body: z.strictObject({ token }),
  answer: z.object({
    question: z.string(),
    until: instant,
    directorates: z.array(z.string()),
    /** What is asked of each idea; never who moderates. */
    themes: z.array(theme.omit({ moderators: true })),
    fields: z.array(formField),
    labels,
  }),
  failures: ['link-unknown'],
});
export const enterAtKiosk = route({
  name: 'enterAtKiosk',
  method: 'POST',
  path: '/api/kiosk/entries',
  audience: 'anyone',
  body: z.strictObject({ token, ...words }),
  answer: entrySlip,
  failures: [...REFUSALS, 'link-unknown'],
  limit: 500_000,
});
