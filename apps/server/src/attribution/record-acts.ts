/**
 * Appends acts in the caller's transaction. Everything is read inside it, so that what is admitted is decided on the
 * leaves as they are and a second writer, who writes the same head, starts over. Nothing outside the database changes.
 */
import { randomBytes } from 'node:crypto';
import {
  encodeLeaf,
  foldCredits,
  CreditsFold,
  identity,
  type Identity,
  type LedgerEvent,
} from '@butinerie/attribution';
import type { PersonId } from '@butinerie/contracts';
import type { Clock } from '../platform/clock.ts';
import type { Transaction } from '../platform/mongo.ts';
import type { CreditAct } from './acts.ts';
import { eventOf, type LedgerRow, type LedgerStore } from './ledger.store.ts';
import type { LiveLedger } from './live-ledger.ts';
import { isWorthMailing } from './mail-receipts.ts';
import { ideasIn, peopleIn, rebounderOf } from './named-in.ts';
import type { OpenedLeaf, OpeningsStore, Persona } from './openings.store.ts';
import { writeEvent } from './write-event.ts';

export interface RecordDeps {
  readonly clock: Clock;
  readonly ledger: LedgerStore;
  readonly openings: OpeningsStore;
  readonly live: Pick<LiveLedger, 'tree' | 'credits' | 'fault'>;
  /** Hears whom the leaves of a transaction name, in that transaction. */
  readonly named: (tx: Transaction, people: readonly PersonId[]) => Promise<void>;
}

/** The rules of credit refuse what the product decided to do: a bug, which takes its whole transaction with it. */
class NotAdmitted extends Error {
  override readonly name = 'NotAdmitted';
  readonly code: string;

  constructor(code: string, detail: string) {
    super(`the ledger does not admit this: ${detail}`);
    this.code = code;
  }
}

export async function recordActs(
  deps: RecordDeps,
  tx: Transaction,
  acts: readonly CreditAct[],
): Promise<number> {
  const head = await deps.ledger.head(tx);
  // The ledger in memory is this transaction's own view when it holds as many leaves as the head that was read in it.
  const inMemory = deps.live.tree.size === head.n && deps.live.fault() === null;
  const fold = inMemory ? new CreditsFold(deps.live.credits) : await foldFor(deps.ledger, tx, acts);
  const identities = await identitiesFor(deps, tx, acts);
  const now = deps.clock.now().toISOString();
  const t = now > head.t ? now : head.t;
  const rows: LedgerRow[] = [];
  const opened: OpenedLeaf[] = [];
  const known: Persona[] = [];

  for (const act of acts) {
    const said = provable(act, fold);
    if (said === null) continue;
    const n = head.n + rows.length;
    const { event, openings, text } = writeEvent(said, {
      n,
      t,
      salt: () => new Uint8Array(randomBytes(32)),
      derived: isDerived(said, acts),
      identityOf: (person) => found(identities.get(person), `the ledger does not know ${person}`),
      isKnown: (person) => identities.has(person),
      creditsOf: (idea) => fold.idea(idea),
    });
    const ruling = fold.apply(event);
    if (!ruling.ok) throw new NotAdmitted(ruling.failure.code, `${act.act}: ${ruling.failure.detail}`);
    rows.push(rowOf(event, fold));
    const { c, ...others } = openings;
    const met = newcomerOf(said);
    if (met !== null && c !== undefined) {
      const persona = { person: met, n, salt: c.salt, identity: identity.parse(c.value) };
      known.push(persona);
      identities.set(met, persona.identity);
    }
    if (Object.keys(others).length > 0) opened.push({ n, openings: others, text });
  }
  if (rows.length === 0) return head.n;
  await deps.ledger.append(tx, head, t, rows);
  await deps.openings.keepPersonas(tx, known);
  await deps.openings.keep(tx, opened);
  const told = rows.filter(({ event }) => isWorthMailing(String(Reflect.get(event, 'k'))));
  await deps.named(tx, [...new Set(told.flatMap(({ names }) => peopleIn(names)))]);
  return head.n;
}

/** Of whom the act says who she is: for the first time, or anew. */
function newcomerOf(act: CreditAct): PersonId | null {
  if (act.act === 'person.known' || act.act === 'person.rectified') return act.person;
  return act.act === 'pseudonym.taken' ? act.pseudonym : null;
}

/** The credit of the ideas concerned, as this transaction sees it, what it wrote itself included. */
async function foldFor(
  ledger: LedgerStore,
  tx: Transaction,
  acts: readonly CreditAct[],
): Promise<CreditsFold> {
  const wanted = new Set(ideasIn(acts));
  const withLineage = acts.some(({ act }) => act === 'rebound.linked');
  for (;;) {
    const rows = wanted.size === 0 ? [] : await ledger.about(wanted, tx);
    const events = rows.map(eventOf);
    const fold = foldCredits(events);
    const before = wanted.size;
    // Who was named in what was merged is named in what it became: those ideas are concerned as well.
    for (const event of events)
      if (event !== undefined && 'from' in event)
        for (const source of ideasIn([event.from])) wanted.add(source);
    // A circle may pass through any ancestor.
    if (withLineage)
      for (const parent of ideasIn(fold.ideas().map(({ parents }) => parents))) wanted.add(parent);
    if (wanted.size === before) return fold;
  }
}

/** Who they are today: null for somebody whom leaves name and whose identity was effaced since. */
async function identitiesFor(
  { ledger, openings }: Pick<RecordDeps, 'ledger' | 'openings'>,
  tx: Transaction,
  acts: readonly CreditAct[],
): Promise<Map<PersonId, Identity | null>> {
  const speakers = acts.filter((act) => newcomerOf(act) === null && act.act !== 'contribution.sealed');
  const people = peopleIn(speakers);
  const identities = new Map<PersonId, Identity | null>();
  for (const { person, identity } of await openings.personas(people, tx)) identities.set(person, identity);
  const unread = people.filter((person) => !identities.has(person));
  const naming = unread.length === 0 ? [] : await ledger.naming(unread, tx);
  for (const person of unread)
    if (naming.some(({ names }) => names.includes(person))) identities.set(person, null);
  return identities;
}

/**
 * The act as far as the ledger can say it: an imported idea whose author is not confirmed yet, and on which nothing was
 * done either, has no leaf that a lineage could name. Of everything else nothing is left out.
 */
function provable(act: CreditAct, fold: CreditsFold): CreditAct | null {
  if (act.act !== 'rebound.linked') return act;
  const on = act.on.filter((parent) => fold.idea(parent) !== undefined);
  return on.length === 0 ? null : { ...act, on };
}

/** An invitation answered in the commit that writes it, an offer that comes with its adoption. */
function isDerived(act: CreditAct, acts: readonly CreditAct[]): boolean {
  if (act.act === 'carrier.offered')
    return acts.some((other) => other.act === 'idea.adopted' && other.idea === act.idea);
  if (act.act !== 'coauthor.invited') return false;
  return acts.some(
    (other) => other.act === 'coauthor.consented' && other.idea === act.idea && other.person === act.person,
  );
}

function rowOf(event: LedgerEvent, fold: CreditsFold): LedgerRow {
  return {
    n: event.n,
    bytes: encodeLeaf(event),
    event,
    ideas: ideasIn(event),
    names: peopleIn([event, rebounderOf(event, fold) ?? null]),
  };
}

function found<T>(value: T | undefined, otherwise: string): T {
  if (value === undefined) throw new Error(otherwise);
  return value;
}
