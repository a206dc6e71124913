import {
  listChallenges,
  listIdeas,
  readIdea,
  readSession,
  signInAsDemonstration,
  type PersonId,
} from '@butinerie/contracts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fill } from '../scripts/demo/fill.ts';
import { createApp } from '../src/app.ts';
import type { App } from '../src/app-setup.ts';
import { createCaller, type Caller } from '../src/caller.ts';
import { lookAtInstance } from '../src/demonstration/look-at-instance.ts';
import { scenario } from '../src/demonstration/scenario.ts';
import { settableClock } from '../src/platform/clock.ts';
import { readConfig, type Config } from '../src/platform/config.ts';
import { createLog } from '../src/platform/log.ts';
import { openDatabase } from '../src/platform/mongo.ts';
import { dropTestDatabase, testDatabaseUri } from './support/test-database.ts';
import type { Privilege } from '../src/platform/privileges.ts';
import { listenToCommands } from './support/commands-sent.ts';
import { createTestServer } from './support/test-server.ts';

const now = new Date('2026-11-21T10:00:00Z');
const small = { people: 38, ideas: 4, openIdeas: 1, around: 4, supporters: 1 };
const folder = mkdtempSync(join(tmpdir(), 'butinerie-demo-'));
const config = configIn(folder);
const story = scenario(now, { size: small, weeksAgo: 11 });
let app: App;
let visitor: Caller;
/** What the application asked of the database, each once. */
const asked = new Set<string>();
const stopListening = listenToCommands(({ collection, actions }) => {
  for (const action of actions) asked.add(`${action} ${collection}`.trim());
});
/** What the folder held before the filling and after. */
const found: string[] = [];

function configIn(place: string): Config {
  const read = readConfig({
    PORT: '0',
    DATA_DIR: join(place, 'data'),
    MONGODB_URI: testDatabaseUri(join(place, 'data')),
    ATTRIBUTION_KEY_FILE: join(place, 'keys', 'attribution.pem'),
    LOG_LEVEL: 'error',
  });
  if (!read.ok) throw new Error(read.sentence);
  return read.value;
}
async function look(dataDir: string) {
  const database = await openDatabase({ uri: testDatabaseUri(dataDir), dataDir, log: createLog('error') });
  try {
    return await lookAtInstance(database);
  } finally {
    await database.stop();
  }
}

beforeAll(async () => {
  found.push(await look(config.dataDir));
  await fill(config, story, () => {});
  found.push(await look(config.dataDir));
  app = await createApp({ config, clock: settableClock(now) });
  visitor = createCaller(`http://localhost:${app.port}`);
}, 120_000);
afterAll(async () => {
  stopListening();
  await app.stop();
  await dropTestDatabase(config.dataDir);
  rmSync(folder, { recursive: true, force: true });
});

test('[T24] all that the application does with the database from an empty one to adopted ideas is within its role', () => {
  const granted = new Set(
    app
      .databaseRole()
      .split('\n')
      .filter((line) => line.startsWith('  {'))
      .map((line) => JSON.parse(line.replace(/,$/, '')) as Privilege)
      .flatMap(({ resource, actions }) => actions.map((action) => `${action} ${resource.collection}`.trim())),
  );
  expect([...asked].filter((act) => !granted.has(act))).toEqual([]);
  for (const act of [
    'insert ledger',
    'insert docUpdates',
    'update ideas',
    'createIndex ledger',
    'find people',
  ])
    expect(asked).toContain(act);
});

test('an empty folder becomes a demonstration', () => {
  expect(found).toEqual(['empty', 'demonstration']);
});

test('it says that it is a demonstration, and each role is one click away', async () => {
  const { instance, demonstrationRoles } = await visitor.expect(readSession);
  expect(instance).toMatchObject({ name: 'La Butinerie de démonstration', demonstration: true });
  expect(demonstrationRoles.map(({ part }) => part)).toEqual([
    'author',
    'coauthor',
    'colleague',
    'agent',
    'moderator_lead',
    'moderator',
    'sponsor',
    'pilot',
    'admin',
  ]);
  for (const { person, name } of demonstrationRoles) {
    const { me } = await visitor.expect(signInAsDemonstration, { body: { person } });
    expect(me?.name).toBe(name);
  }
});

test('nobody else can be played', async () => {
  const others = story.cast.agents.filter(({ id }) => !story.parts.some(({ person }) => person === id));
  const person = others[0]?.id as PersonId;
  expect(await visitor.call(signInAsDemonstration, { body: { person } })).toMatchObject({ ok: false });
});

test('one challenge has its results and adoptions, one is open to visitors', async () => {
  const author = story.parts[0]?.person as PersonId;
  await visitor.expect(signInAsDemonstration, { body: { person: author } });
  const { challenges } = await visitor.expect(listChallenges);
  expect(challenges.map(({ phase }) => phase).toSorted()).toEqual(['delivery', 'ideation']);
  const finished = challenges.find(({ phase }) => phase === 'delivery');
  if (finished === undefined) throw new Error('no challenge is finished');
  const { ideas } = await visitor.expect(listIdeas, { params: { challenge: finished.id } });
  expect(ideas.length).toBe(small.ideas);
  expect(ideas.filter(({ state }) => state === 'adopted').length).toBeGreaterThan(0);
  for (const { id } of ideas) {
    const page = await visitor.expect(readIdea, { params: { idea: id } });
    expect(page.answer?.reason.length).toBeGreaterThanOrEqual(80);
    expect(page.seal).not.toBeNull();
  }
});

test('sentences written by several people at once stand whole in the sealed text, and their writers in its credits', async () => {
  const [writing] = story.acts.filter((act) => act.do === 'write');
  if (writing?.do !== 'write') throw new Error('nobody writes together');
  const page = await visitor.expect(readIdea, { params: { idea: writing.idea } });
  for (const { by, text } of writing.hands) {
    expect(page.seal?.text).toContain(text);
    expect(page.credits.coauthors.map(({ id }) => id)).toContain(by.id);
  }
});

test('an instance with people in it is never turned into one', async () => {
  const server = await createTestServer();
  const ordinary = configIn(server.folder);
  try {
    expect(await server.app.openDemonstration({ name: 'x', parts: [] })).toBe(false);
    expect((await createCaller(server.base).expect(readSession)).instance.demonstration).toBe(false);
    await server.without(async () => {
      expect(await look(ordinary.dataDir)).toBe('other');
      await expect(fill(ordinary, story, () => {})).rejects.toThrow('cannot become a demonstration');
    });
  } finally {
    await server.stop();
  }
});
