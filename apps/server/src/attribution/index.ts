/** The ledger's storage: acts that name a person become leaves in the transaction of the act itself. */
import { creditLine, originOf, type EventKind, type IdeaCredits } from '@butinerie/attribution';
import type { IdeaId, PersonId } from '@butinerie/contracts';
import type { Speaker } from '../accounts/index.ts';
import type { MailedReceipts } from '../notifications/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Api } from '../platform/http.ts';
import type { Log } from '../platform/log.ts';
import type { Database, Transaction } from '../platform/mongo.ts';
import type { CreditAct } from './acts.ts';
import { isExposed, keyFiles, openKeyFile } from './key-file.ts';
import { lastSigned } from './last-signed.ts';
import { eventOf, ledgerStore } from './ledger.store.ts';
import { liveLedger } from './live-ledger.ts';
import { takeReceipts } from './mail-receipts.ts';
import { witnessMails, type WitnessMails } from './mail-witnesses.ts';
import { ideasIn, peopleIn } from './named-in.ts';
import { openingsStore } from './openings.store.ts';
import { serveKeys } from './keys/index.ts';
import { readReceipt } from './receipts.ts';
import { recordActs } from './record-acts.ts';
import { serveAttribution, type LateAttribution } from './serve-attribution.ts';
import { signing } from './sign-head.ts';
import { signingKeys } from './signing-keys.ts';
import { serveWitnesses } from './serve-witnesses.ts';
import { turns } from './turns.ts';
import { digestOfFile } from './verifier-page.ts';
import { verifierKeysStore } from './verifier-keys.store.ts';
import { witnessesStore } from './witnesses.store.ts';

export type { CreditAct } from './acts.ts';

/** The fold of the ledger for one idea. Originators in order, the first one fixed for good. */
export interface CreditLine {
  readonly originators: readonly PersonId[];
  readonly coauthors: readonly PersonId[];
  readonly rebounders: readonly PersonId[];
  readonly carrier: PersonId | null;
  readonly parents: readonly IdeaId[];
}

export interface Ledger {
  /** Appends in the caller's transaction; the callback of the transaction may be retried. Returns the first n. */
  record(tx: Transaction, acts: readonly CreditAct[]): Promise<number>;
  /** Credits as committed so far; an idea without leaf has empty lists. */
  credits(ideas: Iterable<IdeaId>): Promise<Map<IdeaId, CreditLine>>;
  /** What grew or was merged from one of these, each with that one. */
  grownFrom(parents: Iterable<IdeaId>): Promise<(readonly [IdeaId, IdeaId])[]>;
}

export interface AttributionSetup {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** Made at the first start. Outside the data. */
  readonly keyFile: string;
  readonly instanceId: string;
  readonly publicUrl: URL;
  /** The page that verifies offline, where this server serves it. */
  readonly verifierPage?: string | undefined;
  /** Hears whom an act names, in the transaction of the act. */
  readonly named: (tx: Transaction, people: readonly PersonId[]) => Promise<void>;
}

export interface Attribution extends Ledger {
  serve(api: Api<Speaker>, late: LateAttribution): void;
  /** Reads the ledger back and holds it against every checkpoint ever signed; a fault is logged, never thrown. */
  start(): Promise<void>;
  /** Mails the state of the day to its witnesses, today and every day after. */
  watch(): void;
  stop(): Promise<void>;
  /** Destroys what says who this person is, in the caller's transaction: names in leaves that were hers are not read any more. */
  closeIdentity(tx: Transaction, person: PersonId): Promise<void>;
  /** The last leaf of this kind about the idea, with its receipt for somebody it names; none while nothing is signed. */
  proofOf(
    idea: IdeaId,
    kind: EventKind,
    holder: PersonId,
  ): Promise<{ readonly receipt: string | null } | null>;
  /** What a mail to this person carries: her receipts since the last one. */
  takeReceipts(tx: Transaction, selves: readonly PersonId[]): Promise<MailedReceipts>;
}

export function createAttribution(setup: AttributionSetup): Attribution {
  const { database, clock, log, keyFile } = setup;
  const origin = originOf(setup.instanceId);
  // Made at the first start.
  openKeyFile(keyFile, origin);
  if (isExposed(keyFile)) log.warn({ keyFile }, 'others than the server can read the attribution key');
  const ledger = ledgerStore(database.connection);
  const openings = openingsStore(database.connection);
  const live = liveLedger({ ledger, log });
  const files = keyFiles(keyFile, origin);
  const keys = signingKeys({ files, changes: live.keyChanges, clock });
  const known = verifierKeysStore(database.connection);
  const sign = signing({ origin, ledger, live, files, keys, known, lastSigned: lastSigned(keyFile), log });

  const witnesses = witnessesStore(database.connection);
  const takeTurn = turns();
  let states: WitnessMails | undefined;

  const record: Ledger['record'] = async (tx, acts) => {
    await takeTurn(tx);
    // Nobody else appends during this turn: what is committed is what this transaction sees.
    await live.catchUp();
    return recordActs({ clock, ledger, openings, live, named: setup.named }, tx, acts);
  };

  return {
    record,
    async closeIdentity(tx, person) {
      const hers = (await ledger.naming([person])).filter((row) => eventOf(row)?.by === person);
      await openings.closeIdentity(
        tx,
        person,
        hers.map(({ n }) => n),
      );
    },
    async proofOf(idea, kind, holder) {
      const row = (await ledger.about([idea])).findLast((each) => eventOf(each)?.k === kind);
      if (row === undefined) return null;
      const receipt = await readReceipt({ ledger, openings, live, sign, keys }, row.n, [holder]);
      return { receipt: receipt.ok ? receipt.value : null };
    },
    async credits(ideas) {
      await live.catchUp();
      return new Map([...ideas].map((idea) => [idea, lineOf(live.credits.idea(idea))]));
    },
    async grownFrom(parents) {
      await live.catchUp();
      const wanted = new Set<string>(parents);
      return live.credits.ideas().flatMap((child) => {
        const [id] = ideasIn(child.idea);
        const from = ideasIn(child.parents.filter((parent) => wanted.has(parent)));
        return id === undefined ? [] : from.map((parent) => [id, parent] as const);
      });
    },
    serve(api, late) {
      states = witnessMails({
        database,
        clock,
        log,
        sign,
        witnesses,
        keys,
        changes: live.keyChanges,
        notifications: late.notifications,
        publicUrl: setup.publicUrl,
        verifierDigest: () => digestOfFile(setup.verifierPage),
      });
      serveKeys(api, {
        ...late,
        database,
        clock,
        log,
        live,
        sign,
        keys,
        files,
        record,
        publicUrl: setup.publicUrl,
      });
      serveWitnesses(api, { witnesses, chosen: states.look });
      serveAttribution(api, { ...late, ledger, openings, live, sign, keys, clock });
    },
    takeReceipts: (tx, selves) => takeReceipts({ ledger, openings, live, sign, keys, witnesses }, tx, selves),
    start: () => sign.begin(),
    watch: () => states?.start(),
    stop: async () => states?.stop(),
  };
}

/** Each person once, under the first role that is hers. */
function lineOf(credits: IdeaCredits | undefined): CreditLine {
  if (credits === undefined)
    return { originators: [], coauthors: [], rebounders: [], carrier: null, parents: [] };
  const { originators, coauthors, rebounders, carrier } = creditLine(credits);
  return {
    originators: peopleIn(originators),
    coauthors: peopleIn(coauthors),
    rebounders: peopleIn(rebounders),
    carrier: peopleIn(carrier)[0] ?? null,
    parents: ideasIn(credits.parents),
  };
}
