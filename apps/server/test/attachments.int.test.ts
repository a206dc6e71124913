/** Files beside an idea: brought, cleaned, served inert, taken back, and still there after kill -9. */
import {
  addressOf,
  ATTACHMENT_LIMIT,
  ATTACHMENTS_LIMIT,
  attachFile,
  describeAttachment,
  exportChallenge,
  FILE,
  listAttachments,
  mintId,
  publishIdea,
  readAttachment,
  removeAttachment,
  restoreAttachment,
  saveDraft,
  type Attachment,
  type AttachmentId,
  type ChallengeId,
  type IdeaId,
} from '@butinerie/contracts';
import mongoose from 'mongoose';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../src/caller.ts';
import { createLog } from '../src/platform/log.ts';
import { openDatabase } from '../src/platform/mongo.ts';
import {
  administratorOf,
  grant,
  inviteFromList,
  scheduledChallenge,
} from '../trials/support/pilot-people.ts';
import { newPlace, startServer } from '../trials/support/server-process.ts';
import { openSocket } from '../trials/support/socket.ts';
import { hostilePayloads } from './support/payloads.ts';
import { refused } from './support/raw-http.ts';
import { testDatabaseUri } from './support/test-database.ts';
import { openWritingHouse, type WritingHouse } from './support/writing-house.ts';

const letters = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'latin1'));
const joined = (...parts: Uint8Array[]): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.concat(parts));

const PIXEL = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const JPEG_REST = Buffer.from(
  '/9sAQwD//////////////////////////////////////////////////////////////////////////////////////8IACwgAAQABAQERAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAT8Q/9k=',
  'base64',
);
const SOI = letters('\xff\xd8');
const GPS = letters('\xff\xe1\0\x1fExif\0\0GPS 48.94 N, Argenteuil');
const photo = joined(SOI, GPS, JPEG_REST);
const pdf = (size: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(size).fill(0x20);
  bytes.set(letters('%PDF-1.7\n'));
  bytes.set(letters('\n%%EOF\n'), size - 7);
  return bytes;
};

let house: WritingHouse;
let challenge: ChallengeId;
let idea: IdeaId;
let moveOn: Date;
beforeAll(async () => {
  house = await openWritingHouse();
  const open = await house.openChallenge();
  challenge = open.challenge;
  moveOn = open.closesAt;
  idea = await house.idea(challenge, { shared: true });
}, 120_000);
afterAll(() => house.server.stop());

interface Bring {
  readonly id?: AttachmentId;
  readonly to?: IdeaId;
  readonly name?: string;
  readonly alt?: string;
}
const bring = (by: Caller, bytes: Uint8Array, { id, to = idea, name = 'x', alt = '' }: Bring = {}) =>
  by.call(attachFile, {
    params: { attachment: id ?? mintId('attachment') },
    query: { idea: to, name, alt },
    body: bytes,
  });
const list = async (by: Caller, of: IdeaId = idea): Promise<Attachment[]> =>
  (await by.expect(listAttachments, { params: { idea: of } })).attachments;
