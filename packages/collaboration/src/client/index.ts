/** The page's side of a shared text: its door. */

export type { Outcome } from '../outcome.ts';
export type { SessionOptions, SessionStatus } from './idea-session.ts';
export { IdeaSession } from './idea-session.ts';
export type { SessionEvent, SessionState } from './session-states.ts';
export { SESSION_TABLE } from './session-states.ts';
export type {
  Acknowledged,
  Joined,
  JoinWish,
  Timers,
  Transport,
  TransportFailure,
  TransportListener,
} from './transport.ts';
