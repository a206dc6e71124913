/**
 * `node --import tsx forgery.mjs PEER plain|guarded`: an author writes a title, a colleague tries to write as her, to
 * park an update with a hole before it, and to delete what she has not written yet. The last line is JSON: for each
 * attack whether the server closed the colleague's connection, and what a page that joins afterwards sees.
 */
import * as Y from 'yjs';
import { openPage } from './page.mjs';
import { PEERS } from './servers.mjs';

const [peer = '', mode] = process.argv.slice(2);
// Both peers tell on the console whom they close; the answer is the last line.
console.error = () => undefined;

const WORDS = 'Donner les repas';
const MORE = ' chauds';
const copyOf = (doc, clientId) => {
  const copy = new Y.Doc({ gc: false });
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  copy.clientID = clientId;
  return copy;
};
const since = (doc, change) => {
  const before = Y.encodeStateVector(doc);
  change(doc.getText('title'));
  return Y.encodeStateAsUpdate(doc, before);
};

/** What the colleague sends, from what she can read. */
const attacks = {
  forged: (doc) => since(copyOf(doc, 100), (title) => title.insert(title.length, ' EVIL')),
  gap: (doc) => {
    const own = copyOf(doc, 50);
    since(own, (title) => title.insert(0, 'kept back'));
    return since(own, (title) => title.insert(0, 'x'.repeat(5_000)));
  },
  futureDelete: (doc) => {
    const future = copyOf(doc, 100);
    since(future, (title) => title.insert(title.length, MORE));
    return since(future, (title) => title.delete(WORDS.length, MORE.length));
  },
};

const server = await PEERS[peer](mode === 'guarded');
const answers = {};
for (const [name, attack] of Object.entries(attacks)) {
  const page = (person, clientId) => openPage({ peer, port: server.port, document: name, person, clientId });
  const author = await page('author', 100);
  author.doc.getText('title').insert(0, WORDS);
  await author.settle();
  const colleague = await page('colleague', 50);
  colleague.send(attack(colleague.doc));
  await colleague.settle();
  // Her own next words, typed before she heard of anything.
  if (name !== 'forged') author.doc.getText('title').insert(WORDS.length, MORE);
  await author.settle();
  const reader = await page('reader', 7);
  answers[name] = {
    refused: colleague.refused,
    authorRefused: author.refused,
    title: reader.doc.getText('title').toJSON(),
    parked: reader.doc.store.pendingStructs !== null || reader.doc.store.pendingDs !== null,
  };
  for (const each of [author, colleague, reader]) each.leave();
}
await server.close();
process.stdout.write(`\n${JSON.stringify(answers)}\n`, () => process.exit(0));