async function download(by: Caller, attachment: AttachmentId): Promise<Response> {
  return fetch(by.base + addressOf(readAttachment, { params: { attachment } }), {
    headers: { cookie: by.cookie() },
  });
}
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('a file brought to an idea', () => {
  test('[AF4] a photo comes back without where it was taken, and open pages hear of it', async () => {
    const page = await openSocket(house.reader);
    const heard: unknown[] = [];
    page.socket.on('attachments:changed', (news) => heard.push(news));
    const id = mintId('attachment');
    const added = await bring(house.colleague, photo, { id, name: 'IMG_2026.JPG', alt: ' Un volet ' });
    expect(added).toMatchObject({ ok: true, value: { mayAttach: true } });
    await expect.poll(() => heard, { timeout: 20_000 }).toEqual([{ challenge, idea }]);
    page.socket.disconnect();

    expect(await list(house.reader)).toMatchObject([
      {
        id,
        name: 'IMG_2026.jpg',
        type: 'jpeg',
        width: 1,
        height: 1,
        alt: 'Un volet',
        addedBy: { id: house.colleague.id },
        state: 'shown',
        mayDescribe: false,
        mayRemove: false,
      },
    ]);
    const response = await download(house.reader, id);
    const { headers } = response;
    expect(await bytesOf(response)).toEqual(joined(SOI, JPEG_REST));
    expect(headers.get('content-type')).toBe('image/jpeg');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    expect(headers.get('content-disposition')).toMatch(/^inline; filename="IMG_2026\.jpg"/);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('a PDF is a download that runs nothing, under a name without tricks', async () => {
    const id = mintId('attachment');
    await bring(house.author, pdf(2_000), { id, name: '../été "1".html\r\nSet-Cookie: x' });
    const { headers } = await download(house.reader, id);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-security-policy')).toContain('sandbox');
    const disposition = headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; filename="ete 1 .html Set-Cookie x.pdf"; filename\*=UTF-8''/);
    expect(headers.get('set-cookie')).toBeNull();
  });

  test('[AF3] what bytes say counts, whatever the name: a page, an SVG and an archive are refused', async () => {
    const before = (await list(house.author)).length;
    for (const [bytes, found] of [
      ['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'svg'],
      ['<!doctype html><script>alert(1)</script>', 'unknown'],
      ['PK\x03\x04word/document.xml', 'office'],
      ['', 'empty'],
    ] as const)
      expect(await bring(house.author, letters(bytes), { name: 'plan.png' })).toMatchObject({
        failure: { code: 'file-type', found },
      });
    expect(await bring(house.author, PIXEL.slice(0, -20))).toMatchObject({
      failure: { code: 'file-damaged', type: 'png', why: 'truncated' },
    });
    expect((await list(house.author)).length).toBe(before);
  });

  test('[AF4] of a picture that is a page and an archive besides, the picture alone is kept', async () => {
    const id = mintId('attachment');
    const both = joined(PIXEL, letters('<html><script>alert(1)</script>PK\x03\x04'));
    expect(await bring(house.author, both, { id, name: 'x.html' })).toMatchObject({ ok: true });
    expect(await bytesOf(await download(house.author, id))).toEqual(PIXEL);
  });

  test('ten million bytes are taken, one more is not, announced or not', async () => {
    const id = mintId('attachment');
    const largest = pdf(ATTACHMENT_LIMIT);
    expect(await bring(house.author, largest, { id })).toMatchObject({ ok: true });
    expect(sha256(await bytesOf(await download(house.author, id)))).toBe(sha256(largest));
    const more = pdf(ATTACHMENT_LIMIT + 1);
    const query = { idea, name: 'x', alt: '' };
    const path = addressOf(attachFile, { params: { attachment: mintId('attachment') }, query });
    const headers = { 'content-type': FILE };
    expect(await refused(house.author, { method: 'PUT', path, body: more, headers })).toEqual({
      status: 413,
      failure: { code: 'too-large', limit: ATTACHMENT_LIMIT, size: ATTACHMENT_LIMIT + 1 },
    });
    const body = new Blob([more]).stream();
    const streamed = await refused(house.author, { method: 'PUT', path, body, headers });
    expect(streamed.failure.code).toBe('too-large');
    const asJson = await refused(house.author, { method: 'PUT', path, body: '{}' });
    expect(asJson.failure.code).toBe('invalid-input');
    await house.author.expect(removeAttachment, { params: { attachment: id } });
  });

  test('the same file sent again is one file; its id in other hands is refused', async () => {
    const id = mintId('attachment');
    const before = (await list(house.author)).length;
    const answers = await Promise.all([1, 2, 3].map(() => bring(house.author, photo, { id })));
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect((await list(house.author)).length).toBe(before + 1);
    expect(await bring(house.colleague, photo, { id })).toMatchObject({ failure: { code: 'id-taken' } });
    expect(await bring(house.author, PIXEL, { id })).toMatchObject({ failure: { code: 'id-taken' } });
  });

  test('names and descriptions of the payload collection come back as labels and as typed', async (context) => {
    const payloads = hostilePayloads();
    if (payloads === null) return context.skip('no payloads');
    const target = await house.idea(challenge);
    const texts = Object.values(payloads).flatMap((set) => set.slice(0, 1));
    for (const text of texts) {
      const id = mintId('attachment');
      const alt = text.slice(0, 290);
      const added = await bring(house.author, PIXEL, { id, to: target, name: text.slice(0, 1_000), alt });
      // Many of them: the hour's measure, or the room of an idea, may come first.
      if (!added.ok) {
        expect(added.failure.code).toBe('too-many-requests');
        break;
      }
      const kept = (await list(house.author, target)).find((file) => file.id === id);
      expect(kept?.alt).toBe(alt.replace(/\p{Surrogate}/gu, '\uFFFD').trim());
      expect(kept?.name).not.toMatch(/[\p{Cc}\p{Cf}/\\<>"]/u);
      expect((await download(house.author, id)).status).toBe(200);
      await house.author.expect(removeAttachment, { params: { attachment: id } });
    }
  });
});

describe('who may', () => {
  test('[AF1] others and moderators add nothing; a draft and its files are its author’s alone', async () => {
    for (const by of [house.reader, house.moderator])
      expect(await bring(by, PIXEL)).toMatchObject({ failure: { code: 'not-allowed' } });
    const draft = await house.draft(challenge);
    const id = mintId('attachment');
    await house.author.expect(attachFile, {
      params: { attachment: id },
      query: { idea: draft, name: 'plan.png', alt: 'Plan' },
      body: PIXEL,
    });
    for (const by of [house.reader, house.moderator]) {
      expect((await download(by, id)).status).toBe(404);
      expect(await by.call(listAttachments, { params: { idea: draft } })).toMatchObject({
        failure: { code: 'not-found' },
      });
    }
    await house.author.expect(publishIdea, { params: { idea: draft } });
    expect(await list(house.reader, draft)).toMatchObject([{ id, alt: 'Plan' }]);
    const nobody = await fetch(house.server.base + addressOf(readAttachment, { params: { attachment: id } }));
    expect(nobody.status).toBe(401);
  });

  test('[AF6] [AF7] taken back it is its authors’ to see; a moderator describes, nobody else', async () => {
    const target = await house.idea(challenge, { shared: true });
    const id = mintId('attachment');
    await bring(house.colleague, PIXEL, { id, to: target });
    const params = { attachment: id };
    expect(await house.reader.call(removeAttachment, { params })).toMatchObject({
      failure: { code: 'not-allowed' },
    });
    expect(await house.reader.call(describeAttachment, { params, body: { alt: 'x' } })).toMatchObject({
      failure: { code: 'not-allowed' },
    });
    await house.moderator.expect(describeAttachment, { params, body: { alt: 'Un volet fermé' } });
    await house.author.expect(removeAttachment, { params });
    expect(await list(house.reader, target)).toEqual([]);
    expect((await download(house.reader, id)).status).toBe(404);
    expect(await list(house.colleague, target)).toMatchObject([{ state: 'removed', alt: 'Un volet fermé' }]);
    await house.colleague.expect(restoreAttachment, { params });
    expect(await list(house.reader, target)).toMatchObject([{ state: 'shown' }]);
  });

  test('[AF2] of nine that come at once eight are kept', async () => {
    const target = await house.idea(challenge, { shared: true });
    const answers = await Promise.all(
      Array.from({ length: ATTACHMENTS_LIMIT + 1 }, (_, n) =>
        bring(house.colleague, pdf(100 + n), { to: target }),
      ),
    );
    expect(answers.filter(({ ok }) => !ok)).toMatchObject([{ failure: { code: 'too-many-files' } }]);
    expect(await list(house.reader, target)).toHaveLength(ATTACHMENTS_LIMIT);
  }, 60_000);

  test('the export names each file that is shown, with what its bytes must give', async () => {
    const { ideas } = await house.moderator.expect(exportChallenge, { params: { challenge } });
    const exported = ideas.find(({ id }) => id === idea)?.attachments ?? [];
    expect(exported.length).toBeGreaterThan(2);
    for (const { id, sha256: expected } of exported)
      expect(sha256(await bytesOf(await download(house.moderator, id)))).toBe(expected);
  });

  test('[AF1] after the closing nothing is added or taken back, and all of it is read', async () => {
    house.server.clock.set(new Date(moveOn.getTime() + 1));
    // Of those that everybody sees: who may take one back also sees what was taken back.
    const [first] = await list(house.reader);
    if (first === undefined) throw new Error('there is no file');
    expect(await bring(house.author, PIXEL)).toMatchObject({ failure: { code: 'challenge-phase' } });
    expect(await house.author.call(removeAttachment, { params: { attachment: first.id } })).toMatchObject({
      failure: { code: 'challenge-phase' },
    });
    expect((await download(house.reader, first.id)).status).toBe(200);
  });
});

test('MongoDB’s own GridFS reads what is kept, and the same bytes lie there once', async () => {
  const [first] = await list(house.reader);
  if (first === undefined) throw new Error('there is no file');
  const expected = await bytesOf(await download(house.reader, first.id));
  await house.server.without(() => expectInGridFs(expected));
});

async function expectInGridFs(expected: Uint8Array): Promise<void> {
  const dataDir = join(house.server.folder, 'data');
  const uri = testDatabaseUri(dataDir);
  const database = await openDatabase({ uri, dataDir, log: createLog('silent') });
  const { db } = database.connection;
  if (db === undefined) throw new Error('not connected');
  const bucket = new mongoose.mongo.GridFSBucket(db, { bucketName: 'attachments' });
  const found: Buffer[] = [];
  for await (const chunk of bucket.openDownloadStream(sha256(expected) as never)) found.push(chunk as Buffer);
  expect(new Uint8Array(Buffer.concat(found))).toEqual(expected);
  expect(await db.collection('attachments').countDocuments({ file: sha256(PIXEL) })).toBeGreaterThan(1);
  expect(await db.collection('attachments.files').countDocuments({ _id: sha256(PIXEL) as never })).toBe(1);
  await database.stop();
}

test('a file that was acknowledged is there after kill -9', async (context) => {
  if (process.env['MONGODB_URI'] !== undefined)
    return context.skip('a process of its own wants the embedded database');
  const place = await newPlace();
  const opensAt = new Date('2026-10-12T07:00:00Z');
  const after = (days: number): Date => new Date(opensAt.getTime() + days * 86_400_000);
  try {
    const first = await startServer(place, new Date(opensAt.getTime() - 3_600_000));
    const admin = await administratorOf(first.base, first.link);
    const dates = { opensAt, ideasUntil: after(3), closesAt: after(5), decisionDueAt: after(20) };
    const [agent] = await inviteFromList(admin, [
      { name: 'Éva Exemple', directorate: 'Routes', mail: 'eva@agents.example.org' },
    ]);
    if (agent === undefined) throw new Error('nobody was invited');
    await grant(admin, agent, 'sponsor');
    const own = await scheduledChallenge(admin, 'Que gaspillons-nous ?', dates);
    const draft = mintId('idea');
    const body = { challenge: own, title: 'Un volet', text: 'Fermons.', parents: [], grownFrom: null };
    await admin.expect(saveDraft, { params: { idea: draft }, body });
    const id = mintId('attachment');
    const large = pdf(3_000_000);
    expect(await bring(admin, large, { id, to: draft })).toMatchObject({ ok: true });
    const underWay = bring(admin, pdf(4_000_000), { to: draft }).catch(() => 'gone');
    await first.kill();
    await underWay;

    const second = await startServer(place, opensAt);
    expect(sha256(await bytesOf(await download(admin, id)))).toBe(sha256(large));
    for (const file of await list(admin, draft))
      expect((await bytesOf(await download(admin, file.id))).length).toBe(file.size);
    await second.kill();
  } finally {
    place.remove();
  }
}, 60_000);
