/** Keeps the device abreast of what is unsent: one write at a time, and the next one takes whatever came meanwhile. */

export interface DeviceMirror {
  /** Something is different now. */
  touch(): void;
  /** Whether all that was told is on the device; null while the first answer is out. */
  readonly kept: boolean | null;
}

export const createDeviceMirror = (write: () => Promise<boolean>, answered: () => void): DeviceMirror => {
  let running = false;
  let again = false;
  let kept: boolean | null = null;
  const run = async (): Promise<void> => {
    running = true;
    while (again) {
      again = false;
      kept = await write();
    }
    running = false;
    answered();
  };
  return {
    touch() {
      again = true;
      if (!running) void run();
    },
    get kept() {
      return kept;
    },
  };
};
