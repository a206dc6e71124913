/** What falls due, or leaves, while something is in its way. */
import { mintId } from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anotherLook, openHouse, type House } from './support/accounts-house.ts';
import { PATIENCE } from './support/open-pages.ts';
import { PRODUCT_WORDS } from '../src/platform/own-words.ts';
import { createNotifications } from '../src/notifications/index.ts';
import { createNames } from '../src/names/index.ts';
import { namesStore } from '../src/names/names.store.ts';

const MINUTE = 60_000;
let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test('[NM3] a change of name that fails once is done a minute later by itself, and the others do not wait for it', async () => {
  const { database, accounts, notifications, notificationsDeps, clock } = house;
  const { log, wakeUps, publicUrl } = notificationsDeps;
  const people = [await house.person('Ana Petit'), await house.person('Bo Grand')];
  const asked: string[] = [];
  const names = createNames({
    database,
    wakeUps,
    clock,
    log,
    publicUrl,
    people: accounts.people,
    ownWords: PRODUCT_WORDS,
    identities: {
      ...accounts.identities,
      async administrators(tx) {
        const found = await accounts.identities.administrators(tx);
        asked.push('administrators');
        if (asked.length === 1) throw new Error('the database is away for a moment');
        return found;
      },
    },
    selvesOf: (person) => [person],
    ledger: { record: async () => 0, closeIdentity: async () => {} },
    notifications,
    dropSession: () => {},
  });
  const store = namesStore(database.connection);
  await database.transaction(async (tx) => {
    for (const [at, { id: person }] of people.entries()) {
      const request = { id: mintId('nameRequest'), person, by: person, state: 'waiting' as const };
      const change = { kind: 'pseudonym' as const, name: `Nom ${at}` };
      const dueAt = new Date(clock.now().getTime() + (at - 2) * MINUTE);
      const moments = { askedAt: dueAt, dueAt, doneAt: null };
      await store.create(tx, { ...request, change, ...moments, reference: null, code: null });
    }
  });
  const shown = async () => {
    const refs = await accounts.people.refs(people.map(({ id }) => id));
    return people.map(({ id }) => refs.get(id)?.name);
  };
  names.start();
  await expect.poll(shown, PATIENCE).toEqual(['Ana Petit', 'Nom 1']);
  clock.advance(MINUTE);
  await expect.poll(shown, PATIENCE).toEqual(['Nom 0', 'Nom 1']);
  await names.stop();
});

test('[NM5] a name replaced while a mail is written, or about to leave, is not in it; without a mail server neither', async () => {
  const ana = await house.person('Ana Petit', [], 'ana@exemple.test');
  const bo = await house.person('Bo Grand', [], 'bo@exemple.test');
  // What it would take is taken by those below.
  await house.notifications.stop();
  for (const mailer of [house.mailer, null]) {
    const [was, name] = mailer === null ? ['Ana Roux', 'Ana Blanc'] : ['Ana Petit', 'Ana Roux'];
    let renamed: Promise<void> | undefined;
    const rename = async (): Promise<void> => {
      const { database, notifications, accounts } = house;
      await database.transaction(async (tx) => {
        const changed = { person: ana.id, selves: [ana.id], was, name, effaced: false };
        await notifications.renameInMails(tx, changed);
        await accounts.identities.rename(tx, ana.id, name);
      });
    };
    const posting = createNotifications({
      ...house.notificationsDeps,
      database: { ...house.database, connection: anotherLook(house.database.connection) },
      people: {
        ...house.accounts.people,
        async mailboxes(people, tx) {
          const read = await house.accounts.people.mailboxes(people, tx);
          // What was read is of a moment ago.
          await (renamed ??= rename());
          return read;
        },
      },
      mailer,
    });
    const link = { url: 'https://b.exemple.test/', label: 'Voir' };
    await house.database.transaction((tx) =>
      posting.mailNow(tx, { person: bo.id, subject: 'Un code', paragraphs: [`${was} a écrit.`], link }),
    );
    await house.database.transaction((tx) =>
      posting.mailNow(tx, { person: ana.id, subject: 'Un code', paragraphs: ['Le voici.'], link }),
    );
    await posting.settled();
    await posting.stop();
    const shown = await house.database.connection
      .collection<{ state: string; written: { text: string } }>('outbox')
      .find({ state: 'shown' })
      .toArray();
    const texts =
      mailer === null ? shown.map(({ written }) => written.text) : house.mailer.sent.map(({ text }) => text);
    expect(texts).toHaveLength(2);
    expect(texts.filter((text) => text.includes(was))).toEqual([]);
    expect(texts.filter((text) => text.includes(name))).toHaveLength(2);
  }
});
