/** What somebody brought, said by an author: from a comment, and with a rebound taken. */
import {
  commentOnIdea,
  creditComment,
  listNotices,
  listReceipts,
  mintId,
  readCreditHistory,
  readIdea,
  reboundOnIdea,
  takeRebound,
  withdrawComment,
  type CommentId,
  type IdeaId,
} from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from '../../test/support/test-server.ts';
import { openWritingHouse, type WritingHouse } from '../../test/support/writing-house.ts';

let house: WritingHouse;
let idea: IdeaId;

beforeAll(async () => {
  house = await openWritingHouse();
  const { challenge } = await house.openChallenge();
  idea = await house.idea(challenge, { shared: true });
});
afterAll(() => house.server.stop());

async function comment(by: TestPerson, text: string): Promise<CommentId> {
  const body = { id: mintId('comment'), parent: null, kind: 'comment' as const, text, mentions: [] };
  await by.expect(commentOnIdea, { params: { idea }, body });
  return body.id;
}
const page = () => house.author.expect(readIdea, { params: { idea } });

test('[CB1] [CB3] one line from the comment: credited for good, told, registered, once', async () => {
  const said = await comment(house.reader, 'Les compteurs sont relevés chaque mois.');
  const args = { params: { comment: said }, body: { brought: ' Le relevé des compteurs. ' } };
  const refused = await house.sponsor.call(creditComment, args);
  expect(refused).toMatchObject({ failure: { code: 'not-allowed', why: 'not-an-author' } });

  const credited = await house.author.expect(creditComment, args);
  const { id: reader } = house.reader;
  expect(credited).toMatchObject({
    about: said,
    person: { id: reader },
    brought: 'Le relevé des compteurs.',
  });
  expect(await house.author.expect(creditComment, args)).toEqual(credited);
  const other = { ...args, body: { brought: 'Autre chose.' } };
  expect(await house.author.call(creditComment, other)).toMatchObject({
    failure: { code: 'already-answered' },
  });

  const { credits, contributions } = await page();
  expect(credits.rebounders.map(({ id }) => id)).toEqual([reader]);
  expect(contributions).toEqual([credited]);
  const { notices } = await house.reader.expect(listNotices);
  expect(notices.filter(({ kind }) => kind === 'contribution-credited')).toMatchObject([
    { reason: 'Le relevé des compteurs.', idea, actor: { id: house.author.id } },
  ]);
  const { receipts } = await house.reader.expect(listReceipts);
  expect(receipts.filter(({ kind }) => kind === 'contributor.credited')).toMatchObject([
    { idea, brought: 'Le relevé des compteurs.' },
  ]);
  const { events } = await house.reader.expect(readCreditHistory, { params: { idea } });
  expect(events.at(-1)).toMatchObject({ kind: 'contributor.credited', person: { id: reader } });
});

test('[CB3] words that were taken back are nobody’s to point at', async () => {
  const said = await comment(house.sponsor, 'À retirer.');
  await house.sponsor.expect(withdrawComment, { params: { comment: said } });
  const args = { params: { comment: said }, body: { brought: 'Une remarque.' } };
  expect(await house.author.call(creditComment, args)).toMatchObject({ failure: { code: 'not-found' } });
});

test('[CB2] a rebound is taken with a line on what it brings, and names its author with it', async () => {
  const body = { id: mintId('rebound'), text: 'Aux Routes aussi.' };
  await house.sponsor.expect(reboundOnIdea, { params: { idea }, body });
  const taking = { params: { rebound: body.id }, body: { brought: '🐝'.repeat(201) } };
  expect(await house.author.call(takeRebound, taking)).toMatchObject({ failure: { code: 'text-too-long' } });
  expect((await page()).text).not.toContain('Aux Routes aussi.');

  const line = { ...taking, body: { brought: 'Le cas des dépôts.' } };
  await house.colleague.expect(takeRebound, line);
  await house.author.expect(takeRebound, line);
  const { text, contributions } = await page();
  expect(text.split('Aux Routes aussi.').length).toBe(2);
  expect(contributions.filter(({ about }) => about === body.id)).toMatchObject([
    { brought: 'Le cas des dépôts.', person: { id: house.sponsor.id }, by: { id: house.colleague.id } },
  ]);
  const { notices } = await house.sponsor.expect(listNotices);
  expect(notices.find(({ kind }) => kind === 'rebound-taken')?.reason).toBe('Le cas des dépôts.');
});
