/** What a server of the bench says of itself when asked: its own CPU, and what it holds after a collection. */

export interface Usage {
  readonly cpu: number;
  readonly heap: number;
  /** Heap and buffers. */
  readonly held: number;
}
export interface Ready {
  readonly url: string;
}

declare const gc: (() => void) | undefined;

const tell = (kind: string, value: unknown): void => void process.send?.({ kind, value });

export function answer(ready: Ready, stop: () => Promise<void> = async () => {}): void {
  process.on('message', (asked: string) => {
    if (asked === 'cpu') {
      const { user, system } = process.cpuUsage();
      tell('cpu', (user + system) / 1_000);
    } else if (asked === 'memory') {
      gc?.();
      gc?.();
      const { heapUsed, external } = process.memoryUsage();
      tell('memory', { heap: heapUsed, held: heapUsed + external });
    } else if (asked === 'stop') void stop().then(() => process.exit(0));
  });
  process.on('disconnect', () => process.exit(0));
  tell('ready', ready);
}
