/**
 * The catalogue of failures: every refusal a person or a program can meet, its HTTP status and its facts, written once.
 * On the wire each is an RFC 9457 problem, the same object on HTTP and in a socket's acknowledgement.
 * Every failure carries at least one fact: an empty fact object would let the union accept anything.
 */
import * as z from 'zod';

interface Entry<S extends z.ZodObject> {
  readonly status: number;
  readonly title: string;
  readonly facts: S;
}
function failure<S extends z.ZodRawShape>(status: number, title: string, facts: S): Entry<z.ZodObject<S>> {
  return { status, title, facts: z.object(facts) };
}

const text = z.string();
const count = z.number().int();

export const FAILURES = {
  // The edge: any route or message may answer these, so contracts do not list them.
  'invalid-input': failure(400, 'The input does not have the expected shape', {
    issues: z.array(z.object({ path: text, message: text })),
  }),
  'unknown-field': failure(400, 'The input has fields that do not exist', { fields: z.array(text) }),
  'not-found': failure(404, 'There is no such thing, or not for you', { what: text }),
  'not-signed-in': failure(401, 'Sign in first', { path: text }),
  'foreign-origin': failure(403, 'The request comes from another site', { origin: text }),
  'not-allowed': failure(403, 'You may not do this', { act: text, why: text }),
  'too-many-requests': failure(429, 'Too many requests; wait a little', { retryAfterSeconds: count }),
  'too-large': failure(413, 'The content is too large', { limit: count, size: count }),
  'charter-not-accepted': failure(428, 'The charter is accepted first; nothing that was sent is lost', {
    version: count,
  }),
  unexpected: failure(500, 'Something broke on our side; it has been recorded', { incident: text }),

  // Accounts and people
  'link-unknown': failure(410, 'This sign-in link is not valid any more', { reason: text }),
  'not-a-demonstration': failure(409, 'Only a demonstration instance offers roles to try', {
    instance: text,
  }),
  'unreadable-list': failure(422, 'The list cannot be read', { reason: text }),
  'invalid-people': failure(422, 'Some rows of the list cannot be taken', {
    rows: z.array(z.object({ row: count, reasons: z.array(text) })),
  }),
  'wrong-code': failure(422, 'This is not the code of the mail, or it is not valid any more', {
    triesLeft: count,
  }),
  'no-mailbox': failure(409, 'Nobody can be written to here', { person: text }),
  'last-administrator': failure(409, 'An instance keeps at least one administrator', { person: text }),

  // Challenges
  'challenge-phase': failure(409, 'The challenge is not in a phase that allows this', {
    phase: text,
    act: text,
  }),
  'invalid-dates': failure(422, 'The dates of the challenge do not hold together', {
    problems: z.array(z.object({ field: text, problem: text })),
  }),
  'impossible-hour': failure(422, 'This local hour does not exist', {
    field: text,
    local: text,
    timeZone: text,
  }),
  'ambiguous-hour': failure(422, 'This local hour exists twice', {
    field: text,
    local: text,
    timeZone: text,
  }),
  // `ideas`: titles of those that nobody measured and of which it is not said why.
  'archive-incomplete': failure(422, 'The challenge cannot be archived yet', {
    story: z.boolean(),
    ideas: z.array(text),
  }),
  'challenge-incomplete': failure(422, 'The challenge cannot be scheduled yet', { missing: z.array(text) }),
  'already-paused': failure(409, 'The challenge has been paused in this phase already', { phase: text }),
  'too-late-to-extend': failure(409, 'An extension is decided earlier before the closing', {
    closesAt: text,
    hours: count,
  }),
  'already-extended': failure(409, 'The challenge has been extended already', { challenge: text }),
  'extension-not-asked': failure(409, 'Nobody has asked for an extension', { challenge: text }),
  'cancellation-not-asked': failure(409, 'Nobody has asked to cancel it', { challenge: text }),
  'stale-version': failure(409, 'Somebody changed this meanwhile', { current: count }),

  // Ideas and rebounds
  'idea-state': failure(409, 'The idea is not in a state that allows this', { state: text, act: text }),
  'title-missing': failure(422, 'An idea needs a title', { field: text }),
  'text-missing': failure(422, 'An idea needs a text', { field: text }),
  'title-too-long': failure(422, 'The title is too long to be published; all of it is kept', {
    limit: count,
    length: count,
  }),
  'text-too-long': failure(422, 'The text is too long to be published; all of it is kept', {
    limit: count,
    length: count,
  }),
  'pseudonym-impossible': failure(409, 'The idea would tell who is behind the pseudonym', { because: text }),
  'same-as-parent': failure(422, 'The text must differ from the idea it grew from', { parent: text }),
  'particulars-missing': failure(422, 'The challenge asks for more before an idea is published', {
    theme: z.boolean(),
    fields: z.array(text),
  }),
  'answer-too-long': failure(422, 'An answer is too long to be published; all of it is kept', {
    field: text,
    limit: count,
    length: count,
  }),
  'lineage-cycle': failure(422, 'An idea cannot descend from itself', { idea: text }),
  'already-answered': failure(409, 'This has been answered already', { answer: text }),
  'passage-changed': failure(409, 'The passage does not stand in the text any more', { passage: text }),
  'nothing-suggested': failure(422, 'The suggestion says what stands there already', { passage: text }),
  'nothing-to-restore': failure(409, 'The text says this already, or there is nowhere to put it', {
    version: count,
  }),
  'id-taken': failure(409, 'This identifier names something else', { id: text }),

  // Entries for agents without a mailbox
  'code-unknown': failure(404, 'No idea has this code', { attempt: text }),

  // Formats of the house
  'name-taken': failure(409, 'Something else has this name', { name: text }),

  // Attachments
  'file-type': failure(422, 'This kind of file is not taken', { found: text }),
  'file-damaged': failure(422, 'The file is not whole', { type: text, why: text }),
  'too-many-files': failure(409, 'An idea has only so many files', { limit: count }),
  // The council's own words
  'invalid-vocabulary': failure(422, 'Some words cannot stand in the sentences', {
    problems: z.array(z.object({ at: text, problem: text })),
  }),
  // Notes between two challenges
  'note-state': failure(409, 'The note is not in a state that allows this', { state: text, act: text }),

  // Co-editing (see packages/collaboration/PROTOCOL.md)
  'idea-sealed': failure(409, 'The text is sealed', { sealedAt: text }),
  'not-a-writer': failure(403, 'You read this idea; ask to co-write it', { idea: text }),
  'update-refused': failure(422, 'The update breaks a rule of the shared text; nothing was applied', {
    rule: text,
    permanent: z.boolean(),
  }),
  'append-failed': failure(503, 'The text could not be written to disk; it will be sent again', {
    epoch: count,
  }),

  // Selection
  'reason-too-short': failure(422, 'A reasoned answer needs more words', { minimum: count, length: count }),
  'answers-missing': failure(409, 'Some ideas have no reasoned answer yet', { ideas: z.array(text) }),
  'second-person-needed': failure(409, 'Another moderator has to confirm', { proposedBy: text }),
  'not-proposed': failure(409, 'The results have not been proposed', { challenge: text }),
  'own-idea': failure(409, 'You have a link with this idea; another moderator handles it', { idea: text }),

  // Moderation
  'too-late-to-undo': failure(409, 'An act is undone within a few seconds', { seconds: count }),

  // Adoption
  'not-sealed': failure(409, 'The idea has no seal to cite', { idea: text }),
  'already-adopted': failure(409, 'The idea is adopted already', { directorate: text }),
  'originator-first': failure(409, 'The carrier is offered to the first originator first', {
    originator: text,
  }),

  // Delivery
  'delivery-step': failure(409, 'The delivery is not at a step that allows this', { step: text, act: text }),
  'indicator-missing': failure(409, 'Say what will be measured, or that nothing will', { idea: text }),
  'author-first': failure(409, 'The author answers first', { lastDay: text }),
  'nobody-to-ask': failure(409, 'Every other directorate of the challenge has declined it', { idea: text }),

  // The effects of an idea
  'too-few-people': failure(422, 'Nothing is measured of so few people', { minimum: count, count }),
  'impossible-figure': failure(422, 'These figures cannot go together', { field: text, why: text }),
  'baseline-locked': failure(409, 'The baseline was fixed by the start', { indicator: text }),
  'measure-missing': failure(409, 'Something has to be measured first', { what: text }),

  // Attribution
  'ledger-refuses': failure(409, 'The ledger does not sign: its rows do not hold together', { reason: text }),
  'key-state': failure(409, 'The key of the register is not in a state that allows this', {
    state: text,
    why: text,
  }),

  // Import
  'invalid-import': failure(422, 'Some rows of the import cannot be taken', {
    rows: z.array(z.object({ row: count, reasons: z.array(text) })),
  }),
} as const;

