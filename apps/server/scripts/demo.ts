/**
 * `npm run demo`: fills DATA_DIR (default ./data-demo) with a fictional challenge and serves it; filled already, serves
 * it. `npm run demo -- --play [--minutes 10]` (default ./data-demo-play) plays the three weeks and the ninety days in
 * ten minutes while it is served.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createApp } from '../src/app.ts';
import { lookAtInstance, type Found } from '../src/demonstration/look-at-instance.ts';
import { FULL_SIZE, scenario } from '../src/demonstration/scenario.ts';
import { CannotStart } from '../src/platform/cannot-start.ts';
import { readConfig, type Config } from '../src/platform/config.ts';
import { prepareDataDir } from '../src/platform/data-dir.ts';
import { createLog } from '../src/platform/log.ts';
import { openDatabase } from '../src/platform/mongo.ts';
import { stopOnSignals } from '../src/platform/shutdown.ts';
import { servePages } from '../src/platform/static.ts';
import { fill } from './demo/fill.ts';
import { play } from './demo/play.ts';

const WEEKS_TO_DELIVERY = 11;
/** Three weeks, a decision, an adoption and the ninety days after it. */
const WEEKS_OF_A_WHOLE_STORY = 20;

const pages = servePages(fileURLToPath(new URL('../../client/dist', import.meta.url)));
const print = (line: string): void => console.log(line);

function readArguments(): { play: boolean; minutes: number } {
  try {
    const options = { play: { type: 'boolean' }, minutes: { type: 'string' } } as const;
    const { values } = parseArgs({ options });
    const minutes = Number(values.minutes ?? '10');
    if (!(minutes >= 1 && minutes <= 600))
      throw new CannotStart(`--minutes must be a number from 1 to 600, not "${values.minutes}".`);
    return { play: values.play === true, minutes };
  } catch (error) {
    if (error instanceof TypeError)
      throw new CannotStart(`${error.message}. npm run demo [-- --play [--minutes 10]]`, error);
    throw error;
  }
}

/** Its own folder and key, and never a mail server: the mailboxes of a demonstration are nobody's. */
function demonstrationConfig(folder: string): Config {
  const DATA_DIR = process.env['DATA_DIR']?.trim() || folder;
  const ATTRIBUTION_KEY_FILE = process.env['ATTRIBUTION_KEY_FILE']?.trim() || join('keys', `${folder}.pem`);
  const read = readConfig({ ...process.env, DATA_DIR, ATTRIBUTION_KEY_FILE, SMTP_URL: '' });
  if (!read.ok) throw new CannotStart(read.sentence);
  return read.value;
}

async function look({ mongodbUri: uri, dataDir }: Config): Promise<Found> {
  prepareDataDir(dataDir);
  const database = await openDatabase({ uri, dataDir, log: createLog('error') });
  try {
    return await lookAtInstance(database);
  } finally {
    await database.stop();
  }
}

function refuseToServe(found: Found, { dataDir }: Config): void {
  if (found === 'other')
    throw new CannotStart(
      `DATA_DIR ${dataDir} holds an instance that is no demonstration; choose another folder.`,
    );
  if (found === 'unfinished')
    throw new CannotStart(`The demonstration in DATA_DIR ${dataDir} was never finished; remove that folder.`);
}

async function main(): Promise<void> {
  const asked = readArguments();
  const config = demonstrationConfig(asked.play ? 'data-demo-play' : 'data-demo');
  const found = await look(config);
  refuseToServe(found, config);
  const now = new Date();
  if (asked.play) {
    if (found !== 'empty')
      throw new CannotStart(
        `DATA_DIR ${config.dataDir} holds a demonstration already; remove that folder to play it anew.`,
      );
    const story = scenario(now, { size: FULL_SIZE, weeksAgo: WEEKS_OF_A_WHOLE_STORY });
    print('Inviting 300 fictional people …');
    const { app, over } = await play(config, story, { minutes: asked.minutes, pages, now, print });
    stopOnSignals(() => app.stop());
    welcome(app.url);
    await over;
    print('The story has reached today; the demonstration goes on in real time.');
    return;
  }
  if (found === 'empty') {
    const startedAt = performance.now();
    print('Filling a demonstration: 300 fictional people, 38 ideas, three weeks …');
    await fill(config, scenario(now, { size: FULL_SIZE, weeksAgo: WEEKS_TO_DELIVERY }), print);
    print(`Filled in ${Math.round((performance.now() - startedAt) / 1_000)} s.`);
  }
  const app = await createApp({ config, pages });
  stopOnSignals(() => app.stop());
  welcome(app.url);
}

function welcome(url: string): void {
  print(
    `\nA demonstration: everybody and everything in it is made up.\nOpen ${url} and choose whom to be.\n`,
  );
}

try {
  await main();
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.error(error.message);
  process.exit(1);
}
