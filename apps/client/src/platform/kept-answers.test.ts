// @vitest-environment node
import {
  mintId,
  PROTOCOL,
  readIdea,
  readSession,
  signInWithLink,
  type PersonId,
  type SessionState,
} from '@butinerie/contracts';
import { afterEach, expect, test } from 'vitest';
import { createKeptAnswers, type KeptAnswers } from './kept-answers.ts';

const session = (id: PersonId | null): SessionState => ({
  me: id === null ? null : { id, name: 'Awa', mail: null, directorate: null, language: 'fr', grants: [] },
  serverTime: '2026-10-12T08:00:00.000Z',
  protocol: PROTOCOL,
  instance: {
    id: 'i',
    name: 'Essai',
    demonstration: false,
    embeddedDatabase: true,
    mailPage: false,
    vocabulary: null,
  },
  demonstrationRoles: [],
});
const awa = mintId('person');
const basile = mintId('person');

const held = new Map<string, Map<string, string>>();
const memory = {
  open: async (name: string) => {
    const cache = held.get(name) ?? new Map<string, string>();
    held.set(name, cache);
    return {
      put: async (key: string, response: Response) => void cache.set(key, await response.text()),
      match: async (key: string) => (cache.has(key) ? new Response(cache.get(key)) : undefined),
      delete: async (key: string | { url: string }) => cache.delete(typeof key === 'string' ? key : key.url),
      keys: async () => [...cache.keys()].map((url) => ({ url })),
    };
  },
  delete: async (name: string) => held.delete(name),
};
const stored = (): string[] => [...held.values()].flatMap((cache) => [...cache.keys()]);

/** As after a reload: nothing is known but what the device has. */
const page = (now?: number): KeptAnswers =>
  createKeptAnswers(() => memory as unknown as CacheStorage, now === undefined ? undefined : () => now);

afterEach(() => held.clear());

test('the next page knows who was signed in, and what hour it is for the server by now', async () => {
  await page(5_000).keep(readSession, {}, { value: session(awa), asked: undefined });
  const found = await page(65_000).last(readSession, {});
  expect([found?.me?.id, found?.serverTime]).toEqual([awa, '2026-10-12T08:01:00.000Z']);
});

test('who signs out, and whoever signs in after her, finds nothing of hers on the device', async () => {
  for (const next of [null, basile]) {
    const hers = page();
    await hers.keep(readSession, {}, { value: session(awa), asked: undefined });
    const asked = hers.whose();
    const args = { params: { idea: mintId('idea') } };
    await hers.keep(readIdea, args, { value: { of: 'Awa' } as never, asked });
    expect(stored()).toHaveLength(2);
    const after = page();
    await after.areFor(session(next));
    // Asked for as Awa, and answered only now.
    await after.keep(readIdea, args, { value: { of: 'Awa' } as never, asked });
    expect(stored()).toEqual(next === null ? [] : ['/kept/session']);
    held.clear();
  }
});

test('what nobody needs without a network is not kept, nor what is no answer of this version', async () => {
  const answers = page();
  await answers.areFor(session(awa));
  const args = { params: { idea: mintId('idea') } };
  const asked = answers.whose();
  await answers.keep(readIdea, args, { value: { of: 'an older version' } as never, asked });
  const given = { body: { token: 'x'.repeat(20) } };
  await answers.keep(signInWithLink, given, { value: session(awa), asked });
  expect(stored()).toHaveLength(2);
  expect(await answers.last(readIdea, args)).toBeNull();
});

test('of many answers the newest stay, and the session with them', async () => {
  const answers = page();
  await answers.areFor(session(awa));
  const asked = answers.whose();
  const ideas = Array.from({ length: 80 }, () => mintId('idea'));
  for (const idea of ideas)
    await answers.keep(readIdea, { params: { idea } }, { value: { idea } as never, asked });
  const kept = stored();
  expect(kept).toHaveLength(60);
  expect(kept).toContain('/kept/session');
  expect(kept.at(-1)).toContain(ideas.at(-1));
});

test('a browser that keeps nothing is no reason to fail', async () => {
  const answers = createKeptAnswers(() => {
    throw new Error('no caches here');
  });
  await answers.keep(readSession, {}, { value: session(awa), asked: undefined });
  expect(await answers.last(readSession, {})).toBeNull();
});
