/** What the workloads stand on: every server running, the same texts on each, and seats to open them from. */
import {
  askToCoauthor,
  mintId,
  patchIdea,
  publishIdea,
  saveDraft,
  type ChallengeId,
  type IdeaId,
} from '@butinerie/contracts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  administratorOf,
  grant,
  inviteFromList,
  scheduledChallenge,
  type TrialPerson,
} from '../../trials/support/pilot-people.ts';
import { startChild, type Child } from './child.ts';
import { openLine, type Line } from './line.ts';
import type { Kind, Seat } from './speech.ts';
import { typedText, type TypedText } from './typed-text.ts';

export const KINDS: readonly Kind[] = ['ours', 'hocuspocus', 'naive', 'floor', 'durable'];
const START = new Date('2026-10-12T08:00:00Z');
const DAY = 86_400_000;
/** Of the people, so many may write in the text they all share. */
const WRITERS = 60;

export interface Cost {
  /** Milliseconds of processor: the server's own, and its database's. */
  readonly server: number;
  readonly database: number;
}
export interface Ground {
  readonly people: number;
  /** `count` seats at a text that exists on each server: for the product, of so many different people. */
  seats(kind: Kind, text: Place, count: number): readonly Seat[];
  cost(kind: Kind): Promise<Cost>;
  memory(kind: Kind): Promise<{ heap: number; held: number }>;
  /** Lets the server give back what idle texts need not hold. */
  rest(kind: Kind): Promise<void>;
  startProfile(kind: Kind): Promise<void>;
  /** Prints where the time of the server, and of its database, went. */
  endProfile(kind: Kind): Promise<void>;
  stop(): void;
}
/** Which text: the one everybody shares in a round or before it, one of many small ones, or a typed one of some size. */
export type Place =
  | { readonly is: 'shared' | 'before'; readonly round: number }
  | { readonly is: 'small'; readonly number: number }
  | { readonly is: 'long' | 'medium' | 'manyIds'; readonly round: number };

interface Sizes {
  readonly people: number;
  readonly rounds: number;
  readonly small: number;
  /** The typed texts that are wanted: making them takes longer than most workloads. */
  readonly typed: ReadonlySet<TypedName>;
}
type TypedName = 'long' | 'medium' | 'manyIds';

