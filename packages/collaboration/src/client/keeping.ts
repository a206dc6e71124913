/** Leaves on the device what the next page needs: what is unsent, and while the server is away the text below it. */

import type { Delivery } from './delivery.ts';
import type { DeviceHold } from './device.ts';
import { createDeviceMirror } from './device-mirror.ts';
import type { KeptText } from './kept-text.ts';
import type { SharedText } from './shared-text.ts';

export interface Keeping {
  /** Something is different now. */
  touch(): void;
  /** The server is away: the text as it stands is kept too. */
  away(): void;
  /** The server has the text. */
  back(): void;
  /** What the next page would find. */
  left(): KeptText;
  readonly kept: boolean | null;
}

export const createKeeping = (
  device: DeviceHold | undefined,
  { text, delivery }: { readonly text: SharedText; readonly delivery: Delivery },
  answered: () => void,
): Keeping => {
  let base: Uint8Array | null = null;
  const left = (): KeptText => {
    const ground = text.drafts.length > 0 ? text.ground() : base;
    return { bases: ground === null ? [] : [ground], unsent: delivery.pieces(), drafts: text.drafts };
  };
  const mirror = createDeviceMirror(async () => (await device?.keep(left())) ?? false, answered);
  return {
    touch: () => mirror.touch(),
    away() {
      base = text.ground();
      mirror.touch();
    },
    back() {
      base = null;
      mirror.touch();
    },
    left,
    get kept() {
      return mirror.kept;
    },
  };
};
