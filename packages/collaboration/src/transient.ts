/**
 * Which refusals pass by themselves: the client keeps its document, joins again and sends what the server lacks. The
 * others are final for that document: its text is kept as a recovered draft.
 */

/** An honest client meets these only when something it sent before was lost on the way or rolled back. */
export const CAUSAL_CODES: readonly string[] = ['gap', 'dangling-origin', 'future-delete'];

/** Nothing was judged: it is sent again as it is, under the id it has. */
export const UNHEARD_CODES: readonly string[] = ['unanswered', 'disconnected', 'too-many-requests'];

const TRANSIENT_CODES: readonly string[] = [
  'append-failed',
  ...UNHEARD_CODES,
  // The server met a bug, or its database is away: what was typed waits.
  'unexpected',
  ...CAUSAL_CODES,
];

export const isTransient = (code: string): boolean => TRANSIENT_CODES.includes(code);
