/**
 * Answers for one command from arrival to reply: which handler, which session and transaction, and how a refusal looks.
 */
import { isNumber, doc, int, isDoc, timestamp } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import { toNumber, toWhole } from '../bson/numbers.ts';
import { Binary } from 'bson';
import { show } from '../bson/show.ts';
import { COMMANDS } from '../commands/registry.ts';
import { codeName, CommandFailure, fail } from '../failure.ts';
import type { Command, Context, Services } from './context.ts';
import { ownerOf } from './context.ts';
import { CloseConnection } from './fail-points.ts';

const GENERIC = new Set([
  'lsid',
  '$db',
  'txnNumber',
  'autocommit',
  'startTransaction',
  'readConcern',
  'writeConcern',
  '$readPreference',
  '$clusterTime',
  'comment',
  'maxTimeMS',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
  'stmtId',
  'stmtIds',
]);

const LEVELS: ReadonlySet<Value> = new Set(['local', 'majority', 'available', 'snapshot', 'linearizable']);

let lastSecond = 0;
let lastIncrement = 0;

/** Drivers gossip this time; on one node it only has to grow. */
function clusterTime(now: Date): Doc {
  const second = Math.max(Math.floor(now.getTime() / 1000), lastSecond);
  lastIncrement = second === lastSecond ? lastIncrement + 1 : 1;
  lastSecond = second;
  const time = timestamp(second, lastIncrement);
  const signature = doc({ hash: new Binary(Buffer.alloc(20)), keyId: 0n });
  return doc({ $clusterTime: doc({ clusterTime: time, signature }), operationTime: time });
}

export function failureReply(error: CommandFailure): Doc {
  const reply = doc({ ok: 0, errmsg: error.message, code: int(error.code), codeName: codeName(error.code) });
  for (const [name, value] of error.facts) reply.set(name, value);
  if (error.labels.length > 0) reply.set('errorLabels', error.labels);
  return reply;
}

function checkFields(command: Command, name: string, body: Doc): void {
  for (const field of body.keys())
    if (field !== name && !GENERIC.has(field) && !command.fields.includes(field))
      fail(40415, `BSON field '${name}.${field}' is an unknown field.`);
}

function checkConcerns(body: Doc): void {
  const level = body.get('readConcern');
  const named = isDoc(level) ? level.get('level') : undefined;
  if (named !== undefined && !LEVELS.has(named))
    fail(9, `Enumeration value '${show(named)}' for field 'readConcern.level' is not a valid value.`);
  if (named === 'snapshot' && body.get('autocommit') === undefined)
    fail(115, 'snapshot reads outside a transaction are not supported by this server');
  const concern = body.get('writeConcern');
  const w = isDoc(concern) ? concern.get('w') : undefined;
  if (isNumber(w) && toNumber(w) > 1) fail(100, 'Not enough data-bearing nodes');
  if (typeof w === 'string' && w !== 'majority')
    fail(79, `No write concern mode named '${w}' found in replica set configuration`);
}

function enter(context: Context, command: Command): void {
  const { services, body, session } = context;
  const number = body.get('txnNumber');
  if (number === undefined) {
    if (body.has('autocommit')) fail(72, "'autocommit' field requires a transaction number");
    return;
  }
  if (!session) return fail(72, 'Transaction number requires a session ID to also be specified');
  const whole = isNumber(number) ? toWhole(number) : undefined;
  if (whole === undefined || whole < 0n) return fail(72, 'Transaction number cannot be negative');
  context.number = whole;
  if (!body.has('autocommit')) {
    if (!command.retryable)
      fail(
        263,
        `txnNumber may only be provided for multi-document transactions and retryable write commands. autocommit:false was not provided, and ${context.command} is not a retryable write command.`,
      );
    services.sessions.retryable(session, whole);
    return;
  }
  if (body.get('autocommit') !== false) fail(72, "Specifying 'autocommit: true' is not allowed.");
  if (context.command === 'commitTransaction' || context.command === 'abortTransaction') return;
  if (!command.inTransaction) fail(263, `Cannot run '${context.command}' in a multi-document transaction.`);
  if (context.database === 'admin' || context.database === 'config' || context.database === 'local')
    if (context.command !== 'getMore' && context.command !== 'killCursors')
      fail(263, `Cannot run command against the '${context.database}' database in a transaction.`);
  if (body.get('startTransaction') === true) {
    const concern = body.get('readConcern');
    const level = isDoc(concern) ? concern.get('level') : undefined;
    if (level === 'linearizable' || level === 'available')
      fail(
        72,
        'The readConcern level must be either local (default), majority or snapshot in order to run in a transaction',
      );
    services.sessions.start(session, whole);
  }
  context.transaction = services.sessions.running(session, whole);
}

/** What goes wrong in a transaction ends it, a write error included. */
function endTransaction(context: Context): void {
  const { session, services } = context;
  if (!context.transaction || !session) return;
  services.cursors.endOf(ownerOf(context));
  services.sessions.abort(session);
}

async function run(context: Context, command: Command): Promise<Doc> {
  const concernError = await context.services.failPoints?.before(context.command);
  enter(context, command);
  try {
    const reply = new Map(await command.run(context));
    if (reply.has('writeErrors')) endTransaction(context);
    for (const [name, value] of concernError ?? []) reply.set(name, value);
    return reply;
  } catch (error) {
    endTransaction(context);
    throw error;
  }
}

export async function dispatch(services: Services, body: Doc, connection: number): Promise<Doc> {
  const [name = ''] = body.keys();
  try {
    const command = COMMANDS.get(name);
    if (!command) return fail(59, `no such command: '${name}'`);
    if (name === 'configureFailPoint' && !services.failPoints) fail(59, `no such command: '${name}'`);
    const database = body.get('$db');
    if (typeof database !== 'string' || !/^[^/\\. "$*<>:|?\0]{1,63}$/.test(database))
      return fail(73, `Invalid database name: '${show(database ?? null)}'`);
    checkFields(command, name, body);
    checkConcerns(body);
    const patience = body.get('maxTimeMS');
    const wait = isNumber(patience) ? toNumber(patience) : 0;
    const context: Context = {
      services,
      command: name,
      database,
      body,
      connection,
      session: services.sessions.find(body.get('lsid')),
      number: undefined,
      transaction: undefined,
      deadline: wait > 0 ? Date.now() + wait : Infinity,
    };
    const reply = await run(context, command);
    reply.set('ok', 1);
    return new Map([...reply, ...clusterTime(services.now())]);
  } catch (error) {
    if (error instanceof CloseConnection) throw error;
    if (error instanceof CommandFailure)
      return new Map([...failureReply(error), ...clusterTime(services.now())]);
    const message = error instanceof Error ? error.message : String(error);
    return failureReply(new CommandFailure(1, `internal error: ${message}`));
  }
}
