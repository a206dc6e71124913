/** What must happen once happens once, whichever of two servers does it: leaves, mails, seals. */
import {
  invitePeople,
  listIdeas,
  mintId,
  publishIdea,
  readCheckpoint,
  readIdea,
  reboundOnIdea,
  saveDraft,
  type IdeaId,
} from '@butinerie/contracts';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { smtpMailer } from '../src/platform/mailer.ts';
import { append, createDesk, PATIENCE } from './support/open-pages.ts';
import { openServers, type SeveralServers } from './support/several-servers.ts';
import { audited } from './support/the-register.ts';
import { openWritingHouse, type WritingHouse } from './support/writing-house.ts';

const GRACE = 120_000;
let servers: SeveralServers;
let house: WritingHouse;
let smtp: SMTPServer;
const received: string[] = [];
const desk = createDesk();

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let mail = '';
      stream.on('data', (chunk: Buffer) => (mail += chunk.toString()));
      stream.on('end', () => {
        received.push(mail);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const address = smtp.server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const through = smtpMailer({ url: `smtp://127.0.0.1:${address.port}`, from: 'B <b@exemple.test>' });
  servers = await openServers({ through });
  house = await openWritingHouse(servers.first);
});
afterEach(() => desk.closeAll());
afterAll(async () => {
  await servers.stop();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
});

const pageOf = (idea: IdeaId, server = 0) =>
  servers.at(server, house.author).expect(readIdea, { params: { idea } });

describe('on two servers', () => {
  test('[SS6] acts on both at once are leaves of one register without a hole, and both sign the same', async () => {
    const { challenge } = await house.openChallenge();
    const idea = await house.idea(challenge);
    const before = (await house.author.expect(readCheckpoint)).split('\n')[1];
    const people = [house.author, house.colleague, house.reader, house.moderator];
    const proposals = people.flatMap((person, at) =>
      [0, 1, 2].map(async (n) => {
        const caller = servers.at((at + n) % 2, person);
        const params = { idea: mintId('idea') };
        const words = { title: `Idée ${at}-${n}`, text: 'Un texte.' };
        await caller.expect(saveDraft, {
          params,
          body: { challenge, ...words, parents: [], grownFrom: null },
        });
        await caller.expect(publishIdea, { params });
      }),
    );
    const rebounds = people
      .slice(1)
      .flatMap((person) =>
        [0, 1].map((server) =>
          servers
            .at(server, person)
            .expect(reboundOnIdea, { params: { idea }, body: { id: mintId('rebound'), text: 'Et si…' } }),
        ),
      );
    await Promise.all([...proposals, ...rebounds]);
    const [here, there] = await Promise.all(
      [0, 1].map((server) => servers.at(server, house.author).expect(readCheckpoint)),
    );
    expect(there).toBe(here);
    expect(Number(here?.split('\n')[1])).toBe(Number(before) + 12 + 6);
    await expect
      .poll(async () => {
        const listed = [0, 1].map((server) =>
          servers.at(server, house.author).expect(listIdeas, { params: { challenge } }),
        );
        return (await Promise.all(listed)).map(({ total }) => total);
      }, PATIENCE)
      .toEqual([13, 13]);
    // Ends with 0 when everything holds together; anything else is an error here.
    expect(await audited(servers.first, servers.uri)).toContain('"findings":0');
  });

  test('[SS7] of two servers that look at the same outbox one sends each mail, once', async () => {
    const rows = Array.from({ length: 12 }, (_, n) => {
      const id = mintId('person');
      return { id, name: `Personne ${n}`, directorate: 'Routes', mail: `${id}@agents.example.org` };
    });
    const both = [rows.slice(0, 6), rows.slice(6)].map((some, server) =>
      servers
        .at(server, servers.first.administrator)
        .expect(invitePeople, { body: { rows: some, send: true } }),
    );
    await Promise.all(both);
    await servers.mailSettled();
    // Mails of what was done before may still come in.
    const mailed = () =>
      received
        .map((mail) => /^To: .*?([\w-]+@agents\.example\.org)/m.exec(mail)?.[1] ?? '')
        .filter((to) => rows.some(({ mail }) => mail === to))
        .toSorted();
    await expect.poll(mailed, PATIENCE).toEqual(rows.map(({ mail }) => mail).toSorted());
    await servers.mailSettled();
    expect(mailed()).toHaveLength(rows.length);
  });

  test('[S21] [SS8] typed on both through the closing second: every word is in the one seal or late, none is neither', async () => {
    const { challenge, closesAt } = await house.openChallenge();
    const idea = await house.idea(challenge, { shared: true });
    const writers = [
      await desk.writer(house.author, idea),
      await desk.writer(servers.at(1, house.colleague), idea),
    ];
    const at = (milliseconds: number) => house.server.clock.set(new Date(closesAt.getTime() + milliseconds));
    const told: Promise<{ word: string; kept: string }>[] = [];
    for (let turn = 0; turn < 60; turn++) {
      if (turn === 20) at(-1);
      if (turn === 25) at(1);
      if (turn === 40) at(GRACE + 1);
      for (const [server, writer] of writers.entries()) {
        const word = ` ${server}-${turn};`;
        const bytes = writer.bytes((doc) => append(doc, word));
        told.push(
          writer
            .give(bytes)
            .then((answer) => ({ word, kept: answer.ok ? answer.value.kept : answer.failure.code })),
        );
      }
      // Some are under way at any moment; those of the first turns were answered while it was open.
      await told.at(-8);
    }
    const outcomes = await Promise.all(told);
    at(GRACE + 60_000);
    await expect.poll(async () => (await pageOf(idea)).state, PATIENCE).toBe('submitted');
    await expect.poll(async () => (await pageOf(idea, 1)).state, PATIENCE).toBe('submitted');
    const [seal, there] = [(await pageOf(idea)).seal, (await pageOf(idea, 1)).seal];
    expect(there).toEqual(seal);
    const wordsOf = (kept: string) =>
      outcomes.flatMap((outcome) => (outcome.kept === kept ? [outcome.word.trim()] : [])).toSorted();
    expect(new Set(outcomes.map(({ kept }) => kept))).toEqual(new Set(['text', 'late']));
    expect(seal?.text.match(/\d-\d+;/g)?.toSorted()).toEqual(wordsOf('text'));
    const late = (await pageOf(idea, 1)).late.concat(
      (await servers.at(0, house.colleague).expect(readIdea, { params: { idea } })).late,
    );
    const annex = late.map(({ text }) => text).join(' ');
    for (const word of wordsOf('late')) expect(annex).toContain(word);
  });
});
