/**
 * Which client ids a page asks for, and where they go: what it needs now it uses, the others are the device's from the
 * first moment, for other pages. None is ever written under by two pages.
 */

import type { DeviceHold } from './device.ts';
import type { SharedText } from './shared-text.ts';

/** So many unused ids wait on the device for the next pages. */
const SPARE = 3;
const MOST_LEASED = 4;

export interface LeasedIds {
  /** How many to ask for with a join. */
  readonly wish: number;
  /** How many this page cannot do without. */
  readonly wanted: number;
  /** What follows is to be written under another id. */
  renew(): void;
  /** Uses what the page needs; answers the updates that local drafts became. */
  take(lease: readonly number[]): readonly Uint8Array[];
  /** Leased in vain: good for another page. */
  giveBack(lease: readonly number[]): void;
}

export const createLeasedIds = (
  text: SharedText,
  { write, device }: { readonly write: boolean; readonly device?: DeviceHold | undefined },
): LeasedIds => {
  let onDevice = device?.spare ?? 0;
  let fresh = false;

  const wanted = (): number => {
    if (!write) return 0;
    if (text.drafts.length > 0) return text.idsWanted;
    return text.clientId === null || fresh ? 1 : 0;
  };
  const giveBack = (ids: readonly number[]): void => {
    onDevice += ids.length;
    device?.give(ids);
  };

  return {
    get wish() {
      return write ? Math.min(MOST_LEASED, wanted() + Math.max(0, SPARE - onDevice)) : 0;
    },
    get wanted() {
      return wanted();
    },
    renew() {
      fresh = true;
    },
    take(lease) {
      const count = wanted();
      const mine = lease.slice(0, count);
      giveBack(lease.slice(count));
      const [first] = mine;
      if (first === undefined) return [];
      fresh = false;
      if (text.drafts.length > 0) return text.settleDrafts(mine);
      text.writeUnder(first);
      return [];
    },
    giveBack,
  };
};
