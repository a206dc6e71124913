/** Who is speaking, as the two edges ask it: the same look-up of a session for HTTP requests and for sockets. */

/** A living session. `S` is whatever the slices want to know of the speaker; the platform only needs the two names. */
export interface Signed<S> {
  readonly speaker: S;
  readonly person: string;
  /** Names the session without being its secret: what `dropSession` is told at sign-out. */
  readonly session: string;
}

/** Reads the session cookie; `null` for none, an unknown one or one that is over. */
export type Identify<S> = (cookieHeader: string | undefined) => Promise<Signed<S> | null>;
