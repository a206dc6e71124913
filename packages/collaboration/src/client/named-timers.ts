/** One timer of each name: asking again while it runs changes nothing. */

import type { Timers } from './transport.ts';

export interface NamedTimers {
  later(name: string, milliseconds: number, run: () => void): void;
  cancelAll(): void;
}

export const createNamedTimers = (timers: Timers): NamedTimers => {
  const cancels = new Map<string, () => void>();
  return {
    later(name, milliseconds, run) {
      if (cancels.has(name)) return;
      const cancel = timers.after(milliseconds, () => {
        cancels.delete(name);
        run();
      });
      cancels.set(name, cancel);
    },
    cancelAll() {
      for (const cancel of cancels.values()) cancel();
      cancels.clear();
    },
  };
};
