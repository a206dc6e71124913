/**
 * Answers for what a command handler is given: its arguments, its session, and the two ways to data.
 */
import type { Doc, Maybe } from '../bson/value.ts';
import { isDoc, isNumber, truthy, typeOf } from '../bson/value.ts';
import { toNumber, toWhole } from '../bson/numbers.ts';
import { fail } from '../failure.ts';
import { Access } from '../store/access.ts';
import type { Catalog } from '../store/catalog.ts';
import type { Engine, Transaction } from '../store/engine.ts';
import type { Cursors, Owner } from './cursors.ts';
import type { FailPoints } from './fail-points.ts';
import type { Session, Sessions } from './sessions.ts';
import { keep, readKept } from './sessions.ts';

export interface Services {
  engine: Engine;
  catalog: Catalog;
  sessions: Sessions;
  cursors: Cursors;
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
}

export type Handler = (context: Context) => Doc | Promise<Doc>;

export interface Command {
  run: Handler;
  /** The arguments it understands beside the ones every command has. */
  fields: readonly string[];
  inTransaction?: true;
  retryable?: true;
}

export function ownerOf(context: Context): Owner {
  return { session: context.session?.id, transaction: context.transaction ? context.number : undefined };
}

/** The state to read: the transaction's own, or a snapshot that whoever got it must release. */
export function openRead(context: Context): { access: Access; release: () => void } {
  const { services, transaction } = context;
  if (transaction)
    return { access: new Access(services, transaction.view, transaction), release: () => undefined };
  const { view, release } = services.engine.snapshot();
  return { access: new Access(services, view), release };
}

export function reading<T>(context: Context, work: (access: Access) => T): T {
  const { access, release } = openRead(context);
  try {
    return work(access);
  } finally {
    release();
  }
}

/** Runs a write as one atomic block; a retryable one that was already done answers what it answered then. */
export async function writing(context: Context, work: (access: Access) => Doc): Promise<Doc> {
  const { services, transaction, session, number } = context;
  if (transaction) return work(new Access(services, transaction.view, transaction));
  return await services.engine.write(
    (view) => {
      if (session && number !== undefined) {
        const kept = readKept(view, session.id);
        if (kept?.number === number && kept.reply) return kept.reply;
      }
      const reply = work(new Access(services, view));
      if (session && number !== undefined) keep(view, session.id, { number, reply }, services.now());
      return reply;
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
