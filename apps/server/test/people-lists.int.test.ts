/** Lists of people through the door of a running house. */
import { mintId } from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type House } from './support/accounts-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const row = (name: string, mail: string | null = null, directorate = 'Routes') => ({
  id: mintId('person'),
  name,
  directorate,
  mail,
});

test('a list is previewed with the rows that cannot be taken, and nothing is written', async () => {
  const { browser } = await house.person('Previewer', ['moderator']);
  const { body } = await browser.post('/api/people/preview', {
    source: { pasted: 'nom;direction;mail\nQu;;qu@exemple.test\n;Routes;not-a-mail\nRo;Routes;' },
  });
  expect(body).toMatchObject({
    format: 'pasted',
    rows: [
      { row: 2, reasons: ['directorate-missing'] },
      { row: 3, reasons: ['name-missing', 'mail-malformed'] },
      { row: 4, reasons: [], mail: null },
    ],
  });
});

test('a control character in a name becomes a space, and a name of nothing else is missing', async () => {
  const { browser } = await house.person('Cleaner', ['moderator']);
  const good = row('To\r\nBcc: all@exemple.test');
  await browser.post('/api/people', { rows: [good], send: false });
  const { body } = await browser.get('/api/people');
  expect(body['people']).toContainEqual(
    expect.objectContaining({ id: good.id, name: 'To Bcc: all@exemple.test' }),
  );
  expect(await browser.post('/api/people', { rows: [row('\u0000')], send: false })).toMatchObject({
    status: 422,
    body: { rows: [{ row: 1, reasons: ['name-missing'] }] },
  });
  expect(await browser.post('/api/people', { rows: [good, good], send: false })).toMatchObject({
    status: 400,
    body: { code: 'invalid-input' },
  });
});
