/** The words in which a live document is spoken to. */

import type { PlainText } from '../document/read-document.ts';
import { refuse } from '../outcome.ts';
import { isTransient } from '../transient.ts';
import type { GroupCommit } from './group-commit.ts';
import type { Guard, GuardCode } from './guard.ts';
import type { Clock, Leases, Snapshots, UpdateLog, Via } from './ports.ts';
import type { Turns } from './turns.ts';

export interface DocumentPorts {
  readonly log: Pick<UpdateLog, 'read'>;
  /** Without them every load reads the whole log. */
  readonly snapshots?: Snapshots;
  readonly leases: Leases;
  readonly commit: GroupCommit;
  readonly clock: Clock;
  readonly createGuard?: () => Guard;
  /** Without it the log alone decides between servers, and a slow one may be overtaken for long. */
  readonly turns?: Turns;
}

export type UpdateCode = GuardCode | 'append-failed' | 'idea-sealed' | 'malformed-vector';

export interface UpdateFailure {
  readonly code: UpdateCode;
  readonly detail: string;
  /** The client keeps its document, joins again and sends what the server lacks. */
  readonly transient: boolean;
}

export interface Receipt {
  /** Everything up to this row is durable, the update included. */
  readonly seq: number;
  /** Whether a row was written; false when all of it was known already. */
  readonly fresh: boolean;
}

export interface Origin {
  readonly person: string;
  /** The connection it came on, so that the relay can leave it out. */
  readonly from?: string;
  readonly via?: Via;
  readonly ref?: string;
}

export interface JoinRequest {
  readonly person: string;
  /** The client's state vector; empty bytes for nothing. */
  readonly vector: Uint8Array;
  /** How many client ids to lease: four at a first join, none for a reader. */
  readonly lease: number;
}

export interface JoinAnswer {
  readonly update: Uint8Array;
  /** To be shown one by one before the rest, by somebody who has nothing: merged they would tell other words. */
  readonly rows: readonly Uint8Array[];
  readonly vector: Uint8Array;
  readonly seq: number;
  readonly epoch: number;
  readonly lease: readonly number[];
  readonly sealed: boolean;
}

export type DocumentNews =
  | { readonly kind: 'update'; readonly bytes: Uint8Array; readonly seq: number; readonly from?: string }
  | { readonly kind: 'resync'; readonly epoch: number }
  | { readonly kind: 'sealed'; readonly seq: number };

export interface DocumentListener {
  hear(news: DocumentNews): void;
}

export interface SealedDocument extends PlainText {
  readonly logRows: number;
}

/** A refusal of the shared text, with whether it passes by itself. */
export const failure = (
  code: UpdateCode,
  detail: string,
): { readonly ok: false; readonly failure: UpdateFailure } =>
  refuse({ code, detail, transient: isTransient(code) });
