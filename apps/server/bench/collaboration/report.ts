/** From what was measured to what is told: a table for people, and one line for programs. */
import type { Kind } from './speech.ts';
import type { Measured } from './workloads.ts';

type Rounds = Readonly<Record<Kind, readonly Measured[]>>;

function median(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return middle ?? Number.NaN;
}

/** The median of the rounds' ratios; 0 where nothing was measured. */
function ratio(rounds: Rounds | undefined, key: string, { of = 'ours', ours = key } = {}): number {
  const base = rounds?.hocuspocus ?? [];
  const ratios = (rounds?.[of as Kind] ?? []).map(
    (cell, at) => (cell[ours] ?? 0) / (base[at]?.[key] ?? Number.NaN),
  );
  const middle = median(ratios);
  return Number.isNaN(middle) ? 0 : Math.round(middle * 1_000) / 1_000;
}

const medianOf = (cells: readonly Measured[] | undefined, key: string): number =>
  median((cells ?? []).map((cell) => cell[key] ?? Number.NaN));

const round2 = (value: number): number => Math.round(value * 100) / 100;

export function report(measured: Readonly<Record<string, Rounds>>): void {
  for (const [name, rounds] of Object.entries(measured)) {
    console.log(`\n${name}`);
    for (const [kind, cells] of Object.entries(rounds)) {
      const keys = Object.keys(cells[0] ?? {});
      const told = keys.map((key) => {
        const values = cells.map((cell) => cell[key] ?? Number.NaN);
        const spread = `${round2(Math.min(...values))}..${round2(Math.max(...values))}`;
        return `${key} ${round2(median(values))} (${spread})`;
      });
      if (keys.length > 0) console.log(`  ${kind.padEnd(11)} ${told.join('   ')}`);
    }
  }
  const { fan, burst, presence, cold, idle, stormCurrent, stormEmpty, many, manyIds, stalled } = measured;
  const p50 = medianOf(fan?.ours, 'p50');
  const p50Peer = medianOf(fan?.hocuspocus, 'p50');
  // Both answer when they are done: the difference is what making it durable takes.
  const appendMedianMs = Math.max(0, medianOf(fan?.ours, 'ack') - medianOf(fan?.hocuspocus, 'ack'));
  const floor = (rounds: Rounds | undefined): number => ratio(rounds, 'cpu', { of: 'floor' });
  const line = {
    G1: ratio(fan, 'cpu'),
    G1withoutDatabase: ratio(fan, 'cpu', { ours: 'server' }),
    G2: ratio(fan, 'p50'),
    G2withoutAppend: round2((p50 - appendMedianMs) / p50Peer),
    appendMedianMs: round2(appendMedianMs),
    p50Ms: round2(p50),
    p50PeerMs: round2(p50Peer),
    G3: ratio(burst, 'cpu'),
    G3p95Ms: round2(medianOf(burst?.ours, 'p95')),
    G4: ratio(presence, 'cpu'),
    G4frames: ratio(presence, 'frames'),
    G5: ratio(cold, 'cpu'),
    G5wall: ratio(cold, 'wall'),
    G6: ratio(idle, 'bytesPerText'),
    G7current: ratio(stormCurrent, 'cpu'),
    G7empty: ratio(stormEmpty, 'cpu'),
    G8: ratio(many, 'cpu'),
    G9megabytes: round2(Math.max(0, ...(stalled?.ours ?? []).map((cell) => cell['megabytes'] ?? 0))),
    manyIds: ratio(manyIds, 'cpu'),
    floor: {
      G1: floor(fan),
      G3: floor(burst),
      G4: floor(presence),
      G5: floor(cold),
      G7current: floor(stormCurrent),
      G7empty: floor(stormEmpty),
      G8: floor(many),
    },
    // What the same durable rows cost a server that does nothing else than keep and relay them.
    durableFloor: {
      G1: ratio(fan, 'cpu', { of: 'durable' }),
      G1withoutDatabase: ratio(fan, 'cpu', { of: 'durable', ours: 'server' }),
      G8: ratio(many, 'cpu', { of: 'durable' }),
    },
  };
  console.log(`\n${JSON.stringify(line)}`);
}
