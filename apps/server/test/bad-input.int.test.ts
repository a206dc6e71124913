/** What nobody should send, sent: refused with a code of the catalogue, nothing changed, and the server goes on. */
import {
  invitePeople,
  listPeople,
  mintId,
  previewPeople,
  publishIdea,
  readIdea,
  reboundOnIdea,
  saveDraft,
  type IdeaId,
  type IdeaPage,
} from '@butinerie/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../src/caller.ts';
import { allIdeas } from './support/all-ideas.ts';
import { hostilePayloads } from './support/payloads.ts';
import { refused } from './support/raw-http.ts';
import { openWritingHouse, type OpenChallenge, type WritingHouse } from './support/writing-house.ts';

let house: WritingHouse;
let open: OpenChallenge;

beforeAll(async () => {
  house = await openWritingHouse();
  open = await house.openChallenge();
});
afterAll(() => house.server.stop());

const pageOf = (idea: IdeaId, by: Caller = house.author): Promise<IdeaPage> =>
  by.expect(readIdea, { params: { idea } });
const draftOf = (title: string, text: string) => ({
  challenge: open.challenge,
  title,
  text,
  parents: [],
  grownFrom: null,
});
const json = (value: unknown) => JSON.stringify(value);

describe('requests', () => {
  test('fields that do not exist are named, on every route with a body', async () => {
    const idea = await house.idea(open.challenge);
    const rows: [string, string, Record<string, unknown>][] = [
      ['PUT', `/api/ideas/${mintId('idea')}/draft`, draftOf('a', 'b')],
      ['PATCH', `/api/ideas/${idea}`, { openTo: 'everyone' }],
      ['POST', `/api/ideas/${idea}/rebounds`, { id: mintId('rebound'), text: 'x' }],
      ['POST', `/api/ideas/${idea}/publication`, {}],
      ['PUT', `/api/ideas/${idea}/support`, { supported: true }],
      ['POST', `/api/ideas/${idea}/withdrawal`, { reason: '', askedBySomebody: 'no' }],
      ['POST', '/api/people', { rows: [], send: false }],
    ];
    for (const [method, path, body] of rows)
      expect(await refused(house.author, { method, path, body: json({ ...body, author: 'x' }) })).toEqual({
        status: 400,
        failure: { code: 'unknown-field', fields: ['author'] },
      });
    expect((await pageOf(idea)).openTo).toBe('invited');
  });

  test.each([
    'id_x',
    'rb_00000000000000000000000000',
    'id_0000000000000000000000000',
    'id_000000000000000000000000000',
    'id_0000000000000000000000000U',
    'id_0000000000000000000000000%0a',
    '%00',
    '..%2f..%2fpeople',
    '%7B%22$gt%22:%22%22%7D',
    '__proto__',
  ])('an id written %s is refused', async (id) => {
    for (const [method, path] of [
      ['GET', `/api/ideas/${id}`],
      ['POST', `/api/ideas/${id}/publication`],
      ['PUT', `/api/ideas/${id}/draft`],
    ] as const) {
      const body = method === 'GET' ? {} : { body: json(method === 'PUT' ? draftOf('a', 'b') : {}) };
      const { failure } = await refused(house.author, { method, path, ...body });
      expect(failure.code).toBe('invalid-input');
    }
  });

  test('what does not exist is not found, whether a thing, a route or a method', async () => {
    for (const [method, path] of [
      ['GET', `/api/ideas/${mintId('idea')}`],
      ['GET', '/api/nothing'],
      ['DELETE', '/api/challenges'],
      ['PATCH', '/api/people'],
    ] as const)
      expect((await refused(house.author, { method, path })).failure.code).toBe('not-found');
    const broken = await refused(house.author, { method: 'GET', path: '/api/ideas/%E0%A4%A' });
    expect(broken.failure.code).toBe('invalid-input');
  });

  test('operators in place of values reach no database', async () => {
    const idea = await house.idea(open.challenge);
    for (const [method, path, body] of [
      ['PATCH', `/api/ideas/${idea}`, { openTo: { $ne: 'x' } }],
      ['PUT', `/api/ideas/${idea}/support`, { supported: { $gt: '' } }],
      ['POST', `/api/ideas/${idea}/rebounds`, { id: { $ne: null }, text: 'x' }],
      ['PUT', `/api/ideas/${mintId('idea')}/draft`, { ...draftOf('a', 'b'), challenge: { $exists: true } }],
    ] as const)
      expect((await refused(house.author, { method, path, body: json(body) })).failure.code).toBe(
        'invalid-input',
      );
  });

  test('what is not JSON, or not as JSON is sent, is refused', async () => {
    const path = `/api/ideas/${mintId('idea')}/draft`;
    const whole = json(draftOf('a', 'b'));
    for (const body of [whole.slice(0, -3), '{', 'null', '[]', '"x"', '1', 'undefined', '{"a":1}{', '\u0000'])
      expect((await refused(house.author, { method: 'PUT', path, body })).failure.code).toBe('invalid-input');
    for (const headers of [
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/x-www-form-urlencoded' },
      { 'content-type': 'application/json; charset=utf-16' },
      { 'content-encoding': 'gzip' },
    ])
      expect((await refused(house.author, { method: 'PUT', path, body: whole, headers })).failure.code).toBe(
        'invalid-input',
      );
    expect(await house.author.call(readIdea, { params: { idea: mintId('idea') } })).toMatchObject({
      ok: false,
    });
  });

  test('a body over the limit is too large, announced or not, and the limit is said', async () => {
    const idea = await house.idea(open.challenge);
    const long = json({ ...draftOf('a', 'b'), text: 'x'.repeat(500_001) });
    const path = `/api/ideas/${mintId('idea')}/draft`;
    expect(await refused(house.author, { method: 'PUT', path, body: long })).toEqual({
      status: 413,
      failure: { code: 'too-large', limit: 500_000, size: long.length },
    });
    const unannounced = new Blob([long]).stream();
    const { status, failure } = await refused(house.author, { method: 'PUT', path, body: unannounced });
    expect([status, failure.code]).toEqual([413, 'too-large']);
    const rebound = json({ id: mintId('rebound'), text: 'x'.repeat(2_000_000) });
    const posted = await refused(house.author, {
      method: 'POST',
      path: `/api/ideas/${idea}/rebounds`,
      body: rebound,
    });
    expect(posted.failure.code).toBe('too-large');
  });

  test('keys of the prototype change no prototype', async () => {
    const path = `/api/ideas/${mintId('idea')}/draft`;
    const body = json(draftOf('a', 'b')).slice(0, -1);
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const polluting = `${body},"${key}":{"polluted":true,"prototype":{"polluted":true}}}`;
      const { failure } = await refused(house.author, { method: 'PUT', path, body: polluting });
      expect(failure).toEqual({ code: 'unknown-field', fields: [key] });
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    const query = await refused(house.author, {
      method: 'GET',
      path: '/api/ideas/__proto__?__proto__[polluted]=1&constructor[prototype][polluted]=1',
    });
    expect(query.status).toBe(400);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('nobody signed in, and a page of another site, are refused before anything is read', async () => {
    const idea = await house.idea(open.challenge);
    const path = `/api/ideas/${idea}/rebounds`;
    const body = json({ id: mintId('rebound'), text: 'x' });
    const stranger = { ...house.reader, cookie: () => '' };
    expect((await refused(stranger, { method: 'POST', path, body })).status).toBe(401);
    const headers = { origin: 'https://ailleurs.example' };
    expect((await refused(house.reader, { method: 'POST', path, body, headers })).failure).toEqual({
      code: 'foreign-origin',
      origin: 'https://ailleurs.example',
    });
    expect((await pageOf(idea)).rebounds).toEqual([]);
  });
});

describe('texts', () => {
  test('a text too long to be published is kept whole, counted, and refused with its numbers', async () => {
    const idea = mintId('idea');
    const params = { idea };
    const text = `${'é'.repeat(1_499)}🐝fin`;
    const title = 't'.repeat(91);
    const saved = await house.author.expect(saveDraft, { params, body: draftOf(title, text) });
    expect(saved).toMatchObject({ titleLength: 91, textLength: 1_503 });
    expect(await pageOf(idea)).toMatchObject({ title, text, state: 'draft' });
    const tooLong = { ok: false, failure: { code: 'title-too-long', limit: 90, length: 91 } };
    expect(await house.author.call(publishIdea, { params })).toEqual(tooLong);
    await house.author.expect(saveDraft, { params, body: draftOf('Titre', text) });
    expect(await house.author.call(publishIdea, { params })).toEqual({
      ok: false,
      failure: { code: 'text-too-long', limit: 1_500, length: 1_503 },
    });
    expect(await pageOf(idea)).toMatchObject({ text, state: 'draft' });
    const fitting = `${'é'.repeat(1_499)}🐝`;
    await house.author.expect(saveDraft, { params, body: draftOf('Titre', fitting) });
    expect((await house.author.expect(publishIdea, { params })).text).toBe(fitting);
  });

  test('a rebound too long or empty is refused, with its numbers', async () => {
    const params = { idea: await house.idea(open.challenge) };
    const post = (text: string) =>
      house.reader.call(reboundOnIdea, { params, body: { id: mintId('rebound'), text } });
    expect(await post('x'.repeat(1_501))).toEqual({
      ok: false,
      failure: { code: 'text-too-long', limit: 1_500, length: 1_501 },
    });
    expect(await post('   ')).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
  });

  const hostile = hostilePayloads();
  const sets = [
    'html',
    'naughty',
    'crlf',
    'csv-formula',
    'prototype-pollution',
    'path-traversal',
    'open-redirect',
  ];
  test.skipIf(hostile === null).each(sets)(
    'every hostile string of %s comes back as it was given, as the words of an idea',
    async (set) => {
      const strings = hostile?.[set] ?? [];
      expect(strings.length).toBeGreaterThan(0);
      const idea = mintId('idea');
      const params = { idea };
      // All together as paragraphs, in drafts that the limit of a request lets through.
      const whole = strings.join('\n');
      for (let at = 0; at < whole.length; at += 90_000) {
        const text = whole.slice(at, at + 90_000);
        await house.author.expect(saveDraft, { params, body: draftOf('Hostile', text) });
        const page = await pageOf(idea);
        expect(page.text).toBe(text);
      }
    },
  );

  test.skipIf(hostile === null)(
    'hostile titles, texts, rebounds and names come back as they were given',
    async () => {
      const every = (set: string, step: number) =>
        (hostile?.[set] ?? []).filter(
          (text, n) => n % step === 0 && text.trim() !== '' && text.length <= 1_500,
        );
      const strings = [
        ...every('html', 40),
        ...every('naughty', 60),
        ...every('crlf', 6),
        ...every('csv-formula', 5),
      ];
      expect(strings.length).toBeGreaterThan(15);
      const { challenge } = await house.openChallenge();
      for (const payload of strings) {
        const params = { idea: mintId('idea') };
        // A title is one line of at most ninety characters.
        const title =
          Array.from(payload.replace(/\r\n|[\r\n]/g, ' '))
            .slice(0, 80)
            .join('')
            .trim() || 'Titre';
        await house.author.expect(saveDraft, { params, body: { ...draftOf(title, payload), challenge } });
        const published = await house.author.call(publishIdea, { params });
        if (!published.ok) throw new Error(`${json(payload)} was refused: ${json(published.failure)}`);
        expect(published.value).toMatchObject({ title, text: payload });
        const body = { id: mintId('rebound'), text: payload };
        const rebound = await house.reader.expect(reboundOnIdea, { params, body });
        expect(rebound.text).toBe(payload.trim());
      }
      const ideas = await allIdeas(house.reader, challenge);
      expect(ideas.map(({ text }) => text).toSorted()).toEqual(strings.toSorted());

      // Control characters, which show nothing or turn the line around, are taken out of names.
      const names = strings
        .map((text) => text.trim())
        .filter((text) => text.length <= 120 && !/[\p{Cc}\p{Cf}]/u.test(text));
      const rows = names.map((name) => ({ id: mintId('person'), name, directorate: name, mail: null }));
      await house.server.administrator.expect(invitePeople, { body: { rows, send: false } });
      const { people } = await house.server.administrator.expect(listPeople);
      const known = new Map(people.map(({ id, name, directorate }) => [id, [name, directorate?.name]]));
      expect(rows.map(({ id }) => known.get(id))).toEqual(names.map((name) => [name, name]));
    },
  );
});

describe('lists of people', () => {
  test('a malformed list says which rows and why, and imports none of them', async () => {
    const administrator = house.server.administrator;
    const pasted = [
      'nom;direction;courriel',
      'Ada Exemple;Routes;ada@agents.example.org',
      ';Routes;sans-nom@agents.example.org',
      'Sans Direction;;x@agents.example.org',
      'Mail Bizarre;Routes;pas un courriel',
      'Deux Fois;Routes;ADA@agents.example.org',
      `Connue;Routes;${house.author.mail}`,
      `${'N'.repeat(121)};Routes;long@agents.example.org`,
    ].join('\n');
    const before = (await administrator.expect(listPeople)).people.length;
    const { rows } = await administrator.expect(previewPeople, { body: { source: { pasted } } });
    const reasons = new Map(rows.map((row) => [row.row, [...row.reasons]]));
    expect(reasons.get(3)).toEqual(['name-missing']);
    expect(reasons.get(4)).toEqual(['directorate-missing']);
    expect(reasons.get(5)).toEqual(['mail-malformed']);
    expect(reasons.get(6)).toContain('mail-twice-in-list');
    expect(reasons.get(7)).toEqual(['mail-known']);
    expect(reasons.get(8)).toEqual(['name-too-long']);
    const good = (mail: string) => ({
      id: mintId('person'),
      name: 'Ada Exemple',
      directorate: 'Routes',
      mail,
    });
    const twice = [
      good('neuve@agents.example.org'),
      good('double@agents.example.org'),
      good('double@agents.example.org'),
    ];
    const refusedTwice = await administrator.call(invitePeople, { body: { rows: twice, send: true } });
    expect(refusedTwice).toMatchObject({
      ok: false,
      failure: {
        code: 'invalid-people',
        rows: expect.arrayContaining([{ row: 3, reasons: ['mail-twice-in-list'] }]),
      },
    });
    const known = [good('autre@agents.example.org'), good(house.author.mail)];
    expect(await administrator.call(invitePeople, { body: { rows: known, send: true } })).toMatchObject({
      ok: false,
      failure: { code: 'invalid-people', rows: [{ row: 2, reasons: ['mail-known'] }] },
    });
    const empty = [good('vide@agents.example.org'), { ...good('sans@agents.example.org'), name: ' ' }];
    expect(await administrator.call(invitePeople, { body: { rows: empty, send: true } })).toMatchObject({
      ok: false,
      failure: { code: 'invalid-input', issues: [{ path: 'rows.1.name' }] },
    });
    expect((await administrator.expect(listPeople)).people).toHaveLength(before);
  });

  test.each([
    [
      'a ZIP that is none',
      { fileName: 'a.xlsx', base64: Buffer.from('PK\u0003\u0004garbage').toString('base64') },
    ],
    ['bytes of nothing', { fileName: 'a.csv', base64: Buffer.from([0, 255, 0, 255]).toString('base64') }],
    ['no bytes', { fileName: 'a.csv', base64: '' }],
  ])('%s is not a list', async (_what, source) => {
    const answer = await house.server.administrator.call(previewPeople, { body: { source } });
    if (answer.ok) expect(answer.value.rows.every(({ reasons }) => reasons.length > 0)).toBe(true);
    else expect(answer.failure.code).toBe('unreadable-list');
  });
});

describe('retries', () => {
  test('the same draft, publication and rebound sent again are the same', async () => {
    const params = { idea: mintId('idea') };
    const body = draftOf('Encore', 'La même chose.');
    const saved = await Promise.all([1, 2, 3].map(() => house.author.call(saveDraft, { params, body })));
    for (const answer of saved) expect(answer).toMatchObject({ ok: true, value: { textLength: 14 } });
    expect((await pageOf(params.idea)).text).toBe(body.text);
    const published = await Promise.all([1, 2, 3].map(() => house.author.call(publishIdea, { params })));
    for (const answer of published) expect(answer).toMatchObject({ ok: true, value: { state: 'published' } });
    const rebound = { params, body: { id: mintId('rebound'), text: 'Et aussi ceci.' } };
    const made = await Promise.all([1, 2, 3].map(() => house.reader.call(reboundOnIdea, rebound)));
    for (const answer of made) expect(answer).toEqual(made[0]);
    expect(made[0]).toMatchObject({ ok: true });
    const page = await pageOf(params.idea);
    expect(page.rebounds).toHaveLength(1);
    expect(page.text).toBe(body.text);
    expect(page.credits.originators).toHaveLength(1);
  });

  test('the same id from another person is taken, and what it names stays', async () => {
    const params = { idea: mintId('idea') };
    await house.author.expect(saveDraft, { params, body: draftOf('À moi', 'Ma phrase.') });
    const taken = { ok: false, failure: { code: 'id-taken', id: params.idea } };
    expect(await house.reader.call(saveDraft, { params, body: draftOf('À lui', 'La sienne.') })).toEqual(
      taken,
    );
    expect((await house.reader.call(publishIdea, { params })).ok).toBe(false);
    expect(await pageOf(params.idea)).toMatchObject({ title: 'À moi', text: 'Ma phrase.', state: 'draft' });
    await house.author.expect(publishIdea, { params });
    const id = mintId('rebound');
    await house.reader.expect(reboundOnIdea, { params, body: { id, text: 'Le mien.' } });
    for (const [by, text] of [
      [house.colleague, 'Le mien.'],
      [house.reader, 'Un autre.'],
    ] as const)
      expect(await by.call(reboundOnIdea, { params, body: { id, text } })).toEqual({
        ok: false,
        failure: { code: 'id-taken', id },
      });
    expect((await pageOf(params.idea)).rebounds.map(({ text }) => text)).toEqual(['Le mien.']);
  });
});
