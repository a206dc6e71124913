/** What a server of the bench says of itself when asked: its CPU, what it holds after a collection, where its time goes. */
import { getHeapCodeStatistics } from 'node:v8';
import { startProfile } from './profile.ts';

export interface Usage {
  readonly cpu: number;
  /** Without compiled code, which comes and goes with what runs often. */
  readonly heap: number;
  /** Heap and buffers. */
  readonly held: number;
}
export interface Ready {
  readonly url: string;
}

declare const gc: (() => void) | undefined;

const tell = (kind: string, value: unknown): void => void process.send?.({ kind, value });

export interface Told {
  /** In good order. */
  readonly stop?: () => Promise<void>;
  /** Gives back what an idle text need not hold; resolves when it did. */
  readonly rest?: () => Promise<void>;
}

export function answer(ready: Ready, { stop = async () => {}, rest = async () => {} }: Told = {}): void {
  let profile: ReturnType<typeof startProfile> | null = null;
  process.on('message', (asked: string) => {
    if (asked === 'cpu') {
      const { user, system } = process.cpuUsage();
      tell('cpu', (user + system) / 1_000);
    } else if (asked === 'memory') {
      gc?.();
      gc?.();
      const { heapUsed, external } = process.memoryUsage();
      const { code_and_metadata_size: code, bytecode_and_metadata_size: bytecode } = getHeapCodeStatistics();
      tell('memory', { heap: heapUsed - code - bytecode, held: heapUsed + external });
    } else if (asked === 'rest') void rest().then(() => tell('rested', null));
    else if (asked === 'profile') {
      profile = startProfile();
      tell('profiling', null);
    } else if (asked === 'profiled') void profile?.().then((lines) => tell('profile', lines));
    else if (asked === 'stop') void stop().then(() => process.exit(0));
  });
  process.on('disconnect', () => process.exit(0));
  tell('ready', ready);
}
