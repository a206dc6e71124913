/** The product's log alone: no guard, no session, no text. */
import { createGroupCommit } from '@butinerie/collaboration/server';
import { documentStore } from '../../../src/co-editing/documents.store.ts';
import { createLog } from '../../../src/platform/log.ts';
import { openDatabase } from '../../../src/platform/mongo.ts';

/** Resolves when the bytes are the next row of the document's log. */
export async function durably(uri: string): Promise<(doc: string, bytes: Uint8Array) => Promise<void>> {
  const database = await openDatabase({ uri, dataDir: '', log: createLog('error') });
  const clock = { now: () => new Date() };
  const commit = createGroupCommit(documentStore(database.connection, clock).log);
  const rows = new Map<string, number>();
  return (doc, bytes) => {
    const seq = (rows.get(doc) ?? 0) + 1;
    rows.set(doc, seq);
    const row = { doc, seq, person: 'somebody', clientId: 1, at: clock.now(), bytes };
    return commit.append(row, () => {
      throw new Error('the log of the bench did not take a row');
    });
  };
}
