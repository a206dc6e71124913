/** Texts that were destroyed and are there again, because a backup of before was restored: nobody is served until then. */
import type { IdeaId } from '@butinerie/contracts';
import { CannotStart } from '../platform/cannot-start.ts';
import type { Database } from '../platform/mongo.ts';
import { destroyedTexts, type Destroyed, type DestroyedTexts } from './destroyed-texts.ts';
import { bytesOf, type StoredBytes } from '../platform/stored-bytes.ts';

export async function whatIsBack(database: Database, account: DestroyedTexts): Promise<readonly Destroyed[]> {
  const back: Destroyed[] = [];
  for (const entry of account.read() ?? []) if (await isBack(database, entry.idea)) back.push(entry);
  return back;
}

/** The account of this instance, once nothing that it names is there. */
export async function openAccount(
  database: Database,
  { keyFile, instance }: { keyFile: string; instance: string },
): Promise<DestroyedTexts> {
  const account = destroyedTexts(keyFile, instance);
  try {
    const back = await whatIsBack(database, account);
    if (back.length === 0) return account;
    throw new CannotStart(
      `${back.length} texts that were destroyed are back, from a backup of before (${account.path} says which): destroy them again with "npm run data -- shred", then start.`,
    );
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function isBack({ connection }: Database, idea: IdeaId): Promise<boolean> {
  const record = await connection.collection('ideas').findOne({ _id: idea as never });
  if (record !== null && !record['shredded']) return true;
  // The log alone may have been brought back.
  const first = await connection.collection('docUpdates').findOne({ doc: idea }, { sort: { seq: 1 } });
  return first !== null && bytesOf(first['bytes'] as StoredBytes).length > 0;
}
