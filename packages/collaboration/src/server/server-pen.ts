/** What the server writes for a person: one update under a fresh id leased to that person, its row marked. */

import type * as Y from 'yjs';
import type { Outcome } from '../outcome.ts';
import type { Receipt, UpdateFailure } from './document-terms.ts';
import type { Loaded } from './loaded.ts';
import type { Via } from './ports.ts';

export interface Hand {
  readonly person: string;
  readonly via: Via;
  /** The act that is carried out: written once, whichever server is asked, and however often. */
  readonly ref?: string;
}
type Written = Promise<Outcome<Receipt, UpdateFailure>>;
export type Pen = (by: Hand, mutate: (doc: Y.Doc) => void) => Written;

interface PenPorts {
  readonly lease: (person: string) => Promise<readonly number[]>;
  readonly open: () => Promise<Pick<Loaded, 'lazy' | 'owners'>>;
  readonly receive: (update: Uint8Array, by: Hand) => Written;
}

export const createPen = ({ lease, open, receive }: PenPorts): Pen => {
  let turn: Promise<unknown> = Promise.resolve();

  const write = async (by: Hand, mutate: (doc: Y.Doc) => void): Written => {
    const [clientId] = await lease(by.person);
    if (clientId === undefined) throw new Error('no client id was leased');
    const { lazy, owners } = await open();
    owners.set(clientId, by.person);
    return receive(lazy.changedBy(clientId, mutate), by);
  };

  return (by, mutate) => {
    // One after the other: a change is made against the durable text, so the one before has to be in it.
    const mine = turn.then(() => write(by, mutate));
    turn = mine.catch(() => undefined);
    return mine;
  };
};