export type FailureCode = keyof typeof FAILURES;
export type Failure<C extends FailureCode = FailureCode> = {
  [K in C]: { code: K } & z.infer<(typeof FAILURES)[K]['facts']>;
}[C];

/** What any route or message may answer without listing it. */
export const EDGE_FAILURES = [
  'invalid-input',
  'unknown-field',
  'not-found',
  'not-signed-in',
  'foreign-origin',
  'not-allowed',
  'too-many-requests',
  'too-large',
  'charter-not-accepted',
  'unexpected',
] as const satisfies readonly FailureCode[];
export type EdgeFailureCode = (typeof EDGE_FAILURES)[number];

export type Result<V, F = Failure> = { ok: true; value: V } | { ok: false; failure: F };

export function ok<V>(value: V): { ok: true; value: V } {
  return { ok: true, value };
}
export function refuse<C extends FailureCode>(
  code: C,
  facts: z.infer<(typeof FAILURES)[C]['facts']>,
): { ok: false; failure: Failure<C> } {
  // A generic code and its facts are correlated by the signature; the compiler cannot follow it into the mapped union.
  return { ok: false, failure: { code, ...(facts as object) } as Failure<C> };
}

const problemHead = {
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  instance: z.string(),
};
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string | undefined;
  instance: string;
  code: FailureCode;
  [fact: string]: unknown;
}

/** RFC 9457 §3: the failure with its type, title and status; `instance` names the request it answers. */
export function problemOf(failed: Failure, instance: string): Problem {
  const entry = FAILURES[failed.code];
  return { type: `/problems/${failed.code}`, title: entry.title, status: entry.status, instance, ...failed };
}

/** Parses a problem back into the failure it carries; `undefined` when it is not one of ours. */
export function failureOf(problem: unknown): Failure | undefined {
  const head = z.looseObject({ ...problemHead, code: z.string() }).safeParse(problem);
  if (!head.success || !isFailureCode(head.data.code)) return undefined;
  const code = head.data.code;
  const facts = FAILURES[code].facts.safeParse(problem);
  // Facts were just parsed by the schema of this very code.
  return facts.success ? ({ code, ...facts.data } as Failure) : undefined;
}

export function isFailureCode(code: string): code is FailureCode {
  return Object.hasOwn(FAILURES, code);
}
