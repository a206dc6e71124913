/**
 * One-time persons: who proposes under a pseudonym acts, on that idea, as somebody else with an identifier and a name of
 * her own, from the edge on. What every other slice stores, lists, sends and announces is that person, so that none of
 * them could tell. Kept in memory besides: they are asked for with every request.
 */
import { mintId, type ChallengeId, type IdeaId, type PersonId } from '@butinerie/contracts';
import { randomBytes } from 'node:crypto';
import type { People, Speaker } from '../accounts/index.ts';
import { createWritten } from '../platform/after-commit.ts';
import type { Log } from '../platform/log.ts';
import type { Database, Transaction } from '../platform/mongo.ts';
import type { WakeUps } from '../platform/servers/wake-ups.ts';
import { together } from '../platform/together.ts';
import { drawName } from './names.ts';
import { overPeople } from './over-people.ts';
import { pseudonymStore } from './pseudonyms.store.ts';

export interface Pseudonym {
  /** The one-time person. */
  readonly id: PersonId;
  readonly challenge: ChallengeId;
  /** The idea it was taken for. */
  readonly idea: IdeaId;
  /** That idea, and those it was merged into. */
  readonly speaksIn: readonly IdeaId[];
  /** Who is behind it. */
  readonly person: PersonId;
  readonly name: string;
  /** What it was typed in as herself; of those taken before this was kept, nobody says. */
  readonly draft?: IdeaId | null;
  /** Opens what the ledger committed to. */
  readonly salt: string;
  readonly openedAt: Date | null;
  /** She was asked and chose to keep it, for now. */
  readonly keptAt: Date | null;
}

interface NamedIn {
  readonly originators: readonly PersonId[];
  readonly coauthors: readonly PersonId[];
  readonly rebounders: readonly PersonId[];
}

export interface Pseudonyms {
  of(person: PersonId): Pseudonym | null;
  /** The person behind a pseudonym; anybody else is herself. For addressing, never for showing. */
  ownerOf(person: PersonId): PersonId;
  /** Herself and her pseudonyms. */
  selvesOf(person: PersonId): readonly PersonId[];
  /** Knows hers as they are now, whichever server she took them on: asked before she says anything. */
  sureOf(person: PersonId): Promise<void>;
  /** Whether she has any: most people have none, and nothing is looked up for them. */
  has(person: PersonId): boolean;
  /** These people as she is allowed to know them: her own pseudonyms are herself. */
  seenBy(person: PersonId, people: readonly PersonId[]): PersonId[];
  /** An idea, or who is linked with it, as she is allowed to know it: she neither moderates nor judges what is hers. */
  asKnownTo<I extends NamedIn>(person: PersonId, idea: I): I;
  /** As whom somebody speaks about an idea. */
  speakingOn(idea: string | null, speaker: Speaker): Speaker;
  /** The pseudonym of this person for this idea, typed in this draft: the same one when asked again. */
  take(of: { idea: IdeaId; draft: IdeaId; challenge: ChallengeId }, by: Speaker): Promise<Pseudonym>;
  /** Opened for good, or kept; false when it was opened before. */
  decide(
    tx: Transaction,
    id: PersonId,
    patch: Partial<Pick<Pseudonym, 'openedAt' | 'keptAt'>>,
  ): Promise<boolean>;
  /** The pseudonyms among these people speak in this idea as well from now on. */
  alsoIn(tx: Transaction, people: readonly PersonId[], idea: IdeaId): Promise<void>;
  /** Resolves when what was committed before is known here. */
  caughtUp(): Promise<void>;
  over(people: People): People;
}

export interface PseudonymsSetup {
  readonly database: Database;
  readonly log: Log;
  readonly wakeUps: WakeUps;
}

