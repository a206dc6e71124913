import express from 'express';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { securityHeaders } from '../../src/platform/security-headers.ts';
import { servePages } from '../../src/platform/static.ts';

let folder: string;
let server: Server;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pages-'));
  const webRoot = join(folder, 'dist');
  mkdirSync(join(webRoot, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'private.br'), 'private');
  writeFileSync(join(webRoot, 'index.html'), '<p>page</p>');
  writeFileSync(join(webRoot, 'assets/app-x1.js'), 'plain');
  writeFileSync(join(webRoot, 'assets/app-x1.js.br'), 'brotli');
  writeFileSync(join(webRoot, 'assets/app-x1.js.gz'), 'gzip');
  writeFileSync(join(webRoot, 'robots.txt'), 'robots');
  const app = express().use(securityHeaders(new URL('https://ideas.test')), servePages(webRoot));
  server = createServer(app.use((_request, response) => void response.sendStatus(404)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

interface Got {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
/** Without `fetch`, which tidies paths up and unpacks what it gets. */
function ask(path: string, encodings = ''): Promise<Got> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', path, headers: { 'accept-encoding': encodings } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    }).on('error', reject);
  });
}

describe('the pages', () => {
  test.each(['/', '/challenges/ch_1', '/ideas/id_1/text?from=mail'])(
    '%s is the one page, never kept',
    async (path) => {
      const { status, body, headers } = await ask(path);
      expect({ status, body, cache: headers['cache-control'] }).toEqual({
        status: 200,
        body: '<p>page</p>',
        cache: 'no-cache',
      });
    },
  );

  test('a hashed file is kept for a year', async () => {
    expect((await ask('/assets/app-x1.js')).headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    );
  });

  test.each([
    ['gzip, br', 'brotli', 'br'],
    ['gzip', 'gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip', 'gzip'],
    ['identity', 'plain', undefined],
  ])('to "%s" it is sent as %s', async (encodings, body, encoding) => {
    const got = await ask('/assets/app-x1.js', encodings);
    expect([got.body, got.headers['content-encoding']]).toEqual([body, encoding]);
    expect(got.headers['content-type']).toMatch(/^text\/javascript/);
    expect(got.headers['vary']).toContain('Accept-Encoding');
  });

  test.each([
    '/assets/gone-x2.js',
    '/missing.png',
    '/..%2fprivate',
    '/../private',
    '/assets/%2e%2e/%2e%2e/private',
  ])('%s is not answered with what it is not', async (path) => {
    const { body } = await ask(path, 'br');
    expect(body).not.toBe('private');
    if (path.includes('.js') || path.includes('.png')) expect(body).toBe('Not Found');
  });

  test('nothing from elsewhere, no inline script, no frame around it', async () => {
    const { headers } = await ask('/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("connect-src 'self' wss://ideas.test");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe|https:(?!\/)|\*/);
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
  });
});
