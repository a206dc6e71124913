/** Two servers of one instance on one database: whoever is on one of them sees what is done on the other. */
import {
  challengeChanged,
  commentOnIdea,
  ideaPublished,
  listComments,
  listIdeas,
  mintId,
  publishUnderPseudonym,
  readIdea,
  readSession,
  showPresence,
  signOut,
} from '@butinerie/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createDesk, PATIENCE } from './support/open-pages.ts';
import { caretOf, seenBy } from './support/seen-by.ts';
import { openServers, type SeveralServers } from './support/several-servers.ts';
import { openWritingHouse, type WritingHouse } from './support/writing-house.ts';

let servers: SeveralServers;
let house: WritingHouse;
const desk = createDesk();

beforeAll(async () => {
  servers = await openServers();
  house = await openWritingHouse(servers.first);
});
afterEach(() => desk.closeAll());
afterAll(() => servers.stop());

describe('on two servers', () => {
  test('[CE46] what is typed on either is seen on both, and saved once', async () => {
    const { challenge } = await house.openChallenge();
    const idea = await house.idea(challenge, { shared: true });
    const hers = await desk.page(house.author, idea);
    const his = await desk.page(servers.at(1, house.colleague), idea);
    hers.type(' Elle écrit ici.');
    await expect.poll(() => his.text(), PATIENCE).toBe('La nuit. Elle écrit ici.');
    his.type(' Lui là.');
    await expect.poll(() => hers.text(), PATIENCE).toBe('La nuit. Elle écrit ici. Lui là.');
    for (let n = 0; n < 10; n++) {
      hers.type('a');
      his.type('b');
    }
    await Promise.all([hers.saved(), his.saved()]);
    await expect
      .poll(() => [hers.text(), hers.text() === his.text()], PATIENCE)
      .toEqual([expect.stringMatching(/Lui là\.[ab]{20}$/), true]);
    // Who has it open without writing hears both.
    const reads = await desk.page(servers.at(1, house.reader), idea, { write: false });
    hers.type(' Fin.');
    await expect.poll(() => reads.text(), PATIENCE).toContain(' Fin.');
  });

  test('[SS5] who has a text open on either is seen on both, under the name of her sign-in, and goes when she goes', async () => {
    const { challenge } = await house.openChallenge();
    const idea = await house.idea(challenge, { shared: true });
    const here = await desk.writer(house.author, idea);
    const shown = seenBy(here);
    const there = await desk.writer(servers.at(1, house.colleague), idea);
    await expect.poll(() => shown.names(), PATIENCE).toEqual(['Ana Exemple', 'Côme Exemple']);
    // Somebody who comes later on the other server learns of both at her join or just after.
    const third = await desk.writer(servers.at(1, house.reader), idea, { lease: 0 });
    const known = seenBy(third);
    await there.send(showPresence, {
      idea,
      caret: caretOf(there.doc.clientID, { user: { name: 'Ana Exemple' } }),
    });
    await expect.poll(() => shown.carets(), PATIENCE).toEqual(['Côme Exemple']);
    await here.send(showPresence, { idea, caret: caretOf(here.doc.clientID, {}) });
    await expect.poll(() => known.carets(), PATIENCE).toEqual(['Ana Exemple', 'Côme Exemple']);
    // Her caret, moved by somebody who is signed in elsewhere, does not move.
    const forged = await there.send(showPresence, { idea, caret: caretOf(here.doc.clientID, {}, 99) });
    expect(forged).toEqual({ ok: true, value: { shown: false } });
    there.socket.disconnect();
    await expect.poll(() => shown.carets(), PATIENCE).toEqual(['Ana Exemple']);
    await expect.poll(() => shown.names(), PATIENCE).toEqual(['Ana Exemple', 'Rémi Exemple']);
  });

  test('[SS1] news, lists, dates and signing out of one reach the pages of the other', async () => {
    const there = servers.at(1, house.reader);
    const listening = await desk.socket(there);
    const heard: string[] = [];
    for (const { name } of [ideaPublished, challengeChanged])
      listening.socket.on(name, () => heard.push(name));
    const { challenge } = await house.openChallenge();
    // By the clock of each server: once.
    await expect.poll(() => heard.includes(challengeChanged.name), PATIENCE).toBe(true);
    expect((await there.expect(listIdeas, { params: { challenge } })).total).toBe(0);
    heard.length = 0;
    const idea = await house.idea(challenge);
    await expect.poll(() => heard, PATIENCE).toContain(ideaPublished.name);
    await expect
      .poll(async () => (await there.expect(listIdeas, { params: { challenge } })).total, PATIENCE)
      .toBe(1);
    expect((await there.expect(readIdea, { params: { idea } })).title).toBe('Éteindre les écrans');

    const leaving = await servers.first.person({ name: 'Paula Exemple' });
    const open = await desk.socket(servers.at(1, leaving));
    await leaving.expect(signOut, { body: { everywhere: false } });
    await expect.poll(() => open.socket.connected, PATIENCE).toBe(false);
    expect((await servers.at(1, leaving).expect(readSession)).me).toBe(null);
  });

  test('[SS2] whoever took a pseudonym on one is that pseudonym on the other from her first word', async () => {
    const { challenge } = await house.openChallenge();
    const draft = await house.draft(challenge);
    const idea = mintId('idea');
    await house.author.expect(publishUnderPseudonym, { params: { idea: draft }, body: { as: idea } });
    const elsewhere = servers.at(1, house.author);
    const body = {
      id: mintId('comment'),
      text: 'Qui suis-je ?',
      parent: null,
      kind: 'comment',
      mentions: [],
    } as const;
    await elsewhere.expect(commentOnIdea, { params: { idea }, body: { ...body, mentions: [] } });
    const { comments } = await servers.at(1, house.reader).expect(listComments, { params: { idea } });
    expect(JSON.stringify(comments)).not.toContain(house.author.id);
    expect(JSON.stringify(comments)).not.toContain('Ana Exemple');
  });
});
