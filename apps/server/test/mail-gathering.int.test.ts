/** What gathers for a mail and what does not, whether or not anybody looked at it yet. */
import { mintId, type PersonId } from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { NoticeToTell } from '../src/notifications/index.ts';
import { openHouse, type House } from './support/accounts-house.ts';

const HOUR = 3_600_000;

let house: House;
let bo: PersonId;
beforeAll(async () => {
  house = await openHouse();
  ({ id: bo } = await house.person('Bo Grand', [], 'bo@exemple.test'));
});
afterAll(() => house.close());

const rebound = (to: PersonId): NoticeToTell => ({
  to,
  kind: 'idea-rebounded',
  challenge: mintId('challenge'),
  idea: mintId('idea'),
  about: 'Éteindre les écrans',
  actor: bo,
});
/** In the transaction of an act, before the postman looks. */
const tell = (to: PersonId): Promise<void> =>
  house.database.transaction((tx) => house.notifications.tell(tx, [rebound(to)]));
async function look(): Promise<void> {
  house.notifications.announce([]);
  await house.notifications.settled();
}
const outboxOf = (person: PersonId) =>
  house.database.connection.collection('outbox').find({ person, sentAt: null }).toArray();

test('a mail that has to wait for its day is not looked at again for whatever joins it', async () => {
  const { id } = await house.person('Ana Petit', [], 'ana@exemple.test');
  await tell(id);
  await look();
  expect(house.mailer.sent).toHaveLength(1);
  house.clock.advance(HOUR);
  await tell(id);
  await look();
  const dueAt = new Date('2026-10-07T05:30:00.000Z');
  expect(await outboxOf(id)).toMatchObject([{ dueAt, additions: 1 }]);
  await tell(id);
  expect(await outboxOf(id)).toMatchObject([{ dueAt, additions: 2 }]);
  house.clock.set(dueAt);
  await look();
  expect(house.mailer.sent.map(({ subject }) => subject)).toEqual([
    'Un rebond sur votre idée',
    '2 rebonds sur vos idées',
  ]);
});

test('nothing gathers for who has no mailbox, and her inbox has it', async () => {
  const { id, browser } = await house.person('On paper');
  await tell(id);
  expect(await outboxOf(id)).toEqual([]);
  expect((await browser.get('/api/me/notices')).body).toMatchObject({ unread: 1 });
});

test('a mail that is under way while the clock is set past its lease leaves once', async () => {
  const people: Record<string, PersonId> = {};
  for (const name of ['cleo', 'dora'])
    people[name] = (await house.person(name, [], `${name}@exemple.test`)).id;
  const [cleo, dora] = [people['cleo'], people['dora']] as [PersonId, PersonId];
  const handed: string[] = [];
  const letGo = new Map<string, () => void>();
  const sending = vi.spyOn(house.mailer, 'send').mockImplementation(async ({ to }) => {
    handed.push(to);
    await new Promise<void>((resolve) => letGo.set(to, resolve));
  });
  try {
    await tell(cleo);
    await tell(dora);
    house.notifications.announce([]);
    await expect.poll(() => handed.length).toBe(2);
    house.clock.advance(HOUR);
    const past = house.clock.now();
    // The hand that is free again finds the other mail: its lease is over, and it is not done.
    letGo.get('dora@exemple.test')?.();
    await expect.poll(async () => (await outboxOf(cleo))[0]?.['leasedUntil'] > past).toBe(true);
    expect(await outboxOf(dora)).toEqual([]);
    letGo.get('cleo@exemple.test')?.();
    await expect.poll(() => outboxOf(cleo)).toEqual([]);
    expect(handed.toSorted()).toEqual(['cleo@exemple.test', 'dora@exemple.test']);
  } finally {
    sending.mockRestore();
  }
});
