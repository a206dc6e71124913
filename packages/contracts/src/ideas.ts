/** Drafting, publishing, reading, listing, withdrawing; who may write in it. */
import * as z from 'zod';
import { adoption, decline } from './adoption.ts';
import { contribution } from './contributions.ts';
import { calendarDate, instant, news, route } from './define.ts';
import { delivery } from './delivery.ts';
import { challengeId, ideaId, lateId, personId, reboundId, themeId } from './ids.ts';
import { particulars, saidAnswer, themeRef } from './particulars.ts';
import { credits, personRef } from './people.ts';
import { rebound } from './rebounds.ts';
import { reasonedAnswer } from './selection.ts';
import { shredded } from './shreddings.ts';

/** Checked at publishing only: a longer text is kept and counted, never cut. */
export const TITLE_LIMIT = 90;
export const TEXT_LIMIT = 1_500;

export const IDEA_STATES = [
  'draft',
  'published',
  'merged',
  'submitted',
  'shortlisted',
  'selected',
  'not_selected',
  'out_of_scope',
  'adopted',
  'declined',
  'in_progress',
  'delivered',
  'measured',
  'abandoned',
  'withdrawn',
  'hidden',
] as const;
export const ideaState = z.enum(IDEA_STATES);
export type IdeaState = z.infer<typeof ideaState>;

export const ideaRef = z.object({ id: ideaId, title: z.string(), originators: z.array(personRef) });
export type IdeaRef = z.infer<typeof ideaRef>;

export const idea = z.object({
  id: ideaId,
  challenge: challengeId,
  state: ideaState,
  title: z.string(),
  /** Plain text of the living document, projected. */
  text: z.string(),
  theme: themeRef.nullable(),
  /** To the questions of its challenge, in their order. */
  answers: z.array(saidAnswer),
  credits,
  /** True for an imported idea whose author is not known: « auteur à confirmer ». */
  authorToConfirm: z.boolean(),
  /** Name of the adopting directorate, for the credit line. */
  adoptedBy: z.string().nullable(),
  /** The day by which what it changed is still to be told: late from the day after. */
  dueOn: calendarDate.nullable(),
  publishedAt: instant.nullable(),
  savedAt: instant,
  /** Of a draft: its author wants it published under a pseudonym. */
  underPseudonym: z.boolean(),
  mine: z.enum(['originator', 'coauthor']).nullable(),
  supported: z.boolean(),
  /** Known once the challenge is closed. */
  supports: z.number().int().nullable(),
});
export type Idea = z.infer<typeof idea>;

export const seal = z.object({
  at: instant,
  /** SHA-256 of title, line feed and text, hex; the log's RFC 6962 root as the ledger writes digests; its rows. */
  textHash: z.string(),
  logRoot: z.string(),
  logRows: z.number().int(),
  title: z.string(),
  text: z.string(),
});
export type Seal = z.infer<typeof seal>;

export const lateText = z.object({
  id: lateId,
  person: personRef,
  at: instant,
  text: z.string(),
  /** Nothing yet, read beside the text by whoever judges it, or kept apart for a reason. */
  outcome: z.enum(['waiting', 'annexed', 'refused']),
  /** When that was decided, or will be by itself. */
  decidedAt: instant,
  reason: z.string(),
});

/** The reader's own pseudonym on the idea she reads; nobody else ever gets this. */
export const ownPseudonym = z.object({
  /** As whom she is known on this idea: what lists of people name her by. */
  person: personId,
  name: z.string(),
  openedAt: instant.nullable(),
  keptAt: instant.nullable(),
  mayOpen: z.boolean(),
});
export type OwnPseudonym = z.infer<typeof ownPseudonym>;

/** Why an idea was taken back, and whether somebody asked for it. */
export const withdrawal = z.object({
  at: instant,
  reason: z.string(),
  askedBySomebody: z.enum(['yes', 'no', 'unsaid']),
});
export type Withdrawal = z.infer<typeof withdrawal>;

export const ideaPage = idea.extend({
  pseudonym: ownPseudonym.nullable(),
  openTo: z.enum(['invited', 'everyone']),
  /** People who asked to co-write and wait for an originator; shown to originators and to the person herself. */
  requests: z.array(personRef),
  rebounds: z.array(rebound),
  /** What people brought, in the order in which it was said. */
  contributions: z.array(contribution),
  parents: z.array(ideaRef),
  children: z.array(ideaRef),
  seal: seal.nullable(),
  /** Only where the text is not here any more: why, and since when. */
  shredded: shredded.optional(),
  late: z.array(lateText),
  /** In confidence: for whoever took it back and for moderators who have no link with the idea; null to anybody else. */
  withdrawal: withdrawal.nullable(),
  answer: reasonedAnswer.nullable(),
  adoption: adoption.nullable(),
  /** Directorates that declined it, in the order they did. */
  declines: z.array(decline),
  /** From its adoption on; also of one that another directorate had given up. */
  delivery: delivery.nullable(),
  /** What the reader may do now, by name. */
  acts: z.array(z.string()),
});
export type IdeaPage = z.infer<typeof ideaPage>;

const params = z.strictObject({ idea: ideaId });

