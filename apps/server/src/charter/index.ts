/** The charter: its versions, who accepted which, and the question that every command asks which takes words for others. */
import * as contracts from '@butinerie/contracts';
import type { ArgsOf, Charter, CodesOf, Failure, PersonId, Result } from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import * as rules from '@butinerie/domain';
import type { People, Speaker } from '../accounts/index.ts';
import type { Clock } from '../platform/clock.ts';
import { serve, serveAnyone, type Api } from '../platform/http.ts';
import type { Database, Transaction } from '../platform/mongo.ts';
import { charterStore, type CharterRecord } from './charter.store.ts';
import { DEFAULT_CHARTER } from './default-charter.ts';

export interface CharterSetup {
  readonly database: Database;
  readonly clock: Clock;
  readonly people: People;
}

export interface Charters {
  /** Null once she accepted the version in force. */
  asks(person: PersonId): Promise<Failure<'charter-not-accepted'> | null>;
  /** Whether an agent who is not there herself accepts: on paper now (`version`), or by herself before. */
  askedOnPaper(
    person: PersonId | null,
    version: number | undefined,
  ): Promise<Failure<'charter-not-accepted'> | null>;
  /** Kept as hers, with what she wrote. */
  acceptOnPaper(tx: Transaction, person: PersonId, version: number | undefined): Promise<void>;
}

/** Who accepted stays so until the next version; that many are remembered, the others are looked up. */
const MOST_KEPT = 20_000;

export function createCharters(setup: CharterSetup): Charters & {
  /** Before the first request: an instance has a charter from its first start. */
  start(): Promise<void>;
  serve(api: Api<Speaker>): void;
} {
  const { database, clock, people } = setup;
  const store = charterStore(database.connection);
  /** The last version that was seen accepted, by person. */
  const kept = new Map<PersonId, number>();

  async function inForce(): Promise<CharterRecord> {
    const latest = await store.latest();
    if (latest === null) throw new Error('an instance without a charter');
    return latest;
  }
  async function acceptedBy(person: PersonId, { since }: rules.CharterVersion): Promise<number> {
    const known = kept.get(person) ?? 0;
    if (known >= since) return known;
    const accepted = (await store.acceptedBy(person))?.version ?? 0;
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(person, accepted);
    return accepted;
  }
  async function asks(person: PersonId): Promise<Failure<'charter-not-accepted'> | null> {
    const current = versionOf(await inForce());
    const checked = rules.checkCharter(current, await acceptedBy(person, current));
    return checked.ok ? null : checked.failure;
  }

  async function shown(record: CharterRecord, by: Speaker | null): Promise<Charter> {
    const [current, refs, accepted] = await Promise.all([
      inForce(),
      people.refs(record.by === null ? [] : [record.by]),
      by === null ? null : store.acceptedBy(by.person),
    ]);
    const { fr, en, at } = record;
    return {
      ...versionOf(record),
      fr,
      en,
      // Names are for people who came in.
      by: (by && record.by && refs.get(record.by)) ?? null,
      at: at.toISOString(),
      current: current._id,
      accepted: accepted && { version: accepted.version, at: accepted.at.toISOString() },
      asked: by !== null && !rules.checkCharter(versionOf(current), accepted?.version ?? 0).ok,
      acts: by === null ? [] : actsOf(by),
    };
  }

  async function saveCharter(
    words: ArgsOf<typeof contracts.saveCharter>['body'],
    by: Speaker,
  ): Promise<Result<Charter, Failure<CodesOf<typeof contracts.saveCharter>>>> {
    const current = await inForce();
    const decided = rules.saveCharter(versionOf(current), words, { by, now: clock.now() });
    if (!decided.ok) return decided;
    const { version, since, at } = decided.value;
    // The same words sent again: no version of them, and nobody is asked again.
    if (current.fr === words.fr && current.en === words.en) return ok(await shown(current, by));
    const record = { _id: version, since, fr: stored(words.fr), en: stored(words.en), by: by.person, at };
    if (!(await store.create(record))) return refuse('stale-version', { current: (await inForce())._id });
    return ok(await shown(record, by));
  }

  return {
    asks,
    async askedOnPaper(person, version) {
      const current = versionOf(await inForce());
      const before = person === null ? 0 : await acceptedBy(person, current);
      // A paper signed before the rules changed is not about these.
      const checked = rules.checkCharter(current, rules.paperVersion(current, version) || before);
      return checked.ok ? null : checked.failure;
    },
    async acceptOnPaper(tx, person, version) {
      // One that is not written yet would answer for it beforehand.
      if (version === undefined || (await store.version(version)) === null) return;
      await store.accept({ person, version, at: clock.now() }, tx);
    },
    async start() {
      if ((await store.latest()) === null)
        await store.create({ _id: 1, since: 1, ...DEFAULT_CHARTER, by: null, at: clock.now() });
    },
    serve(api) {
      serveAnyone(api, contracts.readCharter, async ({ query, speaker }) => {
        const record =
          query.version === undefined ? await inForce() : await store.version(Number(query.version));
        return record === null ? refuse('not-found', { what: 'charter' }) : ok(await shown(record, speaker));
      });
      serve(api, contracts.saveCharter, ({ body, speaker }) => saveCharter(body, speaker));
      serve(
        api,
        contracts.acceptCharter,
        async ({ body, speaker }) => {
          const decided = rules.acceptCharter((await inForce())._id, body);
          if (!decided.ok) return decided;
          const { person } = speaker;
          const { version, at } = await store.accept({ person, version: decided.value, at: clock.now() });
          return ok({ version, at: at.toISOString() });
        },
        { asHerself: true },
      );
    },
  };
}

const versionOf = ({ _id: version, since }: CharterRecord): rules.CharterVersion => ({ version, since });

const actsOf = (by: Speaker): string[] => [
  ...(rules.mayWriteCharter(by) ? ['saveCharter'] : []),
  ...(rules.mayCorrectCharter(by) ? ['correctCharter'] : []),
];

/** Half of a surrogate pair has no UTF-8: kept as the sign for it, here as in the database. */
const stored = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');
