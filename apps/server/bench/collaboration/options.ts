/** What the bench is asked to do. */
import type { Kind } from './speech.ts';

/** Which workloads each goal is read from. */
const WORKLOADS_OF: Readonly<Record<string, readonly string[]>> = {
  G1: ['fan'],
  G2: ['fan'],
  G3: ['burst'],
  G4: ['presence'],
  G5: ['cold'],
  G6: ['idle'],
  G7: ['stormCurrent', 'stormEmpty'],
  G8: ['many'],
  G9: ['stalled'],
  manyIds: ['manyIds'],
};

export interface Options {
  readonly quick: boolean;
  readonly profile: boolean;
  readonly rounds: number;
  /** Whether a workload is wanted. */
  readonly runs: (workload: string) => boolean;
  /** Null for all. */
  readonly against: readonly Kind[] | null;
}

export function readOptions(argv: readonly string[]): Options {
  const valueOf = (name: string): string | undefined =>
    argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
  const quick = argv.includes('--quick');
  const wanted = valueOf('only')
    ?.split(',')
    .flatMap((goal) => {
      const workloads = WORKLOADS_OF[goal];
      if (workloads === undefined) throw new Error(`--only takes ${Object.keys(WORKLOADS_OF).join(', ')}`);
      return workloads;
    });
  return {
    quick,
    profile: argv.includes('--profile'),
    rounds: Number(valueOf('rounds') ?? (quick ? 1 : 3)),
    runs: (workload) => wanted === undefined || wanted.includes(workload),
    against: (valueOf('against')?.split(',') as Kind[] | undefined) ?? null,
  };
}
