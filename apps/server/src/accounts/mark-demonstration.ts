/** A demonstration is marked in its database, at its birth: where somebody ever signed in, nothing becomes one. */
import type { Transaction } from '../platform/mongo.ts';
import type { Kit } from './deps.ts';
import type { DemonstrationPart } from './instance.store.ts';

export async function markDemonstration(
  kit: Kit,
  tx: Transaction,
  as: { name: string; parts: readonly DemonstrationPart[] },
): Promise<boolean> {
  const { demonstration } = await kit.instance.read(tx);
  if (!demonstration) {
    const people = await kit.people.anyTwo(tx);
    const onlyTheFirstAdministrator =
      people.length <= 1 && people.every(({ lastSeenOn }) => lastSeenOn === null);
    if (!onlyTheFirstAdministrator) return false;
  }
  await kit.instance.markDemonstration(tx, as);
  return true;
}