export const saveDraft = route({
  name: 'saveDraft',
  method: 'PUT',
  path: '/api/ideas/:idea/draft',
  params,
  body: z.strictObject({
    challenge: challengeId,
    title: z.string().max(10_000),
    text: z.string().max(100_000),
    /** Ideas this one builds on; needed only where it grows from a rebound or from several ideas. */
    parents: z.array(ideaId).max(8),
    /** The rebound it grew from. */
    grownFrom: reboundId.nullable(),
    /** To be published under a pseudonym; unsaid, it stays as it was. */
    underPseudonym: z.boolean().optional(),
    /** Left out: as they were. */
    particulars: particulars.optional(),
  }),
  answer: z.object({
    idea: ideaId,
    savedAt: instant,
    titleLength: z.number().int(),
    textLength: z.number().int(),
  }),
  failures: [
    'challenge-phase',
    'idea-state',
    'id-taken',
    'lineage-cycle',
    'append-failed',
    'update-refused',
    'idea-sealed',
  ],
  limit: 500_000,
});

export const publishIdea = route({
  name: 'publishIdea',
  method: 'POST',
  path: '/api/ideas/:idea/publication',
  asksCharter: true,
  params,
  answer: ideaPage,
  failures: [
    'challenge-phase',
    'idea-state',
    'title-missing',
    'text-missing',
    'title-too-long',
    'text-too-long',
    'same-as-parent',
    'particulars-missing',
    'answer-too-long',
  ],
});

export const withdrawIdea = route({
  name: 'withdrawIdea',
  method: 'POST',
  path: '/api/ideas/:idea/withdrawal',
  params,
  body: z.strictObject({
    reason: z.string().max(2_000),
    /** « Quelqu'un vous l'a-t-il demandé ? » read by moderators only. */
    askedBySomebody: withdrawal.shape.askedBySomebody,
  }),
  answer: ideaPage,
  failures: ['challenge-phase', 'idea-state'],
});

export const readIdea = route({
  name: 'readIdea',
  method: 'GET',
  path: '/api/ideas/:idea',
  params,
  answer: ideaPage,
});

/**
 * The only fields of an idea that can be set are these. Authors are not among them: a body that names them is refused
 * with `unknown-field` before anybody's role is looked at.
 */
export const patchIdea = route({
  name: 'patchIdea',
  method: 'PATCH',
  path: '/api/ideas/:idea',
  params,
  body: z.strictObject({ openTo: z.enum(['invited', 'everyone']) }),
  answer: ideaPage,
  failures: ['challenge-phase', 'idea-state'],
});

/** As many ideas as one answer holds at most. */
export const LIST_LIMIT = 100;
const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.number().int().min(least).max(most));

export const listIdeas = route({
  name: 'listIdeas',
  method: 'GET',
  path: '/api/challenges/:challenge/ideas',
  params: z.strictObject({ challenge: challengeId }),
  query: z.strictObject({
    /** Words; the best match comes first. */
    search: z.string().max(200).optional(),
    /** One that somebody credited in it belongs to, by name. */
    directorate: z.string().max(120).optional(),
    state: ideaState.optional(),
    theme: themeId.optional(),
    /** Only those on which nobody has rebounded yet. */
    without: z.enum(['rebounds']).optional(),
    from: whole(0, 999_999).optional(),
    count: whole(1, LIST_LIMIT).optional(),
  }),
  /** In an order of the reader's own while ideas are open. */
  answer: z.object({
    ideas: z.array(idea),
    /** How many fit the question; `ideas` are some of them. */
    total: z.number().int(),
    /** What there is to choose from in this challenge. */
    directorates: z.array(z.string()),
    states: z.array(ideaState),
    themes: z.array(themeRef),
  }),
});
export type ListQuery = z.infer<(typeof listIdeas)['query']>;

export const listMine = route({
  name: 'listMine',
  method: 'GET',
  path: '/api/me/ideas',
  answer: z.object({ drafts: z.array(idea), ideas: z.array(idea), rebounds: z.array(rebound) }),
});

/** « Coécrire » : one tap asks; where the idea is open to everyone, it consents at once. */
export const askToCoauthor = route({
  name: 'askToCoauthor',
  method: 'POST',
  path: '/api/ideas/:idea/coauthors',
  asksCharter: true,
  params,
  answer: ideaPage,
  failures: ['challenge-phase', 'idea-state', 'already-answered'],
});
export const answerCoauthor = route({
  name: 'answerCoauthor',
  method: 'PUT',
  path: '/api/ideas/:idea/coauthors/:person',
  params: z.strictObject({ idea: ideaId, person: personId }),
  body: z.strictObject({ answer: z.enum(['accept', 'decline']) }),
  answer: ideaPage,
  failures: ['challenge-phase', 'idea-state', 'already-answered'],
});

export const supportIdea = route({
  name: 'supportIdea',
  method: 'PUT',
  path: '/api/ideas/:idea/support',
  params,
  body: z.strictObject({ supported: z.boolean() }),
  answer: z.object({ supported: z.boolean() }),
  failures: ['challenge-phase', 'idea-state'],
});

export const ideaPublished = news({
  name: 'idea:published',
  payload: z.object({ challenge: challengeId, idea: ideaId }),
});
/** Title, text, state, credits or requests changed: read it again. */
export const ideaChanged = news({
  name: 'idea:changed',
  payload: z.object({ challenge: challengeId, idea: ideaId }),
});
