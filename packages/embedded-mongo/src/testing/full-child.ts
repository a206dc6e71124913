/** A server whose data file may not grow beyond what the shell allows: it fills it, goes on reading, and says how it went. */
import { randomBytes } from 'node:crypto';
import type { Row } from './server.ts';
import { codeOf, startTestServer } from './server.ts';

const [dataDir = ''] = process.argv.slice(2);
const test = await startTestServer({ dataDir, sync: 'full' });
const rows = test.rows('filling');
await rows.createIndex({ tag: 1 }, { unique: true });
const next = (_id: number): Row => ({ _id, tag: `tag-${_id}`, text: randomBytes(8000) });

let kept = 0;
let refusal: unknown;
for (; refusal === undefined && kept < 5000; kept += refusal === undefined ? 1 : 0)
  refusal = await codeOf(rows.insertOne(next(kept)));
// Many at once share one commit: the disk refuses all of them, or the ones it has room for are whole.
const together = await Promise.all(
  Array.from({ length: 20 }, (_, at) => codeOf(rows.insertOne(next(10_000 + at)))),
);
const inTransaction = await codeOf(
  test.client.withSession((session) =>
    session.withTransaction(() => rows.insertOne({ _id: 20_000, text: randomBytes(100_000) }, { session })),
  ),
);
const read = await rows.countDocuments({});
console.log(JSON.stringify({ kept, refusal, together, inTransaction, read }));
process.exit(0);
