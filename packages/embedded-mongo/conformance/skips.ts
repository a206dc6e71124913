/**
 * Answers for which official tests are not run, each for one of two reasons: the stock driver does not do what they ask
 * (its own test runner skips them too, under the ticket named), or they need what the README names as Out.
 */
import { isRecord, text } from './json.ts';
import type { Json } from './json.ts';

/** What a test uses, by a key or an operation it holds anywhere, and the words of the README that name it as Out. */
const OUT: Record<string, string> = {
  createChangeStream: 'change streams',
  clientBulkWrite: 'the bulkWrite command',
  let: 'let',
  $out: '$out',
  $merge: '$merge',
  $setField: '$setField',
  $listLocalSessions: 'aggregations without a collection',
  viewOn: 'views',
  validator: 'validators',
  timeseries: 'time series',
  prepareUnique: 'prepareUnique',
};

const DRIVER: Record<string, string> = {
  'inserting _id with type null via insertOne': 'it replaces an _id of null (NODE-6468)',
  'inserting _id with type null via insertMany': 'it replaces an _id of null (NODE-6468)',
  'inserting _id with type null via bulkWrite': 'it replaces an _id of null (NODE-6468)',
  'InsertMany passes bypassDocumentValidation: false': 'it does not send false (NODE-6484)',
  'FindOneAndUpdate passes bypassDocumentValidation: false': 'it does not send false (NODE-6484)',
  'FindOneAndReplace passes bypassDocumentValidation: false': 'it does not send false (NODE-6484)',
  'BulkWrite passes bypassDocumentValidation: false': 'it does not send false (NODE-6484)',
  'First insertOne is never committed': 'it counts an insert nobody answered among the inserted',
  'transaction options inherited from client': 'it changes the read concern it has sent (NODE-5924)',
  'transaction options inherited from defaultTransactionOptions':
    'it changes the read concern it has sent (NODE-5924)',
  'defaultTransactionOptions override client options': 'it changes the read concern it has sent (NODE-5924)',
  'readConcern local in defaultTransactionOptions': 'it changes the read concern it has sent (NODE-5924)',
  'readPreference inherited from client': 'it waits for a secondary, which a one-node set never has',
  'run command with secondary read preference in client option and primary read preference in transaction options':
    'it waits for a secondary, which a one-node set never has',
  'Find operation with snapshot and snapshot time': 'it does not take a snapshotTime',
  'Distinct operation with snapshot and snapshot time': 'it does not take a snapshotTime',
  'Aggregate operation with snapshot and snapshot time': 'it does not take a snapshotTime',
  'countDocuments operation with snapshot and snapshot time': 'it does not take a snapshotTime',
  'Mixed operation with snapshot and snapshotTime': 'it does not take a snapshotTime',
};

function uses(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) for (const member of value) uses(member, found);
  if (!isRecord(value)) return;
  for (const [key, member] of Object.entries(value)) {
    found.add(key);
    if (key === 'name' && typeof member === 'string') found.add(member);
    uses(member, found);
  }
}

export function skipReason(test: Json): string | undefined {
  const driver = DRIVER[text(test['description'])];
  if (driver !== undefined) return `driver: ${driver}`;
  const found = new Set<string>();
  uses(test['operations'], found);
  const [key] = Object.keys(OUT).filter((name) => found.has(name));
  return key === undefined ? undefined : `Out: ${OUT[key] ?? key}`;
}
