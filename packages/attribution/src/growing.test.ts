import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Growing } from './growing.ts';

test('[AT31] every state of a growing table reads as if it had been copied, whichever state is gone on from', () => {
  const change = fc.record({ from: fc.nat(), key: fc.constantFrom('a', 'b', 'c'), value: fc.nat() });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
      const states = [{ table: Growing.empty<number>(), copy: new Map<string, number>() }];
      for (const { from, key, value } of changes) {
        const { table, copy } = states[from % states.length] ?? {
          table: Growing.empty<number>(),
          copy: new Map(),
        };
        states.push({ table: table.with(key, value), copy: new Map([...copy, [key, value]]) });
      }
      for (const { table, copy } of states)
        for (const key of ['a', 'b', 'c', '__proto__']) expect(table.get(key)).toBe(copy.get(key));
    }),
  );
});
