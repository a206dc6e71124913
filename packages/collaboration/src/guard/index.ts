/** The guard by itself: its door for other servers of shared text. It needs neither Yjs nor anything else of ours. */

export { IDEA_GRAMMAR } from '../document/idea-grammar.ts';
export type { Admitted, Guard, GuardCode, GuardFailure, GuardSettings, Sender } from '../server/guard.ts';
export { createGuard } from '../server/guard.ts';
export type { Grammar, Holds } from '../update/grammar.ts';
