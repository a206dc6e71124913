import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { openBrowser } from './browser.ts';
import { visit } from './page.ts';

const PAGE = `<!doctype html><html lang="fr"><head><title>Essai</title></head>
<body><main><h1>Une idée à plusieurs mains</h1>
<p style="font:80px/1 sans-serif;margin:0">été</p>
<button onclick="this.textContent='Rebondi'">Rebondir</button></main></body></html>`;

let browser: Browser;
let http: Server;
let baseUrl: string;

beforeAll(async () => {
  http = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.statusCode = request.url === '/' ? 200 : 404;
    response.end(
      request.url === '/faulty' ? '<img src="/x"><script>throw new Error("cassé")</script>' : PAGE,
    );
  });
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  baseUrl = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  http?.close();
});

test('a page of a local server opens, answers a click and keeps its language', async () => {
  const { context, page, faults } = await visit(browser, { baseUrl });
  await page.goto('/');
  await page.getByRole('button', { name: 'Rebondir' }).click();
  expect(await page.getByRole('button').textContent()).toBe('Rebondi');
  expect(await page.evaluate(() => navigator.language)).toBe('fr-FR');
  expect(faults.filter((fault) => !fault.includes('favicon'))).toEqual([]);
  await context.close();
});

test('text is drawn, not left blank for want of a font', async () => {
  const { context, page } = await visit(browser, { baseUrl });
  await page.goto('/');
  const words = page.locator('p');
  const drawn = await words.screenshot();
  await words.evaluate((element) => {
    element.style.color = 'transparent';
  });
  expect(drawn.equals(await words.screenshot())).toBe(false);
  await context.close();
});

test('a script error on a page is kept for the journey to see', async () => {
  const { context, page, faults } = await visit(browser, { baseUrl });
  await page.goto('/faulty');
  expect(faults).toContain('cassé');
  await context.close();
});

test('two visits share neither cookies nor storage', async () => {
  const [one, other] = [await visit(browser, { baseUrl }), await visit(browser, { baseUrl })];
  await one.page.goto('/');
  await other.page.goto('/');
  await one.page.evaluate(() => {
    document.cookie = 'who=one';
    localStorage.setItem('who', 'one');
  });
  expect(await other.page.evaluate(() => [document.cookie, localStorage.getItem('who')])).toEqual(['', null]);
  await one.context.close();
  await other.context.close();
});

test('axe names a fault on a page that has one and nothing on a sound page', async () => {
  const { context, page } = await visit(browser, { baseUrl });
  await page.goto('/');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.evaluate(() => document.documentElement.removeAttribute('lang'));
  expect((await accessibilityFaults(page)).join()).toContain('html-has-lang');
  await context.close();
});

test('a browser asked for by name that does not start is refused in one sentence', async () => {
  const before = process.env['CHROMIUM_PATH'];
  process.env['CHROMIUM_PATH'] = '/nowhere/chromium';
  try {
    await expect(openBrowser()).rejects.toThrow(/No Chromium starts here: install one .*CHROMIUM_PATH/);
  } finally {
    if (before === undefined) delete process.env['CHROMIUM_PATH'];
    else process.env['CHROMIUM_PATH'] = before;
  }
});
