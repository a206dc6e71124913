/**
 * Everything the server ever says to people about a challenge, as text: each route that reads, enumerated from the
 * contract, by each reader; what sockets are told; mails. For looking for what must occur in none of it.
 */
import {
  ROUTES,
  type AttachmentId,
  type ChallengeId,
  type IdeaId,
  type NoteId,
  type Route,
} from '@butinerie/contracts';
import type { Caller } from '../../src/caller.ts';
import type { TestServer } from './test-server.ts';

export type Readers = Readonly<Record<string, Caller | null>>;
/** What was said, by where. */
export type Said = ReadonlyMap<string, string>;

export interface About {
  readonly challenge: ChallengeId;
  readonly ideas: readonly IdeaId[];
  readonly attachments: readonly AttachmentId[];
  /** Notes are of no challenge: none, unless somebody asks. */
  readonly notes?: readonly NoteId[];
  /** Words to search for where there is a search. */
  readonly words: readonly string[];
  /** Leaves of the ledger so far. */
  readonly size: number;
}

/** Every address a route has here. A parameter that this does not know fails: a new route is not left out unseen. */
function addressesOf(
  route: Route,
  { challenge, ideas, attachments, notes = [], words, size }: About,
): string[] {
  const numbers = Array.from({ length: size }, (_, n) => String(n));
  const values: Readonly<Record<string, readonly string[]>> = {
    challenge: [challenge],
    idea: ideas,
    attachment: attachments,
    note: notes,
    n: numbers,
    from: numbers.slice(1, 2),
    to: [String(size)],
    // Of a text: its first states.
    version: ['1', '2'],
  };
  let addresses = [route.path];
  for (const [part = '', name = ''] of route.path.matchAll(/:(\w+)/g)) {
    const known = values[name];
    if (known === undefined) throw new Error(`${route.name} has a parameter nobody knows here: ${name}`);
    addresses = addresses.flatMap((address) => known.map((value) => address.replace(part, value)));
  }
  if (route.name !== 'listIdeas') return addresses;
  const searched = words.map(
    (word) => `${route.path.replace(':challenge', challenge)}?search=${encodeURIComponent(word)}`,
  );
  return [...addresses, ...searched];
}

export async function everythingRead(server: TestServer, readers: Readers, about: About): Promise<Said> {
  const said = new Map<string, string>();
  const reads = ROUTES.filter(({ method }) => method === 'GET');
  for (const [name, reader] of Object.entries(readers)) {
    const headers = { accept: '*/*', ...(reader === null ? {} : { cookie: reader.cookie() }) };
    // Leaves and receipts by number are many, and the same to all whom they are not of: one reader tries them all.
    const [first] = Object.keys(readers);
    const asked = reads.filter(({ path }) => name === first || !/\/:n(\/|$)/.test(path));
    await Promise.all(
      asked
        .flatMap((route) => addressesOf(route, about))
        .map(async (address) => {
          const response = await fetch(server.base + address, { headers });
          const text = await response.text();
          // A fault says nothing, and so holds nothing of what is looked for.
          if (response.status >= 500) throw new Error(`${name} ${address}: ${text}`);
          said.set(`${name} ${address}`, withoutStaff(text, readers));
        }),
    );
  }
  return said;
}

/** The choice of a name among everybody with an account is the same whatever the idea: it tells of nobody. */
function withoutStaff(text: string, readers: Readers): string {
  if (!text.startsWith('{')) return text;
  const { people, ...answer } = JSON.parse(text) as { people?: unknown };
  const staff = Array.isArray(people) && people.length > Object.keys(readers).length - 1;
  return staff && 'disputes' in answer ? JSON.stringify(answer) : text;
}

/** Text and bytes of whatever a socket brought, searchable as text. */
export function asText(told: unknown): string {
  if (told instanceof Uint8Array) return Buffer.from(told).toString('utf8');
  if (Array.isArray(told)) return told.map(asText).join('\n');
  if (typeof told === 'object' && told !== null)
    return Object.entries(told)
      .map(([key, value]) => `${key}: ${asText(value)}`)
      .join('\n');
  return String(told);
}

/** How often each secret occurs, by where; nothing where it does not. */
export function occurrences(said: Said, secrets: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const [where, text] of said)
    for (const secret of secrets) {
      const times = text.toLocaleLowerCase('fr').split(secret.toLocaleLowerCase('fr')).length - 1;
      if (times > 0) found.set(`${where} « ${secret} »`, times);
    }
  return found;
}

/** Where something occurs that did not before, or more often. */
export function grownSince(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): string[] {
  return [...after].filter(([where, times]) => times > (before.get(where) ?? 0)).map(([where]) => where);
}
