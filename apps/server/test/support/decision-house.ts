/**
 * Challenges, ideas, selection and adoption over a real database and real HTTP, with a settable clock. People, documents
 * and the ledger are small stand-ins that keep what they are told: what is looked at here is what the slices decide.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  failureOf,
  mintId,
  ok,
  refuse,
  type AnswerOf,
  type ChallengeId,
  type Directorate,
  type Failure,
  type Grant,
  type IdeaId,
  type News,
  type PersonId,
  type PersonRef,
  type Result,
  type Route,
} from '@butinerie/contracts';
import express from 'express';
import type { People, Roles, Speaker } from '../../src/accounts/index.ts';
import { createAdoption } from '../../src/adoption/index.ts';
import { createDelivery } from '../../src/delivery/index.ts';
import type { CreditAct, CreditLine, Ledger } from '../../src/attribution/index.ts';
import { createChallenges, type ChallengeRecord } from '../../src/challenges/index.ts';
import { createImpact } from '../../src/impact/index.ts';
import { createLineage } from '../../src/lineage/index.ts';
import { createContributions } from '../../src/contributions/index.ts';
import { createIdeas } from '../../src/ideas/index.ts';
import type { Notifications, NoticeToTell } from '../../src/notifications/index.ts';
import { settableClock, type SettableClock } from '../../src/platform/clock.ts';
import { sessionCookie } from '../../src/platform/cookies.ts';
import { createApi } from '../../src/platform/http.ts';
import { createLog } from '../../src/platform/log.ts';
import { fileStore } from '../../src/attachments/files.store.ts';
import { openDatabase } from '../../src/platform/mongo.ts';
import { keptByCommit, type KeptByCommit } from './kept-by-commit.ts';
import { sealingDocuments } from './sealing-documents.ts';
import { dropTestDatabase, testDatabaseUri } from './test-database.ts';
import type { Realtime } from '../../src/platform/realtime.ts';
import { PRODUCT_WORDS } from '../../src/platform/own-words.ts';
import { ownDuties } from '../../src/platform/servers/duties.ts';
import { alone } from '../../src/platform/servers/wake-ups.ts';
import type { Rebounds } from '../../src/rebounds/index.ts';
import { createPseudonyms } from '../../src/pseudonyms/index.ts';
import { createSearch } from '../../src/search/index.ts';
import { createSelection } from '../../src/selection/index.ts';

/** What outlives a restart: the data directory, the people, and what was told to whom. */
export interface World {
  readonly dataDir: string;
  readonly clock: SettableClock;
  readonly people: Map<PersonId, { name: string; grants: Grant[] }>;
  readonly directorates: Map<Directorate['id'], Directorate>;
  readonly acts: CreditAct[];
  readonly told: NoticeToTell[];
  readonly news: { name: string; payload: unknown; to: unknown }[];
  /** Acts that the ledger refuses to write, as when its disk is full. */
  readonly unwritable: Set<CreditAct['act']>;
}

export async function newWorld(now: string): Promise<World> {
  return {
    dataDir: await mkdtemp(join(tmpdir(), 'decisions-')),
    clock: settableClock(new Date(now)),
    people: new Map(),
    directorates: new Map(),
    acts: [],
    told: [],
    news: [],
    unwritable: new Set(),
  };
}

export async function leave(world: World): Promise<void> {
  await dropTestDatabase(world.dataDir);
  await rm(world.dataDir, { recursive: true, force: true });
}

type Phased = (record: ChallengeRecord, phase: string) => Promise<void>;

/** Nobody declared a link. */
const nobody = async () => new Map();

