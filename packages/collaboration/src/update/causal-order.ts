/**
 * An order in which every struct comes after what it refers to. What refers to an unknown id, to itself, to its own
 * future, or around a circle, has none: Yjs would park it for ever, or throw.
 */

import type { Section, Struct, StructId } from './struct.ts';

export interface CausalOrder {
  readonly ordered: readonly Struct[];
  /** The first struct with no place in the order; null when all have one. */
  readonly stuck: Struct | null;
}

interface Progress {
  readonly section: Section;
  next: number;
}

/** The first thing a struct refers to that does not exist yet. */
const missingIn = (struct: Struct, exists: (id: StructId) => boolean): StructId | null => {
  const { origin, right, parent } = struct;
  if (origin !== null && !exists(origin)) return origin;
  if (right !== null && !exists(right)) return right;
  if (parent !== null && typeof parent !== 'string' && !exists(parent)) return parent;
  return null;
};

/** Almost every update is of one client: its structs are in order already, or in none. */
const orderOfOne = (section: Section, known: (client: number) => number): CausalOrder => {
  const { structs } = section;
  for (const struct of structs) {
    const { origin, right, parent } = struct;
    const sound =
      (origin === null || precedes(origin, struct, known)) &&
      (right === null || precedes(right, struct, known)) &&
      (parent === null || typeof parent === 'string' || precedes(parent, struct, known));
    if (!sound) return { ordered: structs.slice(0, structs.indexOf(struct)), stuck: struct };
  }
  return { ordered: structs, stuck: null };
};

const precedes = (id: StructId, { client, clock }: Struct, known: (client: number) => number): boolean =>
  id.clock < (id.client === client ? clock : known(id.client));

/** `known` tells up to which clock a client's ids exist before this update; sections start exactly there. */
export const causalOrder = (sections: readonly Section[], known: (client: number) => number): CausalOrder => {
  const [only, second] = sections;
  if (only !== undefined && second === undefined) return orderOfOne(only, known);
  const reached = new Map<number, number>();
  const waiting = new Map<number, Progress[]>();
  const ordered: Struct[] = [];
  const exists = (id: StructId): boolean => id.clock < (reached.get(id.client) ?? known(id.client));
  const all = sections.map((section): Progress => ({ section, next: 0 }));
  const ready = [...all].reverse();
  for (let progress = ready.pop(); progress !== undefined; progress = ready.pop()) {
    const { client, structs } = progress.section;
    const before = progress.next;
    for (let struct = structs[progress.next]; struct !== undefined; struct = structs[progress.next]) {
      const missing = missingIn(struct, exists);
      if (missing !== null) {
        waiting.set(missing.client, [...(waiting.get(missing.client) ?? []), progress]);
        break;
      }
      ordered.push(struct);
      reached.set(client, struct.clock + struct.length);
      progress.next++;
    }
    if (progress.next === before) continue;
    ready.push(...(waiting.get(client) ?? []));
    waiting.delete(client);
  }
  const stuck = all.find(({ section, next }) => next < section.structs.length);
  return { ordered, stuck: stuck === undefined ? null : (stuck.section.structs[stuck.next] ?? null) };
};
