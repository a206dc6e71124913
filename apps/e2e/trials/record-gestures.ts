/**
 * `npm run trial:gestures -- [--only WORDS]`: two people make every gesture of gestures/ in a real browser, on the
 * product; the rows of the log and the label of each gesture go to packages/collaboration/test/gestures/, where a test
 * gives them to the provenance. A gesture that did not leave the words its label says is named and not recorded.
 */
import { answerCoauthor, askToCoauthor, type IdeaId } from '@butinerie/contracts';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { AT, publishedIdea } from '../test/support/challenge.ts';
import { openStory, type Story } from '../test/support/story.ts';
import { carrying } from './gestures/carrying.ts';
import { F, ONE, S, TITLE, TWO, type Gesture, type Piece } from './gestures/gesture.ts';
import { handsOn, type Hands } from './gestures/hands.ts';
import { shaping } from './gestures/shaping.ts';
import { writing } from './gestures/writing.ts';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const RECORDED = 'packages/collaboration/test/gestures/recorded.jsonl';
const PATIENCE_MS = 20_000;

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const all = [...shaping, ...carrying, ...writing];
const gestures = all.filter(({ kind, name }) => `${kind}: ${name}`.includes(values.only));

interface Recording {
  readonly gesture: Gesture;
  readonly idea: IdeaId;
}

const lettersOf = (text: string): string => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
const lettersIn = (pieces: readonly Piece[]): string => lettersOf(pieces.map(([, words]) => words).join(' '));

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const from = Date.now();
  while (!(await holds())) {
    if (Date.now() - from > PATIENCE_MS) throw new Error(`waited in vain: ${what}`);
    await wait(40);
  }
}

/** Both screens show the same and it is saved. */
async function settled(one: Hands, other: Hands): Promise<void> {
  await until('both screens show the same', async () => {
    const [seen, alsoSeen] = await Promise.all([one.editor.text(), other.editor.text()]);
    return seen === alsoSeen;
  });
  for (const { page } of [one, other])
    await page
      .getByText(/^(Synchronisé|Enregistré)/)
      .first()
      .waitFor({ timeout: PATIENCE_MS });
}

async function make(story: Story, gesture: Gesture): Promise<IdeaId> {
  const { author, colleague, challenge } = story;
  const start = gesture.start ?? 'drafted';
  const paragraphs = gesture.text ?? [ONE, TWO];
  const owner = start === 'guest' ? colleague : author;
  const guest = start === 'guest' ? author : colleague;
  const idea = await publishedIdea(owner, challenge, {
    title: TITLE,
    text: start === 'drafted' ? paragraphs.join('\n\n') : 'Voici.',
  });
  await guest.expect(askToCoauthor, { params: { idea } });
  const body = { answer: 'accept' } as const;
  await owner.expect(answerCoauthor, { params: { idea, person: guest.id }, body });
  const visits = [await story.seat(author), await story.seat(colleague)] as const;
  try {
    for (const { page } of visits) await page.goto(`/idees/${idea}`);
    const [first, second] = [await handsOn(visits[0].page), await handsOn(visits[1].page)];
    if (start !== 'drafted') {
      await first.press('Control+End');
      for (const paragraph of paragraphs) {
        await first.press('Enter');
        await first.type(paragraph);
      }
    }
    await settled(first, second);
    await gesture.act(watched(second, first), watched(first, second));
    await settled(first, second);
    const left = lettersOf(await second.editor.text());
    if (left !== lettersIn(gesture.leaves)) throw new Error(`it left « ${await second.editor.text()} »`);
    const title = await second.page.getByRole('textbox', { name: 'Titre de l’idée' }).inputValue();
    if (gesture.title && lettersOf(title) !== lettersIn(gesture.title))
      throw new Error(`it left the title « ${title} »`);
    return idea;
  } finally {
    for (const { context } of visits) await context.close();
  }
}

/** A person looks before each act: what the other did is on the screen. */
function watched(hands: Hands, other: Hands): Hands {
  const look = async (): Promise<void> =>
    until(
      'both screens show the same',
      async () => (await hands.editor.text()) === (await other.editor.text()),
    );
  return {
    ...hands,
    select: (words) => look().then(() => hands.select(words)),
    before: (words) => look().then(() => hands.before(words)),
    after: (words) => look().then(() => hands.after(words)),
    cut: (words) => look().then(() => hands.cut(words)),
    tool: (name) => look().then(() => hands.tool(name)),
  };
}

interface StoredRow {
  readonly doc: string;
  readonly seq: { readonly $numberInt: string };
  readonly person: string;
  readonly bytes: { readonly $binary: { readonly base64: string } };
}

/** The log as it stands in the database, by idea. */
function readLogs(dataDir: string): Map<string, StoredRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'butinerie-gestures-'));
  try {
    const env = { ...process.env, DATA_DIR: dataDir };
    const dump = ['run', '-s', 'data', '--', 'dump', join(folder, 'dump')];
    execFileSync('npm', dump, { cwd: repository, env, stdio: ['ignore', 'ignore', 'inherit'] });
    const logs = new Map<string, StoredRow[]>();
    for (const line of readFileSync(join(folder, 'dump', 'docUpdates.jsonl'), 'utf8')
      .trim()
      .split('\n')) {
      const row = JSON.parse(line) as StoredRow;
      logs.set(row.doc, [...(logs.get(row.doc) ?? []), row]);
    }
    return logs;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In the order of the gestures; what was not made this time stays as it was recorded. */
function keep(lines: readonly string[]): void {
  const path = join(repository, RECORDED);
  const known = new Map<string, string>();
  for (const line of [...readFileSync(path, 'utf8').trim().split('\n'), ...lines]) {
    const { kind, name } = JSON.parse(line) as Pick<Gesture, 'kind' | 'name'>;
    known.set(`${kind}: ${name}`, line);
  }
  const kept = all.flatMap(({ kind, name }) => known.get(`${kind}: ${name}`) ?? []);
  writeFileSync(path, `${kept.join('\n')}\n`);
}

const story = await openStory();
const made: Recording[] = [];
const failed: string[] = [];
try {
  story.instance.clock.set(AT.open);
  for (const gesture of gestures) {
    const title = `${gesture.kind}: ${gesture.name}`;
    try {
      made.push({ gesture, idea: await make(story, gesture) });
      console.log(`  ${title}`);
    } catch (reason) {
      failed.push(title);
      console.log(
        `✗ ${title}\n    ${reason instanceof Error ? reason.message.split('\n')[0] : String(reason)}`,
      );
    }
  }
  await story.instance.halt();
  const logs = readLogs(story.instance.dataDir);
  const lines = made.map(({ gesture: { kind, name, leaves, title, start }, idea }) => {
    const rows = (logs.get(idea) ?? [])
      .sort((one, other) => Number(one.seq.$numberInt) - Number(other.seq.$numberInt))
      .map(({ person, bytes }) => [person === story.author.id ? 'first' : 'second', bytes.$binary.base64]);
    return JSON.stringify({
      kind,
      name,
      leaves,
      title: title ?? [start === 'guest' ? S(TITLE) : F(TITLE)],
      rows,
    });
  });
  keep(lines);
} finally {
  await story.close();
}
console.log(JSON.stringify({ gestures: gestures.length, recorded: made.length, failed }));
if (failed.length > 0) process.exitCode = 1;
