/**
 * `npm run trial:import -- FILE`: imports a file of ideas into a fresh instance the way `npm run import` does, exports
 * the challenge by the API, joins every living text over a socket, and compares all of them with the file, byte for
 * byte, and the authors with theirs. Keys: ideas, byteEqual, wrongAuthors.
 */
import { newDocument, readDocument } from '@butinerie/collaboration/document';
import {
  exportChallenge,
  joinIdea,
  leaveIdea,
  signInWithLink,
  type AnswerOf,
  type IdeaId,
  type ImportedIdea,
} from '@butinerie/contracts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import { ideasOf } from '../scripts/import/ideas-of.ts';
import { importTable } from '../scripts/import/import-file.ts';
import { readIdeasFile } from '../scripts/import/read-file.ts';
import { timeBoxFrom } from '../scripts/import/time-box.ts';
import { withServer } from '../scripts/import/with-server.ts';
import { createApp } from '../src/app.ts';
import { createCaller } from '../src/caller.ts';
import { readConfig } from '../src/platform/config.ts';
import { tokenOf } from './support/pilot-people.ts';
import { openSocket, type PersonSocket } from './support/socket.ts';

const file = process.argv[2];
if (file === undefined) throw new Error('usage: npm run trial:import -- FILE');

type Exported = AnswerOf<typeof exportChallenge>['ideas'][number];

const folder = mkdtempSync(join(tmpdir(), 'butinerie-import-'));
const config = readConfig({
  PORT: '0',
  DATA_DIR: join(folder, 'data'),
  ATTRIBUTION_KEY_FILE: join(folder, 'keys', 'attribution.pem'),
  LOG_LEVEL: 'error',
});
if (!config.ok) throw new Error(config.sentence);
const app = await createApp({ config: config.value });
try {
  const table = await readIdeasFile(file);
  const wanted = ideasOf(table).ideas;
  const wish = { question: 'Que dit ce fichier ?', timeBox: timeBoxFrom(new Date()) };
  const desk = { print: (line: string) => console.log(line), confirm: async () => true };
  const startedAt = performance.now();
  const report = await withServer(config.value, (caller) => importTable(caller, table, { wish, desk }));
  if (report?.challenge == null) throw new Error('nothing was imported');
  const seconds = (performance.now() - startedAt) / 1_000;

  const administrator = createCaller(`http://localhost:${app.port}`);
  const token = tokenOf((await app.firstAdministratorLink()) ?? '');
  await administrator.expect(signInWithLink, { body: { token } });
  const { ideas } = await administrator.expect(exportChallenge, { params: { challenge: report.challenge } });
  const byId = new Map(ideas.map((idea) => [idea.id, idea]));
  const socket = await openSocket(administrator);
  let [exact, living, wrongAuthors] = [0, 0, 0];
  for (const [index, { idea }] of wanted.entries()) {
    const id = report.ideaIds[index]?.idea;
    const exported = id === undefined ? undefined : byId.get(id);
    if (id === undefined || exported === undefined || exported.source !== idea.source) continue;
    if (sameText(exported, idea)) exact += 1;
    if (sameText(await livingText(socket, id), idea)) living += 1;
    if (!sameAuthor(exported, idea)) wrongAuthors += 1;
  }
  socket.socket.close();
  wrongAuthors += wanted.length - ideas.length;

  const authors = new Set(ideas.flatMap(({ credits }) => credits.originators.map(({ id }) => id)));
  const facts: [string, string | number][] = [
    ['rows in the file', table.rows.length],
    ['ideas exported', ideas.length],
    ['authors', authors.size],
    ['exported texts equal to the file’s', exact],
    ['living texts equal to the file’s', living],
    ['ideas with a wrong author', wrongAuthors],
    ['seconds to import', seconds.toFixed(1)],
  ];
  for (const [what, value] of facts) console.log(`${what.padEnd(40)} ${value}`);
  const all = table.rows.length;
  const byteEqual = exact === all && living === all && ideas.length === all;
  console.log(JSON.stringify({ ideas: ideas.length, byteEqual, wrongAuthors }));
  process.exitCode = byteEqual && wrongAuthors === 0 ? 0 : 1;
} finally {
  await app.stop();
  rmSync(folder, { recursive: true, force: true });
}

function sameText(found: { title: string; text: string }, { title, text }: ImportedIdea): boolean {
  const same = (a: string, b: string): boolean => Buffer.from(a).equals(Buffer.from(b));
  // Where the file has no title the statement is taken for one; only what the file says is compared.
  return same(found.text, text) && (title.trim() === '' || same(found.title, title));
}

function sameAuthor({ credits, authorToConfirm }: Exported, { author }: ImportedIdea): boolean {
  const names = credits.originators.map(({ name }) => name);
  const others = credits.coauthors.length + credits.rebounders.length;
  if (author.name === '') return authorToConfirm && names.length === 0 && others === 0;
  return !authorToConfirm && names.length === 1 && names[0] === author.name && others === 0;
}

async function livingText(reader: PersonSocket, idea: IdeaId): Promise<{ title: string; text: string }> {
  const doc = newDocument();
  const joined = await reader.send(joinIdea, { idea, vector: Y.encodeStateVector(doc), lease: 0 });
  if (!joined.ok) throw new Error(`a text could not be joined: ${joined.failure.code}`);
  Y.applyUpdate(doc, joined.value.update);
  await reader.send(leaveIdea, { idea });
  return readDocument(doc);
}
