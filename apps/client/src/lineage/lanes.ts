/**
 * Where the threads of a family run: one row for each idea, parents above their children, and a lane of its own for every
 * thread from the row of the parent to the row of the child, so that no thread passes through a third idea.
 */
export interface Kin {
  readonly id: string;
  /** Among the family. */
  readonly parents: readonly string[];
}

export interface Place {
  readonly row: number;
  readonly lane: number;
}
export interface ThreadTo {
  readonly from: Place;
  readonly to: Place;
  /** In which it runs between the two rows. */
  readonly lane: number;
}
export interface Drawing {
  /** Of each idea, in the order given. */
  readonly places: readonly Place[];
  readonly threads: readonly ThreadTo[];
  /** How many stand side by side at most. */
  readonly lanes: number;
}

/** `family`: parents before children. */
export function drawLanes(family: readonly Kin[]): Drawing {
  const rows = new Map(family.map(({ id }, row) => [id, row]));
  const threads: ThreadTo[] = [];
  /** Lanes in use: which thread runs there, and to whom. */
  const running: ({ readonly from: Place; readonly child: string } | null)[] = [];
  const free = (): number => {
    const found = running.indexOf(null);
    return found < 0 ? running.length : found;
  };
  const places = family.map(({ id }, row): Place => {
    const arriving = running.flatMap((thread, lane) => (thread?.child === id ? [{ thread, lane }] : []));
    const place = { row, lane: arriving[0]?.lane ?? free() };
    for (const { thread, lane } of arriving) {
      threads.push({ from: thread.from, to: place, lane });
      running[lane] = null;
    }
    running[place.lane] = null;
    const born = family.filter((kin) => kin.parents.includes(id) && (rows.get(kin.id) ?? 0) > row);
    for (const [at, child] of born.entries())
      running[at === 0 ? place.lane : free()] = { from: place, child: child.id };
    return place;
  });
  return { places, threads, lanes: running.length };
}