export async function openDecisions(world: World, also: { onPhase?: Phased } = {}) {
  const { clock } = world;
  const log = createLog('silent');
  const kept = keptByCommit();
  const database = kept.within(
    await openDatabase({
      uri: testDatabaseUri(world.dataDir),
      dataDir: world.dataDir,
      log,
      sync: 'none',
    }),
  );
  const publicUrl = new URL('http://localhost:3000');
  const wakeUps = alone();
  const people = peopleOf(world);
  const pseudonyms = createPseudonyms({ database, log, wakeUps });
  const roles = rolesOf(world);
  const ledger = ledgerOf(world, kept);
  const notifications = notificationsOf(world, kept);
  const documents = sealingDocuments();
  const rebounds = reboundsOf();
  const realtime = {
    announce: (news: News, payload: unknown, to: unknown) =>
      void world.news.push({ name: news.name, payload, to }),
  } as unknown as Realtime<Speaker>;

  const shared = {
    database,
    wakeUps,
    duties: ownDuties,
    clock,
    log,
    publicUrl,
    realtime,
    people,
    pseudonyms,
    roles,
    ledger,
    notifications,
    ownWords: PRODUCT_WORDS,
  };
  const challenges = createChallenges(shared);
  const ideas = createIdeas({ ...shared, challenges, documents });
  const lineage = createLineage({ ideas, rebounds, ledger });
  const selection = createSelection({ ...shared, challenges, ideas, rebounds, declared: nobody, lineage });
  const adoption = createAdoption({ ...shared, challenges, ideas, lineage });
  const impact = createImpact({ ...shared, challenges, ideas, adoptions: adoption });
  const delivery = createDelivery({
    ...shared,
    challenges,
    ideas,
    adoptions: adoption,
    declared: nobody,
    impact,
  });
  const api = createApi<Speaker>({
    publicUrl,
    log,
    cookie: sessionCookie(publicUrl),
    identify: async (header) => signed(world, header),
    isAdministrator: () => false,
    acceptsTaskToken: () => false,
  });
  challenges.serve(
    { http: api },
    {
      ideas,
      takingPart: async () => new Set(),
      // No challenge is begun like another here.
      copyKit: async () => undefined,
      beginWith: async () => refuse('not-found', { what: 'format' }),
      files: { ...fileStore(database.connection), limit: async () => null },
    },
  );
  ideas.serve(api, {
    attachments: { moveTo: async () => {} },
    rebounds,
    contributions: createContributions({ database, people: shared.people }),
    adoptions: adoption,
    deliveries: delivery,
    search: createSearch({ ...shared, challenges, ideas }),
    within: async (_speaker, asked) => new Set(asked),
    moderation: { declared: nobody, lateOutcomes: async () => [], fileActs: nobody },
  });
  selection.serve({ http: api });
  adoption.serve({ http: api }, { deliveries: delivery });
  delivery.serve({ http: api });
  impact.serve(api);
  if (also.onPhase !== undefined) challenges.onPhase(also.onPhase);
  await database.buildIndexes();
  const app = express();
  app.use(api.router);
  const server = app.listen(0);
  await new Promise((resolve) => server.once('listening', resolve));
  // Only a server listening on a path has another kind of address.
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    challenges,
    ideas,
    adoption,
    delivery,
    impact,
    start: () => challenges.start(),
    person(name: string, ...grants: Grant[]) {
      const id = mintId('person');
      world.people.set(id, { name, grants });
      return { id, call: caller(address, id) };
    },
    as: (id: PersonId) => caller(address, id),
    directorate(name: string): Directorate {
      const directorate = { id: mintId('directorate'), name };
      world.directorates.set(directorate.id, directorate);
      return directorate;
    },
    /** A published idea; without an author, as an import that does not say whose it is. */
    async idea(challenge: ChallengeId, author: PersonId | null, title: string): Promise<IdeaId> {
      const id = mintId('idea');
      const originators = author === null ? [] : [author];
      const now = clock.now();
      await database.transaction(async (tx) => {
        await ideas.create(tx, {
          id,
          challenge,
          state: 'published',
          title,
          text: `${title}, en détail.`,
          originators,
          coauthors: [],
          requests: [],
          openTo: 'invited',
          parents: [],
          grownFrom: null,
          savedAt: now,
          publishedAt: now,
          seal: null,
          answer: null,
          answerPublishedAt: null,
          withdrawal: null,
          source: null,
          theme: null,
          answers: [],
          importedSupports: 0,
        });
      });
      if (author !== null)
        world.acts.push({
          act: 'idea.proposed',
          idea: id,
          by: author,
          title,
          text: title,
          directorate: null,
        });
      return id;
    },
    async close() {
      await challenges.stop();
      await new Promise((resolve) => server.close(resolve));
      await database.stop();
    },
  };
}
export type Decisions = Awaited<ReturnType<typeof openDecisions>>;
export type Person = ReturnType<Decisions['person']>;

interface Sent {
  params?: Record<string, string>;
  body?: unknown;
}

