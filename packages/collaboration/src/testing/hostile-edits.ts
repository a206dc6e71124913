/**
 * What somebody crafts who may write here and means harm: structs under an own id, and under others', with neighbours,
 * parents and deletes taken anywhere, each content everywhere; and honest updates with a byte flipped.
 */

import type { CraftedStruct, Id } from './craft-update.ts';
import { craft, element, mark, numbers, text, values } from './craft-update.ts';
import type { Random } from './random.ts';

const NODES = ['paragraph', 'heading', 'bulletList', 'listItem', 'blockquote', 'hardBreak', 'script'];

/** How far each client of the room has written. */
export type Known = ReadonlyMap<number, number>;

const anyId = (known: Known, random: Random): Id => {
  const [client, end] = random.pick([...known]);
  return [client, random.integer(end + 2)];
};

/** Two ids near each other, in either order: what makes live copies differ when it gets through. */
const pairOfIds = (known: Known, random: Random): readonly [Id, Id] => {
  const [client, clock] = anyId(known, random);
  return random.chance(0.5)
    ? [[client, clock], anyId(known, random)]
    : [
        [client, clock],
        [client, Math.max(0, clock + random.integer(5) - 2)],
      ];
};

const anyContent = (random: Random): Pick<CraftedStruct, 'kind' | 'content'> =>
  random.pick([
    { content: text(random.pick(['x', 'EVIL', 'é🐝'])) },
    { content: text(random.pick(['a', 'bc'])) },
    { kind: 6, content: mark('bold', random.pick(['true', 'null'])) },
    { kind: 7, content: element(random.pick(NODES)) },
    { kind: 7, content: numbers(6) },
    { kind: 8, content: values(2) },
    { kind: 1, content: numbers(1 + random.integer(9)) },
    { kind: 10, content: numbers(1 + random.integer(9)) },
    { kind: 5, content: text('{"image":"x"}') },
  ]);

const anyPlace = (known: Known, random: Random): Omit<CraftedStruct, 'content'> => {
  const dice = random.integer(10);
  if (dice < 6) {
    const [origin, right] = pairOfIds(known, random);
    return random.chance(0.8) ? { origin, right } : { origin };
  }
  if (dice < 7) return { root: random.pick(['title', 'body', 'credits']) };
  const key = random.pick(['level', 'start', 'onclick']);
  return { parent: anyId(known, random), ...(random.chance(0.3) ? { key } : {}) };
};

/** What looks like typing between two neighbours that nobody ever saw side by side. */
const lookalike = (own: number, known: Known, random: Random): Uint8Array => {
  const [client, end] = random.pick([...known].filter(([, written]) => written > 1));
  const structs = Array.from({ length: 1 + random.integer(3) }, () => {
    const left = random.integer(end - 1);
    const right = left + 1 + random.integer(Math.min(6, end - left - 1));
    return { origin: [client, left] as const, right: [client, right] as const, content: text('EVIL') };
  });
  return craft([{ client: own, clock: known.get(own) ?? 0, structs }]);
};

/** Bytes that no client writes; `own` is an id of the sender. */
export const hostileUpdate = (own: number, known: Known, random: Random): Uint8Array => {
  if (random.chance(0.4)) return lookalike(own, known, random);
  const forged = random.chance(0.15);
  const client = forged ? random.pick([...known.keys()]) : own;
  const gap = random.chance(0.1) ? 1 + random.integer(5) : 0;
  const replayed = random.chance(0.1) ? random.integer(4) : 0;
  const clock = Math.max(0, (known.get(client) ?? 0) + gap - replayed);
  const structs = Array.from({ length: 1 + random.integer(3) }, () => ({
    ...anyPlace(known, random),
    ...anyContent(random),
  }));
  const [victim, from] = anyId(known, random);
  const deletes = random.chance(0.2)
    ? [{ client: victim, ranges: [[from, 1 + random.integer(6)] as const] }]
    : [];
  return craft([{ client, clock, structs }], deletes);
};

export const flipped = (honest: Uint8Array, random: Random): Uint8Array => {
  const bytes = honest.slice();
  bytes[random.integer(bytes.length)] = random.integer(256);
  return bytes;
};
