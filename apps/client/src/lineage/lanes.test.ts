import { expect, test } from 'vitest';
import { drawLanes, type Drawing, type Kin } from './lanes.ts';

const kin = (id: string, ...parents: string[]): Kin => ({ id, parents });

/** No two threads in one lane at once, and none through the place of an idea that it neither leaves nor reaches. */
function expectReadable(family: readonly Kin[], { places, threads }: Drawing): void {
  expect(threads.length).toBe(family.flatMap(({ parents }) => parents).length);
  for (const { from, to, lane } of threads) {
    expect(from.row).toBeLessThan(to.row);
    for (const place of places)
      if (place.row > from.row && place.row < to.row) expect(place.lane).not.toBe(lane);
    for (const other of threads)
      if (other.lane === lane && other.from !== from)
        expect(other.from.row >= to.row || other.to.row <= from.row).toBe(true);
  }
}

test('[IM3] a line of descent is one straight thread', () => {
  const family = [kin('a'), kin('b', 'a'), kin('c', 'b')];
  const drawing = drawLanes(family);
  expect(drawing.lanes).toBe(1);
  expect(drawing.places.map(({ lane }) => lane)).toEqual([0, 0, 0]);
  expectReadable(family, drawing);
});

test('[IM3] two parents meet in one idea, and what grew from one of them runs beside', () => {
  const family = [kin('a'), kin('b'), kin('c', 'a', 'b'), kin('d', 'a'), kin('e', 'd', 'c')];
  const drawing = drawLanes(family);
  expect(drawing.lanes).toBe(3);
  expectReadable(family, drawing);
});

test('[IM3] any family is readable: no thread passes through a third idea', () => {
  let state = 7;
  const below = (most: number): number => (state = (state * 48_271) % 2_147_483_647) % most;
  for (let times = 0; times < 200; times++) {
    const family = Array.from({ length: 1 + below(12) }, (_, at) =>
      kin(
        String(at),
        ...Array.from({ length: at }, (__, parent) => String(parent)).filter(() => below(4) === 0),
      ),
    );
    expectReadable(family, drawLanes(family));
  }
});
