/**
 * The last answers that somebody needs to go on reading and writing where no network answers, on this device, for one
 * person: they go when she signs out and when another one signs in.
 */
import {
  listAttachments,
  listChallenges,
  listComments,
  listIdeas,
  listMine,
  readCharter,
  readChallenge,
  readIdea,
  readSession,
  type AnswerOf,
  type ArgsOf,
  type PersonId,
  type Route,
  type SessionState,
} from '@butinerie/contracts';

const CACHE = 'butinerie.answers';
const KEPT: ReadonlySet<string> = new Set(
  [
    readSession,
    readCharter,
    listChallenges,
    readChallenge,
    listIdeas,
    listMine,
    readIdea,
    listComments,
    listAttachments,
  ].map(({ name }) => name),
);
const MOST = 60;
const SESSION = '/kept/session';

const addressOf = (route: Route, args: unknown): string =>
  `/kept/${route.name}?${new URLSearchParams({ args: JSON.stringify(args ?? {}) })}`;

export interface KeptAnswers {
  /** Who is signed in now, as the server said: what was kept for somebody else is gone when this resolves. */
  areFor(session: SessionState): Promise<void>;
  /** For whom an answer that is being asked for would be kept: handed back to `keep`. */
  whose(): Whose;
  keep<R extends Route>(route: R, args: ArgsOf<R>, got: { value: AnswerOf<R>; asked: Whose }): Promise<void>;
  /** What was answered last; null where that is not known. */
  last<R extends Route>(route: R, args: ArgsOf<R>): Promise<AnswerOf<R> | null>;
}
/** Null: nobody is signed in; undefined while that is not known yet. */
type Whose = PersonId | null | undefined;

/** `storage` throws or rejects where the browser keeps nothing: an origin that is not secure, a private window. */
export function createKeptAnswers(storage: () => CacheStorage, now: () => number = Date.now): KeptAnswers {
  let whose: Whose;

  async function put(address: string, value: unknown): Promise<void> {
    try {
      const cache = await storage().open(CACHE);
      await cache.put(address, Response.json(value));
      // In the order in which they came.
      const kept = (await cache.keys()).filter(({ url }) => !url.endsWith(SESSION));
      for (const old of kept.slice(0, Math.max(0, kept.length + 1 - MOST))) await cache.delete(old);
    } catch {
      // No room: what is typed matters more, and is kept elsewhere.
    }
  }

  async function get(address: string): Promise<unknown> {
    try {
      return await (await (await storage().open(CACHE)).match(address))?.json();
    } catch {
      return undefined;
    }
  }

  async function drop(): Promise<void> {
    try {
      await storage().delete(CACHE);
    } catch {
      // Nothing is kept where nothing may be.
    }
  }

  async function areFor(session: SessionState): Promise<void> {
    const person = session.me?.id ?? null;
    const before = whose === undefined ? ((await keptSession())?.me?.id ?? null) : whose;
    whose = person;
    if (person === null || person !== before) await drop();
    if (person !== null) await put(SESSION, { session, keptAt: now() });
  }

  /** With the hour that the server has by now: that of long ago would set every clock of the page back. */
  async function keptSession(): Promise<SessionState | null> {
    const kept = new Map(Object.entries((await get(SESSION)) ?? {}));
    const found = readSession.answer.safeParse(kept.get('session'));
    const keptAt = kept.get('keptAt');
    if (!found.success || typeof keptAt !== 'number') return null;
    const serverTime = new Date(Date.parse(found.data.serverTime) + now() - keptAt).toISOString();
    return { ...found.data, serverTime };
  }

  return {
    areFor,
    whose: () => whose,
    async keep(route, args, { value, asked }) {
      if (!KEPT.has(route.name)) return;
      if (route.name === readSession.name) await areFor(value as SessionState);
      else if (typeof whose === 'string' && asked === whose) await put(addressOf(route, args), value);
    },
    async last<R extends Route>(route: R, args: ArgsOf<R>) {
      if (!KEPT.has(route.name)) return null;
      if (route.name === readSession.name) {
        const session = await keptSession();
        whose ??= session?.me?.id;
        return session as AnswerOf<R> | null;
      }
      const found = route.answer.safeParse(await get(addressOf(route, args)));
      // Of this very route.
      return found.success ? (found.data as AnswerOf<R>) : null;
    },
  };
}

export const keptAnswers: KeptAnswers = createKeptAnswers(() => caches);
