/** What the messages of this slice are handed. */
import type { LiveDocument } from '@butinerie/collaboration/server';
import type { IdeaId, Message } from '@butinerie/contracts';
import type { Speaker } from '../accounts/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Limiter } from '../platform/rates.ts';
import type { Connection, Told } from '../platform/realtime.ts';
import type { KeepLate } from './keep-late.ts';
import type { Rooms } from './rooms.ts';
import type { Writers } from './writers.ts';

export interface CoEditingDeps {
  readonly clock: Clock;
  /** Opens a text, for reading only once its idea is sealed. */
  readonly open: (idea: IdeaId) => Promise<LiveDocument>;
  readonly rooms: Rooms;
  /** How many client ids a person may be leased in a text: each makes the text a little heavier for ever. */
  readonly mayLease: Limiter;
  readonly writers: Writers;
  /** The record will follow this text. */
  readonly moved: (idea: IdeaId, document: LiveDocument) => void;
  readonly keepLate: KeepLate;
}
export interface From {
  readonly speaker: Speaker;
  readonly connection: Connection;
}
export type Payload<M extends Message> = Told<M, Speaker>['payload'];
