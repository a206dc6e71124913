/** The life of a session as a total table: every state answers every event. */

export type SessionState = 'connecting' | 'live' | 'offline' | 'resyncing' | 'refused' | 'sealed';

export type SessionEvent =
  /** The connection is there (again). */
  | 'connected'
  | 'disconnected'
  /** The server answered the join. */
  | 'joined'
  /** Something was lost or rolled back; joining again heals it. */
  | 'lost'
  /** The server refused for good. */
  | 'refused'
  | 'sealed'
  /** The person starts afresh after a refusal. */
  | 'restarted';

export const SESSION_TABLE: Readonly<Record<SessionState, Readonly<Record<SessionEvent, SessionState>>>> = {
  connecting: {
    connected: 'connecting',
    disconnected: 'offline',
    joined: 'live',
    lost: 'connecting',
    refused: 'refused',
    sealed: 'sealed',
    restarted: 'connecting',
  },
  live: {
    connected: 'resyncing',
    disconnected: 'offline',
    joined: 'live',
    lost: 'resyncing',
    refused: 'refused',
    sealed: 'sealed',
    restarted: 'live',
  },
  offline: {
    connected: 'connecting',
    disconnected: 'offline',
    joined: 'offline',
    lost: 'offline',
    refused: 'refused',
    sealed: 'sealed',
    restarted: 'offline',
  },
  resyncing: {
    connected: 'resyncing',
    disconnected: 'offline',
    joined: 'live',
    lost: 'resyncing',
    refused: 'refused',
    sealed: 'sealed',
    restarted: 'resyncing',
  },
  refused: {
    connected: 'refused',
    disconnected: 'refused',
    joined: 'refused',
    lost: 'refused',
    refused: 'refused',
    sealed: 'refused',
    restarted: 'connecting',
  },
  sealed: {
    connected: 'sealed',
    disconnected: 'sealed',
    joined: 'sealed',
    lost: 'sealed',
    refused: 'sealed',
    sealed: 'sealed',
    restarted: 'sealed',
  },
};
