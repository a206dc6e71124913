/** The one place where somebody becomes a co-author: the index of who writes and the two leaves, in one commit. */
import type { CoauthorJoined } from '@butinerie/domain';
import type { Transaction } from '../platform/mongo.ts';
import type { IdeaDeps } from './deps.ts';
import type { IdeaRecord } from './index.ts';

export async function joinCoauthor(
  deps: IdeaDeps,
  tx: Transaction,
  idea: IdeaRecord,
  { person, invitedBy }: CoauthorJoined,
): Promise<boolean> {
  if (!(await deps.store.addCoauthor(tx, idea.id, person))) return false;
  await deps.ledger.record(tx, [
    { act: 'coauthor.invited', idea: idea.id, by: invitedBy, person },
    { act: 'coauthor.consented', idea: idea.id, person },
  ]);
  return true;
}
