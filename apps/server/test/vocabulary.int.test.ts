/** A council's own words through the doors of a whole server: who sets them, and what mails and agendas then say. */
import {
  NO_VOCABULARY,
  readCalendar,
  readSession,
  readVocabulary,
  reboundOnIdea,
  mintId,
  setVocabulary,
  type Vocabulary,
} from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWritingHouse, type WritingHouse } from './support/writing-house.ts';

const pair = (singular: string, plural: string, softly = false) => ({ singular, plural, softly });
const OURS: Vocabulary = {
  name: 'Le Labo',
  terms: {
    ...NO_VOCABULARY.terms,
    challenge: { fr: pair('appel', 'appels', true), en: pair('call', 'calls') },
    idea: { fr: pair('proposition', 'propositions'), en: pair('proposal', 'proposals') },
    rebound: { fr: pair('apport', 'apports', true), en: pair('addition', 'additions', true) },
  },
};

let house: WritingHouse;
beforeAll(async () => {
  house = await openWritingHouse();
}, 120_000);
afterAll(() => house.server.stop());

test('[VO1] an administrator sets the words on the version she read; others are refused, and so are words that cannot stand', async () => {
  const { administrator } = house.server;
  expect(await administrator.expect(readVocabulary)).toEqual({ vocabulary: NO_VOCABULARY, version: 0 });
  expect((await administrator.expect(readSession)).instance.vocabulary).toBeNull();
  const body = { vocabulary: OURS, version: 0 };
  for (const person of [house.reader, house.moderator, house.sponsor]) {
    expect(await person.call(setVocabulary, { body })).toMatchObject({ failure: { code: 'not-allowed' } });
    expect(await person.call(readVocabulary)).toMatchObject({ failure: { code: 'not-allowed' } });
  }
  const markup = { ...OURS, name: '<script>' };
  expect(await administrator.call(setVocabulary, { body: { vocabulary: markup, version: 0 } })).toMatchObject(
    {
      failure: { code: 'invalid-vocabulary', problems: [{ at: 'name', problem: 'signs' }] },
    },
  );
  expect(await administrator.expect(setVocabulary, { body })).toEqual({ vocabulary: OURS, version: 1 });
  expect(await administrator.call(setVocabulary, { body })).toMatchObject({
    failure: { code: 'stale-version', current: 1 },
  });
  await house.server.restart();
  expect((await administrator.expect(readSession)).instance.vocabulary).toEqual(OURS);
});

test('[VO3] [VO4] mails and agendas say them, and leave what people wrote', async () => {
  const { challenge } = await house.openChallenge();
  const idea = await house.idea(challenge);
  const params = { idea };
  await house.reader.expect(reboundOnIdea, {
    params,
    body: { id: mintId('rebound'), text: 'Une idée de plus.' },
  });
  // Mails of notices leave once a working day.
  house.server.clock.advance(26 * 3_600_000);
  await house.server.app.mailSettled();
  const mail = house.server.mails.findLast(({ text }) => text.includes('Éteindre les écrans'));
  expect(mail?.subject).toContain('Un apport sur votre proposition');
  expect(mail?.text).toContain('Rémi Exemple a laissé un apport sur «\u00a0Éteindre les écrans\u00a0».');
  expect(mail?.text).toContain('vous participez à «\u00a0Le Labo\u00a0»');
  expect(mail?.html).not.toMatch(/idée|rebond/i);
  const agenda = await house.author.expect(readCalendar, { params: { challenge } });
  expect(String(agenda)).toContain('SUMMARY:Fermeture de l’appel');
});

test('[VO1] the product’s words come back', async () => {
  const { administrator } = house.server;
  const body = { vocabulary: NO_VOCABULARY, version: 1 };
  expect((await administrator.expect(setVocabulary, { body })).version).toBe(2);
  const { instance } = await administrator.expect(readSession);
  expect(instance.vocabulary).toEqual(NO_VOCABULARY);
});
