/** Taking an idea back, and the question whether somebody asked for it: who reads the answer, and who does not. */
import {
  mintId,
  moderate,
  publishIdea,
  readIdea,
  reboundOnIdea,
  saveDraft,
  withdrawIdea,
} from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWritingHouse, type WritingHouse } from './support/writing-house.ts';

let house: WritingHouse;
beforeAll(async () => {
  house = await openWritingHouse();
});
afterAll(() => house.server.stop());

test('[WD1] who withdrew and unlinked moderators read why; a co-author, a linked moderator and others do not', async () => {
  const { author, colleague, reader, moderator, server } = house;
  const second = await server.person({ name: 'Milo Exemple', roles: ['moderator'] });
  const { challenge } = await house.openChallenge();
  const idea = await house.idea(challenge, { shared: true });
  const params = { idea };
  const link = { id: mintId('moderation'), act: 'declareLink' as const, idea, comment: null, late: null };
  await second.expect(moderate, { params: { challenge }, body: { ...link, reason: '' } });
  const rebounder = await server.person({ name: 'Zoé Exemple', roles: ['moderator'] });
  const words = { id: mintId('rebound'), text: 'Avec un plan par étage.' };
  await rebounder.expect(reboundOnIdea, { params, body: words });
  expect((await author.expect(readIdea, { params })).withdrawal).toBeNull();

  const body = { reason: 'On me l’a fait comprendre.', askedBySomebody: 'yes' as const };
  const own = await author.expect(withdrawIdea, { params, body });
  expect(own.withdrawal).toMatchObject(body);
  expect((await moderator.expect(readIdea, { params })).withdrawal).toMatchObject(body);
  for (const by of [colleague, second, rebounder])
    expect((await by.expect(readIdea, { params })).withdrawal).toBeNull();
  expect(await reader.call(readIdea, { params })).toMatchObject({ failure: { code: 'not-found' } });
});

test('[WD1] a moderator who had the idea reads what she said herself', async () => {
  const { moderator } = house;
  const { challenge } = await house.openChallenge();
  const idea = mintId('idea');
  const draft = { challenge, title: 'Un essai', text: 'Deux phrases.', parents: [], grownFrom: null };
  await moderator.expect(saveDraft, { params: { idea }, body: draft });
  await moderator.expect(publishIdea, { params: { idea } });
  const body = { reason: '', askedBySomebody: 'unsaid' as const };
  const { withdrawal } = await moderator.expect(withdrawIdea, { params: { idea }, body });
  expect(withdrawal).toMatchObject(body);
});
