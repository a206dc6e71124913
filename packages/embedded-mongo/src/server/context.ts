/**
 * Answers for what a command handler is given: its arguments, its session, and the two ways to data.
 */
import type { Timestamp } from 'bson';
import type { Doc, Maybe } from '../bson/value.ts';
import { doc, isDoc, isNumber, truthy, typeOf } from '../bson/value.ts';
import { toNumber, toWhole } from '../bson/numbers.ts';
import { fail } from '../failure.ts';
import { Access } from '../store/access.ts';
import type { Catalog } from '../store/catalog.ts';
import type { Engine, Transaction } from '../store/engine.ts';
import { nextTime } from './cluster-time.ts';
import type { Cursors, Owner } from './cursors.ts';
import type { FailPoints } from './fail-points.ts';
import type { Session, Sessions } from './sessions.ts';
import type { Snapshots } from './snapshots.ts';
import type { Statements } from './retries.ts';
import { keep, readKept, RetryableStatements, UNCOUNTED } from './retries.ts';

export interface Services {
  engine: Engine;
  catalog: Catalog;
  sessions: Sessions;
  cursors: Cursors;
  snapshots: Snapshots;
  failPoints: FailPoints | undefined;
  now: () => Date;
  /** How this server names itself in `hello`. */
  address: string;
}

export interface Context {
  services: Services;
  command: string;
  database: string;
  body: Doc;
  connection: number;
  session: Session | undefined;
  /** The number of a retryable write or of a transaction's command. */
  number: bigint | undefined;
  transaction: Transaction | undefined;
  deadline: number;
  /** Set by a fail point: the write is done, but its reply never arrives. */
  dropConnection: boolean;
}

export type Handler = (context: Context) => Doc | Promise<Doc>;

export interface Command {
  run: Handler;
  /** The arguments it understands beside the ones every command has. */
  fields: readonly string[];
  inTransaction?: true;
  /** Whether it can read a snapshot outside a transaction. */
  inSnapshot?: true;
  retryable?: true;
}

export function ownerOf(context: Context): Owner {
  return { session: context.session?.id, transaction: context.transaction ? context.number : undefined };
}

export interface Reading {
  access: Access;
  /** What a reply tells of the snapshot it was read from, when one was asked for. */
  told: Doc;
  release: () => void;
}

/** The state to read: the transaction's own, or a snapshot that whoever got it must release. */
export function openRead(context: Context): Reading {
  const { services, transaction } = context;
  if (transaction)
    return {
      access: new Access(services, transaction.view, transaction),
      told: new Map(),
      release: () => undefined,
    };
  const concern = context.body.get('readConcern');
  if (isDoc(concern) && concern.get('level') === 'snapshot') {
    const next = (): Timestamp => nextTime(services.now());
    const { view, at, release } = services.snapshots.open(concern.get('atClusterTime'), next);
    return { access: new Access(services, view), told: doc({ atClusterTime: at }), release };
  }
  const { view, release } = services.engine.snapshot();
  return { access: new Access(services, view), told: new Map(), release };
}

export function reading<T>(context: Context, work: (access: Access, told: Doc) => T): T {
  const { access, told, release } = openRead(context);
  try {
    return work(access, told);
  } finally {
    release();
  }
}

/** Runs a write as one atomic block, in which each statement of a retryable one is done once. */
export async function writing(
  context: Context,
  work: (access: Access, statements: Statements) => Doc,
): Promise<Doc> {
  const { services, transaction, session, number } = context;
  if (transaction) return work(new Access(services, transaction.view, transaction), UNCOUNTED);
  return await services.engine.write(
    (view) => {
      const access = new Access(services, view);
      if (!session || number === undefined) return work(access, UNCOUNTED);
      const kept = readKept(view, session.id);
      const statements = new RetryableStatements(
        context.body,
        kept?.number === number ? kept.statements : [],
        () => {
          services.failPoints?.onRetryableWrite(() => (context.dropConnection = true));
        },
      );
      const reply = work(access, statements);
      keep(view, session.id, { number, committed: false, statements: statements.toKeep() }, services.now());
      return new Map([...reply, ...statements.told()]);
    },
    () => context.deadline - Date.now(),
  );
}

export function text(context: Context, name: string): string {
  const value = context.body.get(name);
  if (typeof value === 'string') return value;
  return wrongType(context, name, value, 'string');
}

function wrongType(context: Context, name: string, value: Maybe, wanted: string): never {
  if (value === undefined)
    fail(40414, `BSON field '${context.command}.${name}' is missing but a required field`);
  return fail(
    14,
    `BSON field '${context.command}.${name}' is the wrong type '${typeOf(value).name}', expected type '${wanted}'`,
  );
}

export function namespace(context: Context): string {
  const name = context.body.get(context.command);
  if (typeof name !== 'string')
    return fail(73, `collection name has invalid type ${name === undefined ? 'missing' : typeOf(name).name}`);
  if (name === '' || name.includes('\0'))
    fail(73, `Invalid namespace specified '${context.database}.${name}'`);
  return `${context.database}.${name}`;
}

export function checkHint(hint: Maybe): void {
  if (hint !== undefined && typeof hint !== 'string' && !isDoc(hint))
    fail(9, 'Hint must be a string or an object');
}

export function optionalDoc(context: Context, name: string): Doc | undefined {
  const value = context.body.get(name);
  if (value === undefined || isDoc(value)) return value;
  return value === null ? undefined : wrongType(context, name, value, 'object');
}

export function docs(context: Context, name: string): Doc[] {
  const value = context.body.get(name);
  if (!Array.isArray(value)) return wrongType(context, name, value, 'array');
  return value.map((member, at) =>
    isDoc(member) ? member : wrongType(context, `${name}.${at}`, member, 'object'),
  );
}

/** A count that may be given as any whole number. */
export function count(context: Context, name: string): number | undefined {
  const value = context.body.get(name);
  if (value === undefined || value === null) return undefined;
  if (!isNumber(value)) return wrongType(context, name, value, 'long');
  const whole = toWhole(value) ?? BigInt(Math.trunc(toNumber(value)));
  if (whole < 0n) fail(51024, `BSON field '${name}' value must be >= 0, actual value '${whole}'`);
  return Number(whole);
}

export function flag(context: Context, name: string, otherwise = false): boolean {
  const value = context.body.get(name);
  if (value === undefined || value === null) return otherwise;
  if (typeof value !== 'boolean' && !isNumber(value)) return wrongType(context, name, value, 'bool');
  return truthy(value);
}
