/** The page's side of a shared text: its door. */

export type { Outcome } from '../outcome.ts';
export type { DeviceHold, DevicePorts, LastWords, PageLocks, Shelf, ShelfStore } from './device.ts';
export { openHold } from './device.ts';
export { IdeaSession } from './idea-session.ts';
export { holdsWords } from './kept-text.ts';
export type { SessionEvent, SessionState } from './session-states.ts';
export { SESSION_TABLE } from './session-states.ts';
export type { SessionOptions, SessionStatus } from './session-status.ts';
export type {
  Acknowledged,
  Joined,
  JoinWish,
  Timers,
  Transport,
  TransportFailure,
  TransportListener,
} from './transport.ts';
