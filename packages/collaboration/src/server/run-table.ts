/**
 * In which list or attribute each id of a document lives, held as runs: a run is what one client wrote one id after
 * the other in one place, so a page of typing is a handful of entries. With it the guard sees what a state vector
 * cannot: neighbours taken from two lists, words among nodes, a paragraph in a paragraph, neighbours in the wrong order.
 */

import type { Grammar, Holds } from '../update/grammar.ts';
import { contentName, mayHold } from '../update/grammar.ts';
import type { Struct, StructId } from '../update/struct.ts';

/** A list, or the chain of values of one attribute. */
interface Place {
  readonly holds: Holds | 'values';
  /** The attribute's name; null for a list. */
  readonly key: string | null;
  /** How many nodes lie around it. */
  readonly depth: number;
  /** The attributes of the node whose children this list holds. */
  attributes: Map<string, Place> | null;
}

/** The runs of one client: each begins at `starts[i]`, ends where the next begins, and lives in `places[i]`. */
interface ClientRuns {
  readonly starts: number[];
  readonly places: Place[];
  /** By the clock of a node: the list of its children. */
  nodes: Map<number, Place> | null;
}

/** Tab by tab nobody gets this far; every level costs Yjs stack when it deletes. */
const DEEPEST = 100;
const NO_CHILDREN: ReadonlySet<string | null> = new Set();
/** Where rows of a log end up whose place cannot be told; nothing new may stand there. */
const NOWHERE: Place = { holds: NO_CHILDREN, key: null, depth: 0, attributes: null };

export interface RunTable {
  /** What is wrong with a struct whose references exist; null when nothing is, and then it is remembered. */
  place(struct: Struct): string | null;
  /** Remembers a struct of the log wherever it stands: it was judged when it was written. */
  admit(struct: Struct): void;
  /** Forgets every id of a client from this one on. */
  retract(id: StructId): void;
  /** How many runs it holds. */
  readonly runs: number;
}

const lastIndex = ({ starts }: ClientRuns, clock: number): number => {
  let low = 0;
  let high = starts.length - 1;
  // What is typed refers to what was typed last.
  if ((starts[high] ?? 0) <= clock) return high;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= clock) low = middle;
    else high = middle - 1;
  }
  return low;
};

export const createRunTable = (grammar: Grammar): RunTable => {
  const clients = new Map<number, ClientRuns>();
  const roots = new Map<string, Place>(
    [...grammar.roots].map(([name, holds]) => [name, { holds, key: null, depth: 0, attributes: null }]),
  );

  const placeOf = ({ client, clock }: StructId): Place => {
    const runs = clients.get(client);
    return runs === undefined ? NOWHERE : (runs.places[lastIndex(runs, clock)] ?? NOWHERE);
  };

  /** A run of words carries marks, not attributes. */
  const attributeOf = (node: Place, key: string): Place | null => {
    if (typeof node.holds === 'string') return null;
    const known = node.attributes?.get(key);
    if (known !== undefined) return known;
    const place: Place = { holds: 'values', key, depth: node.depth, attributes: null };
    (node.attributes ??= new Map()).set(key, place);
    return place;
  };

  /** Null when its parent is no node, or has no such attribute. */
  const placeFor = ({ origin, right, parent, key }: Struct): Place | null => {
    if (origin !== null) return placeOf(origin);
    if (right !== null) return placeOf(right);
    if (parent === null) return null;
    if (typeof parent === 'string') return roots.get(parent) ?? null;
    const node = clients.get(parent.client)?.nodes?.get(parent.clock);
    if (node === undefined) return null;
    return key === null ? node : attributeOf(node, key);
  };

  /**
   * What one client wrote as one run stands in the order it was written, so a right neighbour at or before the left one
   * was never seen by anybody; live copies would differ about it for ever.
   */
  const areInverted = (origin: StructId, right: StructId): boolean => {
    if (origin.client !== right.client || right.clock > origin.clock) return false;
    const runs = clients.get(origin.client);
    return runs === undefined || lastIndex(runs, origin.clock) === lastIndex(runs, right.clock);
  };

  const wrongIn = (place: Place, { origin, right, content }: Struct): string | null => {
    if (origin !== null && right !== null) {
      if (placeOf(right) !== place) return 'neighbours in two lists';
      if (areInverted(origin, right)) return 'neighbours in the wrong order';
    }
    if (place.holds === 'values') {
      const allows = grammar.attributes.get(place.key ?? '');
      const fits = content.kind === 'attribute' && allows !== undefined && content.values.every(allows);
      return fits ? null : `${contentName(content)} as ${place.key ?? ''}`;
    }
    if (!mayHold(place.holds, content)) return `${contentName(content)} where it has no place`;
    return content.kind === 'node' && place.depth >= DEEPEST ? 'nested too deep' : null;
  };

  const remember = ({ client, clock, origin, content }: Struct, place: Place): void => {
    let runs = clients.get(client);
    if (runs === undefined) {
      runs = { starts: [], places: [], nodes: null };
      clients.set(client, runs);
    }
    if (!(origin !== null && origin.client === client && origin.clock === clock - 1)) {
      runs.starts.push(clock);
      runs.places.push(place);
    }
    if (content.kind !== 'node') return;
    const holds = content.name === null ? 'marked words' : (grammar.nodes.get(content.name) ?? NO_CHILDREN);
    const children: Place = { holds, key: null, depth: place.depth + 1, attributes: null };
    (runs.nodes ??= new Map()).set(clock, children);
  };

  return {
    place(struct) {
      const place = placeFor(struct);
      if (place === null) return 'parent is no node, or has no such attribute';
      const wrong = wrongIn(place, struct);
      if (wrong === null) remember(struct, place);
      return wrong;
    },

    admit(struct) {
      remember(struct, placeFor(struct) ?? NOWHERE);
    },

    retract({ client, clock }) {
      const runs = clients.get(client);
      if (runs === undefined) return;
      while ((runs.starts.at(-1) ?? -1) >= clock) {
        runs.starts.pop();
        runs.places.pop();
      }
      for (const node of runs.nodes?.keys() ?? []) if (node >= clock) runs.nodes?.delete(node);
      if (runs.starts.length === 0) clients.delete(client);
    },

    get runs() {
      let total = 0;
      for (const { starts } of clients.values()) total += starts.length;
      return total;
    },
  };
};