function caller(address: string, person: PersonId) {
  return async <R extends Route>(
    route: R,
    { params = {}, body }: Sent = {},
  ): Promise<Result<AnswerOf<R>, Failure>> => {
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '');
    const response = await fetch(address + path, {
      method: route.method,
      headers: { cookie: `person=${person}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const json = response.headers.get('content-type')?.includes('json') ?? false;
    const answer: unknown = json ? await response.json() : await response.text();
    if (response.ok) return ok(route.answer.parse(answer) as AnswerOf<R>);
    const failure = failureOf(answer);
    if (failure === undefined) throw new Error(`not a problem of the catalogue: ${JSON.stringify(answer)}`);
    return { ok: false, failure };
  };
}

function signed(world: World, header: string | undefined) {
  const person = /person=(\w+)/.exec(header ?? '')?.[1] as PersonId | undefined;
  const known = person && world.people.get(person);
  if (!known || person === undefined) return null;
  const speaker = { person, name: known.name, directorate: null, grants: known.grants };
  return { speaker, person, session: person };
}

function peopleOf({ people, directorates }: World): People {
  const refOf = (id: PersonId): PersonRef => ({ id, name: people.get(id)?.name ?? '', directorate: null });
  const never = (): never => {
    throw new Error('nobody asks this here');
  };
  return {
    refs: async (ids) => new Map([...ids].filter((id) => people.has(id)).map((id) => [id, refOf(id)])),
    holders: async (role, { challenge }) =>
      [...people]
        .filter(([, { grants }]) =>
          grants.some(
            (held) => held.role === role && (held.challenge === null || held.challenge === challenge),
          ),
        )
        .map(([id]) => id),
    mailboxes: async (ids) =>
      new Map([...ids].map((id) => [id, { person: id, ...refOf(id), mail: null, language: 'fr' as const }])),
    directorate: async (id) => directorates.get(id) ?? null,
    all: async () => [...people.keys()].map(refOf),
    speakers: async () =>
      [...people].map(([person, { name, grants }]) => ({ person, name, directorate: null, grants })),
    directorates: async () => [...directorates.values()],
    onChanged: () => undefined,
    admitOutsiders: never,
    ensureAuthor: never,
    invite: never,
    openAccount: never,
    openLinks: never,
    signInLink: never,
  };
}

function rolesOf({ people }: World): Roles {
  return {
    sponsorships: async (challenge) =>
      [...people].flatMap(([person, { grants }]) =>
        grants
          .filter(({ role, challenge: of }) => role === 'sponsor' && (of === null || of === challenge))
          .flatMap(({ directorate }) => (directorate === null ? [] : [{ person, directorate }])),
      ),
    give: async (_tx, person, grant) => void people.get(person)?.grants.push(grant),
  };
}

function ledgerOf({ acts, unwritable }: World, { keep }: KeptByCommit): Ledger {
  const of = (idea: IdeaId): CreditLine => {
    const about = acts.filter((act) => 'idea' in act && act.idea === idea);
    const who = (name: CreditAct['act']): PersonId[] =>
      about.flatMap((act) => (act.act === name && 'by' in act ? [act.by] : []));
    return {
      originators: who('idea.proposed'),
      coauthors: [],
      rebounders: who('rebound.made'),
      carrier: null,
      parents: [],
    };
  };
  return {
    async record(tx, written) {
      for (const { act } of written) if (unwritable.has(act)) throw new Error('the disk is full');
      keep(tx, acts, written);
      return acts.length - written.length;
    },
    credits: async (ideas) => new Map([...ideas].map((id) => [id, of(id)])),
    grownFrom: async () => [],
  };
}

function notificationsOf({ told }: World, { keep }: KeptByCommit): Notifications {
  return {
    tell: async (tx, notices) =>
      keep(
        tx,
        told,
        notices.filter(({ to, actor }) => to !== actor),
      ),
    announce: () => {},
    mailNow: async () => {},
    followersOf: async () => [],
  };
}

function reboundsOf(): Rebounds {
  return {
    ofIdea: async () => [],
    byPerson: async () => [],
    counts: async () => new Map(),
    seen: () => {
      throw new Error('nobody rebounds in this house');
    },
    record: async () => null,
    markGrown: async () => {},
    create: async () => {},
  };
}
