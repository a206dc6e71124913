/**
 * Eight writers and one that moves money in transactions, through the stock driver, outside the process that is killed.
 * A writer sends again, under the same number, what a dead connection left without an answer; the driver would by itself,
 * but of several writes that die together it labels only the first as one to send again.
 */
import { Long, MongoNetworkError, MongoServerSelectionError } from 'mongodb';
import type { ClientSession, Collection, Db, Document, MongoClient } from 'mongodb';

export interface Single {
  _id: string;
  tag: string;
  writer: number;
  at: number;
  times: number;
}
export interface Half {
  _id: string;
}
export interface Account {
  _id: 'from' | 'to';
  sum: number;
}

export interface Rows {
  single: Collection<Single>;
  left: Collection<Half>;
  right: Collection<Half>;
  accounts: Collection<Account>;
}

export const rowsOf = (db: Db): Rows => ({
  single: db.collection<Single>('single'),
  left: db.collection<Half>('left'),
  right: db.collection<Half>('right'),
  accounts: db.collection<Account>('accounts'),
});

export async function prepare({ single, accounts }: Rows): Promise<void> {
  await single.createIndexes([{ key: { tag: 1 }, unique: true }, { key: { writer: 1, at: -1 } }]);
  await accounts.insertMany([
    { _id: 'from', sum: 0 },
    { _id: 'to', sum: 0 },
  ]);
}

export interface Outcome {
  singles: string[];
  pairs: string[];
  /** Writes without an answer at the kill. */
  sentAgain: number;
  /** Transactions that the driver gave up: done or not, nobody was told. */
  unknown: number;
}

/** Each is one that shows when it was done twice: `times` becomes 2. */
const COMMANDS: ((row: Omit<Single, 'times'>) => Document)[] = [
  (row) => ({ insert: 'single', documents: [{ ...row, times: 1 }] }),
  ({ _id, ...rest }) => ({
    update: 'single',
    updates: [{ q: { _id }, u: { $set: rest, $inc: { times: 1 } }, upsert: true }],
  }),
  ({ _id, ...rest }) => ({
    findAndModify: 'single',
    query: { _id },
    update: { $set: rest, $inc: { times: 1 } },
    upsert: true,
  }),
];

/** Until it is answered; gives how often it was sent. */
async function answered(db: Db, command: Document, session: ClientSession): Promise<number> {
  for (let sent = 1; ; sent++)
    try {
      const reply = await db.command(command, { session });
      if (reply['writeErrors']) throw new Error(JSON.stringify(reply['writeErrors']));
      return sent;
    } catch (error) {
      if (!(error instanceof MongoNetworkError || error instanceof MongoServerSelectionError)) throw error;
    }
}

interface Task {
  /** Its sessions are numbered here, so nobody else may use them. */
  numbered: MongoClient;
  client: MongoClient;
  name: string;
  goesOn: () => boolean;
}

let lastNumber = 0;

async function writer(number: number, task: Task, outcome: Outcome): Promise<void> {
  const db = task.numbered.db('trial');
  await task.numbered.withSession(async (session) => {
    for (let at = 0; task.goesOn(); at++) {
      const _id = `${task.name}-${number}-${at}`;
      const command = COMMANDS[at % COMMANDS.length]?.({ _id, tag: `tag-${_id}`, writer: number, at });
      const numbered = { ...command, txnNumber: Long.fromNumber(++lastNumber) };
      if ((await answered(db, numbered, session)) > 1) outcome.sentAgain += 1;
      outcome.singles.push(_id);
    }
  });
}

async function pay(rows: Rows, _id: string, session: ClientSession): Promise<void> {
  await rows.left.insertOne({ _id }, { session });
  await rows.accounts.updateOne({ _id: 'from' }, { $inc: { sum: -1 } }, { session });
  await rows.right.insertOne({ _id }, { session });
  await rows.accounts.updateOne({ _id: 'to' }, { $inc: { sum: 1 } }, { session });
}

async function payer(rows: Rows, task: Task, outcome: Outcome): Promise<void> {
  for (let at = 0; task.goesOn(); at++) {
    const _id = `${task.name}-t-${at}`;
    try {
      await task.client.withSession((session) => session.withTransaction(() => pay(rows, _id, session)));
      outcome.pairs.push(_id);
    } catch {
      outcome.unknown += 1;
    }
  }
}

/** Resolves when everybody has stopped, the last operations answered or given up. */
export async function write(task: Task): Promise<Outcome> {
  const rows = rowsOf(task.client.db('trial'));
  const outcome: Outcome = { singles: [], pairs: [], sentAgain: 0, unknown: 0 };
  const numbers = Array.from({ length: 8 }, (_, number) => number);
  await Promise.all([...numbers.map((number) => writer(number, task, outcome)), payer(rows, task, outcome)]);
  return outcome;
}
