/**
 * Answers for one command from arrival to reply: which handler, which session and transaction, and how a refusal looks.
 */
import { isNumber, doc, int, isDoc } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import { toNumber, toWhole } from '../bson/numbers.ts';
import { show } from '../bson/show.ts';
import { COMMANDS } from '../commands/registry.ts';
import { codeName, CommandFailure, fail } from '../failure.ts';
import { clusterTime } from './cluster-time.ts';
import type { Command, Context, Services } from './context.ts';
import { checkHint, ownerOf } from './context.ts';
import { CloseConnection } from './fail-points.ts';
import { concernCodeOf, labelsFor } from './labels.ts';

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

export function failureReply(error: CommandFailure, body: Doc = new Map()): Doc {
  const reply = doc({ ok: 0, errmsg: error.message, code: int(error.code), codeName: codeName(error.code) });
  for (const [name, value] of error.facts) reply.set(name, value);
  const labels = error.labels ?? labelsFor(body, error.code);
  if (labels.length > 0) reply.set('errorLabels', labels);
  return reply;
}

function checkFields(command: Command, name: string, body: Doc): void {
  for (const field of body.keys())
    if (field !== name && !GENERIC.has(field) && !command.fields.includes(field))
      fail(40415, `BSON field '${name}.${field}' is an unknown field.`);
  checkHint(body.get('hint'));
  const variables = body.get('let');
  if (isDoc(variables) && variables.size > 0) fail(115, "'let' is not supported by this server");
}

function checkConcerns(command: Command, name: string, body: Doc): void {
  const level = body.get('readConcern');
  const named = isDoc(level) ? level.get('level') : undefined;
  if (named !== undefined && !LEVELS.has(named))
    fail(9, `Enumeration value '${show(named)}' for field 'readConcern.level' is not a valid value.`);
  if (named === 'snapshot' && !command.inSnapshot && !body.has('autocommit'))
    fail(72, `Command ${name} does not support { readConcern: { level: "snapshot" } }`);
}

/** What one node cannot promise: the write is done all the same, and its reply says so. */
function concernError(body: Doc): Doc | undefined {
  const concern = body.get('writeConcern');
  const w = isDoc(concern) ? concern.get('w') : undefined;
  const error = (code: number, errmsg: string): Doc => {
    const errInfo = doc({ writeConcern: concern });
    return doc({ writeConcernError: doc({ code: int(code), codeName: codeName(code), errmsg, errInfo }) });
  };
  if (isNumber(w) && toNumber(w) > 1) return error(100, 'Not enough data-bearing nodes');
  if (typeof w === 'string' && w !== 'majority')
    return error(79, `No write concern mode named '${w}' found in replica set configuration`);
  return undefined;
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
  if (body.has('writeConcern')) fail(72, 'writeConcern is not allowed within a multi-statement transaction');
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

function answer<T>(context: Context, told: T): T {
  if (context.dropConnection) throw new CloseConnection('by fail point');
  return told;
}

async function run(context: Context, command: Command): Promise<Doc> {
  const asked = await context.services.failPoints?.before(context.command);
  enter(context, command);
  try {
    const reply = new Map(await command.run(context));
    if (reply.has('writeErrors')) endTransaction(context);
    for (const [name, value] of asked ?? concernError(context.body) ?? []) reply.set(name, value);
    const labels = labelsFor(context.body, undefined, concernCodeOf(reply));
    if (labels.length > 0 && !reply.has('errorLabels')) reply.set('errorLabels', labels);
    return answer(context, reply);
  } catch (error) {
    endTransaction(context);
    throw answer(context, error);
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
    checkConcerns(command, name, body);
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
      dropConnection: false,
    };
    const reply = await run(context, command);
    reply.set('ok', 1);
    return new Map([...reply, ...clusterTime(services.now())]);
  } catch (error) {
    if (error instanceof CloseConnection) throw error;
    if (error instanceof CommandFailure)
      return new Map([...failureReply(error, body), ...clusterTime(services.now())]);
    const message = error instanceof Error ? error.message : String(error);
    return failureReply(new CommandFailure(1, `internal error: ${message}`));
  }
}
