import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cookieOf, startExample, type Example } from './example.ts';

let example: Example;
beforeAll(async () => {
  example = await startExample();
});
afterAll(() => example.stop());

interface Said {
  readonly status: number;
  readonly type: string | null;
  readonly body: unknown;
  readonly headers: Headers;
}

async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Said> {
  return said(
    await fetch(example.url + path, {
      method: 'POST',
      headers: { cookie: cookieOf('ada'), 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );
}
async function said(response: Response): Promise<Said> {
  const type = response.headers.get('content-type');
  const text = await response.text();
  return {
    status: response.status,
    type,
    body: type?.includes('json') === true ? (JSON.parse(text) as unknown) : text,
    headers: response.headers,
  };
}

describe('a served route', () => {
  test('answers what its contract declares and nothing more', async () => {
    const { status, body, headers } = await post('/api/notes/7?loud=yes', { text: 'hello' });
    expect({ status, body }).toEqual({ status: 200, body: { number: 7, text: 'hello', by: 'ada' } });
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('sends what is not JSON verbatim', async () => {
    const { type, body } = await said(await fetch(`${example.url}/api/notes/7`));
    expect({ type, body }).toEqual({ type: 'text/plain; charset=utf-8', body: 'note 7 for nobody' });
  });

  test('sends a listed failure as a problem', async () => {
    expect(await post('/api/notes/13?loud=no', { text: 'hello' })).toMatchObject({
      status: 409,
      type: 'application/problem+json; charset=utf-8',
      body: {
        type: '/problems/id-taken',
        status: 409,
        code: 'id-taken',
        id: '13',
        instance: '/api/notes/13',
      },
    });
  });

  test('tells a bug by a number only, and logs it under that number', async () => {
    const { status, body } = await post('/api/notes/500', { text: 'hello' });
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('secret');
    const { incident } = body as { incident: string };
    expect(example.logged.filter((line) => line.includes(incident))).toEqual([
      expect.stringContaining('secret of the machine'),
    ]);
  });

  test('survives a look-up of the session that breaks', async () => {
    expect(await post('/api/notes/7', { text: 'hello' }, { cookie: cookieOf('broken') })).toMatchObject({
      status: 500,
      body: { code: 'unexpected' },
    });
  });

  test('lets the handler keep a session', async () => {
    const { headers } = await post('/api/enter', { name: 'eve' });
    expect(headers.get('set-cookie')).toMatch(
      /^butinerie=eve; Max-Age=60; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    );
  });
});

describe('input', () => {
  test('names every unknown field wherever it stands', async () => {
    expect(await post('/api/notes/7?quiet=1', { text: '', author: 'me', tags: [] })).toMatchObject({
      status: 400,
      body: { code: 'unknown-field', fields: ['query.quiet', 'author'] },
    });
  });

  test('a field that would reach into every object is unknown too', async () => {
    expect(await post('/api/notes/7', '{"text":"x","__proto__":{"by":"eve"}}')).toMatchObject({
      status: 400,
      body: { code: 'unknown-field', fields: ['__proto__'] },
    });
  });

  test('names every place that has another shape', async () => {
    const { body } = await post('/api/notes/seven', { text: 'x'.repeat(21), tags: ['a', 1] });
    expect(body).toMatchObject({
      code: 'invalid-input',
      issues: [{ path: 'params.number' }, { path: 'text' }, { path: 'tags.1' }],
    });
  });

  test.each([
    ['text', 'not json at all', 'application/json'],
    ['a form', 'text=hello', 'application/x-www-form-urlencoded'],
    ['JSON sent as text', '{"text":"hello"}', 'text/plain'],
    ['a list', '[1]', 'application/json'],
    ['nothing', '', 'application/json'],
  ])('%s is not taken for a body', async (_name, sent, type) => {
    expect(await post('/api/notes/7', sent, { 'content-type': type })).toMatchObject({
      status: 400,
      body: { code: 'invalid-input' },
    });
  });

  test('a compressed body is refused: it could unfold into anything', async () => {
    expect(await post('/api/notes/7', '{}', { 'content-encoding': 'gzip' })).toMatchObject({
      status: 400,
      body: { code: 'invalid-input' },
    });
  });

  test('an address that cannot be read is refused', async () => {
    expect(await post('/api/notes/%E0%A4%A', { text: 'x' })).toMatchObject({
      status: 400,
      body: { code: 'invalid-input' },
    });
  });

  test('a body over the limit of its route is refused with both sizes', async () => {
    expect(await post('/api/notes/7', { text: 'x'.repeat(2_000) })).toMatchObject({
      status: 413,
      body: { code: 'too-large', limit: 1_000, size: 2_011 },
    });
  });

  test('a body of unknown length is cut off at the limit', async () => {
    const raw = await rawly(
      `POST /api/notes/7 HTTP/1.1\r\nHost: x\r\nCookie: ${cookieOf('ada')}\r\nContent-Type: application/json\r\n` +
        `Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n7d0\r\n${'x'.repeat(2_000)}\r\n0\r\n\r\n`,
    );
    expect(raw).toMatch(/^HTTP\/1\.1 413 /);
    expect(raw).toContain('"code":"too-large"');
  });
});

describe('who may call', () => {
  test('a route for persons refuses nobody-in-particular before it reads the body', async () => {
    expect(await post('/api/notes/7', 'not json', { cookie: '' })).toMatchObject({
      status: 401,
      body: { code: 'not-signed-in', path: '/api/notes/7' },
    });
  });

  test('a route for tasks takes its token once, an administrator, and nobody else', async () => {
    const bearer = { cookie: '', authorization: 'Bearer one-time' };
    expect(await post('/api/sweep', {}, bearer)).toMatchObject({ status: 200, body: { by: null } });
    expect(await post('/api/sweep', {}, bearer)).toMatchObject({ body: { code: 'not-signed-in' } });
    expect(await post('/api/sweep', {}, { cookie: cookieOf('root') })).toMatchObject({
      body: { by: 'root' },
    });
    expect(await post('/api/sweep', {})).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
  });

  test.each([
    [200, { origin: 'http://ideas.test' }],
    [200, { 'sec-fetch-site': 'same-origin' }],
    [200, {}],
    [403, { origin: 'http://evil.test' }],
    [403, { origin: 'https://ideas.test' }],
    [403, { origin: 'null' }],
    [403, { 'sec-fetch-site': 'cross-site' }],
    [403, { 'sec-fetch-site': 'same-site' }],
  ])('answers %i to a write with %j', async (status, headers: Record<string, string>) => {
    const answered = await post('/api/notes/7', { text: 'x' }, headers);
    expect(answered.status).toBe(status);
    if (status === 403) expect(answered.body).toMatchObject({ code: 'foreign-origin' });
  });

  test('a page reached by another name of this machine may write', async () => {
    expect((await post('/api/notes/7', { text: 'x' }, { origin: example.url })).status).toBe(200);
  });

  test('an address that is none of the API is a problem too', async () => {
    expect(await post('/api/nothing/here', {})).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await said(await fetch(`${example.url}/api/enter`))).toMatchObject({ status: 404 });
  });
});

describe('how often', () => {
  test('a strict route counts per key and says how long to wait', async () => {
    const tries = [];
    for (let i = 0; i < 3; i++) tries.push(await post('/api/enter', { name: 'mallory' }));
    expect(tries.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(Number(tries[2]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await post('/api/enter', { name: 'alice' })).status).toBe(200);
  });

  test('a speaker who asks without end is slowed down', async () => {
    const answers = await Promise.all(
      Array.from({ length: 110 }, () => post('/api/notes/7', { text: 'x' }, { cookie: cookieOf('root') })),
    );
    expect(answers.some(({ status }) => status === 429)).toBe(true);
  });
});

function rawly(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(example.url).port), '127.0.0.1', () => socket.write(request));
    let text = '';
    socket.setEncoding('utf8').on('data', (part: string) => (text += part));
    socket.on('close', () => resolve(text)).on('error', reject);
  });
}