export async function prepare(sizes: Sizes): Promise<Ground> {
  const folder = mkdtempSync(path.join(tmpdir(), 'butinerie-bench-'));
  const texts = {
    long: typedText({ bytes: 400_000, people: 1 }),
    medium: typedText({ bytes: 60_000, people: 1 }),
    manyIds: typedText({ bytes: 20_000, keys: 5, people: Math.min(500, 4 * sizes.people) }),
  };
  for (const [name, { whole }] of Object.entries(texts)) writeFileSync(path.join(folder, name), whole);
  const database = await startChild('./servers/database.ts', { DATA_DIR: path.join(folder, 'database') });
  const logs = await startChild('./servers/database.ts', { DATA_DIR: path.join(folder, 'logs') });
  const env = {
    PORT: '0',
    MONGODB_URI: database.ready.url,
    DATA_DIR: path.join(folder, 'data'),
    ATTRIBUTION_KEY_FILE: path.join(folder, 'key.pem'),
    BENCH_NOW: START.toISOString(),
    LOG_LEVEL: 'error',
  };
  const first = await startChild('./servers/ours.ts', env);
  const startedAt = performance.now();
  const house = await furnish(first, sizes, texts);
  console.log(`people and texts in ${Math.round((performance.now() - startedAt) / 1_000)} s`);
  // Started anew: everything is cold, and what was written has its snapshots.
  await first.stop();
  const servers: Record<Kind, Child> = {
    ours: await startChild('./servers/ours.ts', env),
    hocuspocus: await startChild('./servers/hocuspocus.ts'),
    naive: await startChild('./servers/naive.ts'),
    floor: await startChild('./servers/floor.ts'),
    durable: await startChild('./servers/floor.ts', { LOG_URI: logs.ready.url }),
  };
  const databases: Partial<Record<Kind, Child>> = { ours: database, durable: logs };
  const watched = (kind: Kind): Record<string, Child> => {
    const its = databases[kind];
    return { server: servers[kind], ...(its === undefined ? {} : { database: its }) };
  };
  const cpu = (child: Child): Promise<number> => child.ask('cpu', 'cpu');

  function nameOf(kind: Kind, place: Place): string {
    if (kind === 'ours') return house.ideaOf(place);
    const number = place.is === 'small' ? place.number : place.round;
    const isFile = place.is === 'long' || place.is === 'medium' || place.is === 'manyIds';
    return isFile ? `${path.join(folder, place.is)}#${number}` : `${place.is}${number}`;
  }

  return {
    people: house.people.length,
    seats: (kind, place, count) =>
      Array.from({ length: count }, (_, at) => ({
        kind,
        url: servers[kind].ready.url.split('\n')[0] ?? '',
        doc: nameOf(kind, place),
        cookie: house.people[place.is === 'small' ? 0 : at % house.people.length]?.cookie() ?? '',
        lease: 0,
      })),
    cost: async (kind) => {
      const its = databases[kind];
      return { server: await cpu(servers[kind]), database: its === undefined ? 0 : await cpu(its) };
    },
    memory: (kind) => servers[kind].ask('memory', 'memory'),
    rest: (kind) => servers[kind].ask('rest', 'rested'),
    async startProfile(kind) {
      for (const child of Object.values(watched(kind))) await child.ask('profile', 'profiling');
    },
    async endProfile(kind) {
      for (const [name, child] of Object.entries(watched(kind))) {
        const lines = await child.ask<string[]>('profiled', 'profile');
        console.log(`${kind}, ${name}\n  ${lines.join('\n  ')}`);
      }
    },
    stop() {
      for (const child of [...Object.values(servers), database, logs]) child.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface House {
  readonly people: readonly TrialPerson[];
  ideaOf(place: Place): IdeaId;
}

async function furnish(
  server: Child,
  sizes: Sizes,
  texts: Readonly<Record<'long' | 'medium' | 'manyIds', TypedText>>,
): Promise<House> {
  const [base = '', link = ''] = server.ready.url.split('\n');
  const administrator = await administratorOf(base, link);
  const list = Array.from({ length: sizes.people + 1 }, (_, n) => ({
    name: `Prénom ${n}`,
    directorate: 'Essais',
    mail: `p${n}@agents.example.org`,
  }));
  const [sponsor, ...people] = await inviteFromList(administrator, list);
  const [author] = people;
  if (sponsor === undefined || author === undefined) throw new Error('nobody was invited');
  await grant(administrator, sponsor, 'sponsor');
  const after = (days: number): Date => new Date(START.getTime() + days * DAY);
  const dates = { opensAt: START, ideasUntil: after(10), closesAt: after(18), decisionDueAt: after(30) };
  const challenge = await scheduledChallenge(administrator, 'Combien cela coûte-t-il ?', dates);

  const ideas = new Map<string, IdeaId>();
  const draft = (): Promise<IdeaId> => draftOf(author, challenge);
  const furnishing: Promise<void>[] = [];
  const furnishRound = async (round: number): Promise<void> => {
    ideas.set(`shared${round}`, await shared(await draft(), people.slice(0, WRITERS)));
    for (const [name, text] of Object.entries({ long: texts.long, medium: texts.medium })) {
      // Of the two names that these are.
      if (!sizes.typed.has(name as TypedName)) continue;
      const idea = await shared(await draft(), name === 'medium' ? people.slice(0, WRITERS) : [author]);
      await type([author], { base, idea, text });
      ideas.set(`${name}${round}`, idea);
    }
  };
  for (const round of [0, 1])
    ideas.set(`before${round}`, await shared(await draft(), people.slice(0, WRITERS)));
  for (let round = 0; round < sizes.rounds; round++) furnishing.push(furnishRound(round));
  if (sizes.typed.has('manyIds')) {
    const writers = people.slice(0, texts.manyIds.people / 4);
    const many = await shared(await draft(), writers);
    ideas.set('manyIds0', many);
    furnishing.push(type(writers, { base, idea: many, text: texts.manyIds }));
  }
  await Promise.all(furnishing);
  await inTurns(sizes.small, async (number) => void ideas.set(`small${number}`, await draft()));
  return {
    people,
    ideaOf(place) {
      const idea = ideas.get(`${place.is}${place.is === 'small' ? place.number : place.round}`);
      if (idea === undefined) throw new Error(`no such text: ${JSON.stringify(place)}`);
      return idea;
    },
  };
}

async function draftOf(author: TrialPerson, challenge: ChallengeId): Promise<IdeaId> {
  const idea = mintId('idea');
  const body = { challenge, title: 'Un essai', text: 'x', parents: [], grownFrom: null };
  await author.expect(saveDraft, { params: { idea }, body });
  return idea;
}

async function shared(idea: IdeaId, [author, ...others]: readonly TrialPerson[]): Promise<IdeaId> {
  const params = { idea };
  await author?.expect(publishIdea, { params });
  await author?.expect(patchIdea, { params, body: { openTo: 'everyone' } });
  await inTurns(others.length, async (at) => void (await others[at]?.expect(askToCoauthor, { params })));
  return idea;
}

/** Types a whole text through the lines of its writers, each under ids leased to her, until all of it is durable. */
async function type(
  writers: readonly TrialPerson[],
  { base, idea, text }: { base: string; idea: IdeaId; text: TypedText },
): Promise<void> {
  const answered: (() => void)[] = [];
  const clientIds: number[] = [];
  const lines: Line[] = [];
  for (const writer of writers) {
    const seat: Seat = { kind: 'ours', url: base, doc: idea, cookie: writer.cookie(), lease: 4 };
    const line = await openLine(seat, new Uint8Array(), { acknowledged: () => answered.shift()?.() });
    lines.push(line);
    clientIds.push(...line.joined.clientIds);
  }
  for (const [turn, update] of text.under(clientIds).entries()) {
    // Four ids a writer, in the order of the lines; what the next one types rests on what this one did.
    const line = lines[Math.floor((turn % text.people) / 4)];
    const durable = new Promise<void>((resolve) => answered.push(resolve));
    line?.update(update);
    if (lines.length > 1) await durable;
    else if (turn % 200 === 199) await durable;
  }
  await new Promise<void>((resolve) => {
    answered.push(resolve);
    lines[0]?.update(new Uint8Array([0, 0]));
  });
  for (const line of lines) line.close();
}

async function inTurns(count: number, work: (at: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}
