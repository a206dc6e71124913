/** What a session is given, and what it says of itself. */

import type { PlainText } from '../document/read-document.ts';
import type { DeviceHold } from './device.ts';
import type { SessionState } from './session-states.ts';
import type { Timers, Transport } from './transport.ts';

export interface SessionOptions {
  readonly transport: Transport;
  /** False for a reader: no client id is asked for, nothing is sent. */
  readonly write: boolean;
  /** What earlier pages left, and where this one keeps what is unsent; closed with the session. */
  readonly device?: DeviceHold;
  /** The whole text as it stood here when the server refused it. */
  readonly onRecovered?: (draft: PlainText, reason: string) => void;
  /** The text as it stood here; the server keeps what came after the seal apart, as late. */
  readonly onLate?: (draft: PlainText) => void;
  /** What an editor threw while it followed a change of somebody else; rethrown apart when not given. */
  readonly onFault?: (fault: unknown) => void;
  readonly timers?: Timers;
  readonly now?: () => Date;
  /** What is typed within this time goes out as one message. */
  readonly batchMilliseconds?: number;
}

export interface SessionStatus {
  readonly state: SessionState;
  /** Whether the editor may take keys. */
  readonly writable: boolean;
  /** Whether there is a text to show: it came from the server once, or the device had it. */
  readonly filled: boolean;
  /** Messages the server has not acknowledged, a local draft counting as one; zero means saved. */
  readonly unsent: number;
  /** Whether all that is unsent is on the device; null until the device answered. */
  readonly kept: boolean | null;
  readonly savedAt: Date | null;
  /** Everything up to this row of the log is in the document. */
  readonly seq: number;
  /** Grows when `doc` is another one, so that the editor is built again. */
  readonly generation: number;
}
