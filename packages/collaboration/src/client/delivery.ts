/** Sends what is typed and remembers it until the server acknowledged it. */

import type { Parcel } from './outbox.ts';
import { createOutbox } from './outbox.ts';
import type { Acknowledged, Transport, TransportFailure } from './transport.ts';

export interface DeliveryEvents {
  readonly acknowledged: (answer: Acknowledged) => void;
  readonly refused: (failure: TransportFailure) => void;
}

export interface Delivery {
  push(update: Uint8Array): void;
  /** Left by a page before this one. */
  restore(pieces: readonly Uint8Array[]): void;
  /** Hands what waits to the network. */
  send(): void;
  /**
   * One after the other until the first is acknowledged: what was refused for what it builds on is told from what only
   * overtook it, however long the server takes.
   */
  singly(): void;
  /** Whatever is on its way is to be sent again; a refusal still to come is about what is no more. */
  recall(): void;
  clear(): void;
  pieces(): readonly Uint8Array[];
  readonly unsent: number;
}

export const createDelivery = (
  transport: Pick<Transport, 'update'>,
  { acknowledged, refused }: DeliveryEvents,
): Delivery => {
  const outbox = createOutbox();
  let round = 0;
  let single = false;

  const sendOne = async (parcel: Parcel, mine: number): Promise<void> => {
    const answer = await transport.update(parcel.bytes);
    // An acknowledgement is true whenever it comes, once.
    if (answer.ok) {
      if (!outbox.acknowledge(parcel)) return;
      single = false;
      acknowledged(answer.value);
    } else if (mine === round) refused(answer.failure);
  };

  return {
    push: (update) => outbox.push(update),
    restore: (pieces) => outbox.restore(pieces),
    send() {
      for (const parcel of outbox.take(single ? 1 : undefined)) void sendOne(parcel, round);
    },
    singly() {
      single = true;
    },
    recall() {
      round++;
      outbox.recall();
    },
    clear() {
      round++;
      outbox.clear();
    },
    pieces: () => outbox.pieces(),
    get unsent() {
      return outbox.unsent;
    },
  };
};