export function createPseudonyms({ database, log, wakeUps }: PseudonymsSetup): Pseudonyms & {
  /** Reads who is behind whom. Nobody may be served before. */
  start(): Promise<void>;
} {
  const store = pseudonymStore(database.connection);
  const known = new Map<PersonId, Pseudonym>();
  const byOwner = new Map<PersonId, Set<PersonId>>();
  const listeners: ((pseudonym: PersonId) => void)[] = [];
  const written = createWritten<PersonId>(wakeUps, 'pseudonyms');

  function remember(pseudonym: Pseudonym): void {
    const opened = known.get(pseudonym.id)?.openedAt === null && pseudonym.openedAt !== null;
    known.set(pseudonym.id, pseudonym);
    const own = byOwner.get(pseudonym.person) ?? new Set();
    byOwner.set(pseudonym.person, own.add(pseudonym.id));
    if (opened) for (const listener of listeners) listener(pseudonym.id);
  }
  let reading: Promise<void> = Promise.resolve();
  const readAgain = async (ids: Iterable<PersonId>): Promise<void> => {
    for (const pseudonym of await store.byIds(ids)) remember(pseudonym);
  };
  written.on((ids) => {
    reading = reading
      .then(() => readAgain(ids))
      .catch((error: unknown) => log.error({ err: error }, 'a pseudonym was not read again'));
  });
  const readAll = async (): Promise<void> => {
    for (const pseudonym of await store.all()) remember(pseudonym);
  };
  wakeUps.onMissed(() => {
    reading = reading
      .then(readAll)
      .catch((error: unknown) => log.error({ err: error }, 'pseudonyms were not read again'));
  });
  /** One question for all who speak at the same time. */
  const readOwn = together<PersonId, void>(async (people) => {
    for (const pseudonym of await store.ofOwners([...new Set(people)])) remember(pseudonym);
    return people.map(() => undefined);
  });
  const of = (person: PersonId): Pseudonym | null => known.get(person) ?? null;
  const ownOf = (person: PersonId): Pseudonym[] =>
    [...(byOwner.get(person) ?? [])].flatMap((id) => known.get(id) ?? []);
  const ownerOf = (person: PersonId): PersonId => of(person)?.person ?? person;

  const seenBy = (person: PersonId, people: readonly PersonId[]): PersonId[] =>
    people.map((one) => (ownerOf(one) === person ? person : one));

  return {
    of,
    ownerOf,
    selvesOf: (person) => [person, ...(byOwner.get(person) ?? [])],
    has: (person) => byOwner.has(person),
    seenBy,
    asKnownTo: (person, idea) => ({
      ...idea,
      originators: seenBy(person, idea.originators),
      coauthors: seenBy(person, idea.coauthors),
      rebounders: seenBy(person, idea.rebounders),
    }),
    speakingOn(idea, speaker) {
      const self = ownOf(speaker.person).find(({ speaksIn }) => speaksIn.some((id) => id === idea));
      if (self === undefined) return speaker;
      const { id, name, openedAt } = self;
      return openedAt === null
        ? { ...speaker, person: id, name, directorate: null }
        : { ...speaker, person: id };
    },
    async take({ idea, draft, challenge }, { person }) {
      const before = ownOf(person).find((own) => own.idea === idea);
      if (before !== undefined) return before;
      const pseudonym: Pseudonym = {
        id: mintId('person'),
        challenge,
        idea,
        draft,
        speaksIn: [idea],
        person,
        name: drawName(await store.namesIn(challenge)),
        salt: randomBytes(32).toString('base64'),
        openedAt: null,
        keptAt: null,
      };
      await store.insert(pseudonym);
      const taken = (await store.takenFor(idea, person)) ?? pseudonym;
      remember(taken);
      written.tell(taken.id, undefined);
      return taken;
    },
    async decide(tx, id, patch) {
      written.tell(id, tx);
      return store.amend(tx, id, patch);
    },
    async alsoIn(tx, people, idea) {
      const pseudonyms = people.filter((person) => known.has(person));
      for (const id of pseudonyms) written.tell(id, tx);
      if (pseudonyms.length > 0) await store.alsoIn(tx, pseudonyms, idea);
    },
    caughtUp: () => reading,
    over: (people) => overPeople(people, { of, onOpened: (listener) => void listeners.push(listener) }),
    async sureOf(person) {
      if (wakeUps.hasCompany()) await readOwn(person);
    },
    start: readAll,
  };
}
