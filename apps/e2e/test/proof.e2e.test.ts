/** Proof in people's hands: what is downloaded is checked from the disk, with the network cut. */
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  listReceipts,
  mintId,
  readExtension,
  readReceipt,
  readVerificationKeys,
  reboundOnIdea,
  type IdeaId,
} from '@butinerie/contracts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from '../src/accessibility.ts';
import { visit } from '../src/page.ts';
import { AT, publishedIdea } from './support/challenge.ts';
import { openStory, type Story } from './support/story.ts';

const TITLE = 'Éteindre les écrans la nuit';

let story: Story;
let idea: IdeaId;
let disk: string;
/** The author's receipt of her proposal, as it was before others acted. */
let receipt: string;

beforeAll(async () => {
  story = await openStory();
  disk = await mkdtemp(join(tmpdir(), 'butinerie-kept-'));
  const { instance, author, challenge } = story;
  instance.clock.set(AT.open);
  idea = await publishedIdea(author, challenge, { title: TITLE, text: 'Une minuterie par étage.' });
  const { receipts } = await author.expect(listReceipts);
  const n = receipts.find(({ kind }) => kind === 'idea.proposed')?.n ?? -1;
  receipt = await author.expect(readReceipt, { params: { n } });
});
afterAll(async () => {
  await story?.close();
  if (disk) await rm(disk, { recursive: true, force: true });
});

/** The page people keep, opened from the disk by a browser without any network. */
async function openKept(path: string, locale: 'fr-FR' | 'en-GB' = 'fr-FR') {
  const seen = await visit(story.browser, { width: 360, locale });
  await seen.context.setOffline(true);
  const asked: string[] = [];
  seen.page.on('request', (request) => {
    if (!request.url().startsWith('file:')) asked.push(request.url());
  });
  await seen.page.goto(pathToFileURL(path).href);
  return { ...seen, asked };
}

async function give(page: Page, ...texts: string[]): Promise<void> {
  for (const text of texts)
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'kept.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
}

test('the verifier downloaded beside a receipt judges it from the disk, offline, in both languages', async () => {
  const { author, colleague } = story;
  const { page, context, faults } = await story.seat(author, { width: 360 });
  await page.goto('/mes-credits');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Télécharger le vérificateur' }).first().click(),
  ]);
  expect(download.suggestedFilename()).toBe('butinerie-verifier.html');
  const kept = join(disk, 'butinerie-verifier.html');
  await copyFile(await download.path(), kept);
  expect(faults).toEqual([]);
  await context.close();

  await colleague.expect(reboundOnIdea, {
    params: { idea },
    body: { id: mintId('rebound'), text: 'Aux Routes, une minuterie suffit.' },
  });
  const from = Number(/\n\n\S+\n(\d+)\n/.exec(receipt.slice(receipt.indexOf('tlog-proof')))?.[1]);
  const state = await author.expect(readExtension, { params: { from } });

  const alone = await openKept(kept);
  await give(alone.page, receipt, state);
  await alone.page.getByText('Ce reçu tient.').waitFor();
  await alone.page
    .getByText(/au plus tard le .* «\sÉteindre les écrans la nuit\s», depuis le compte de Ana/)
    .waitFor();
  await alone.page.getByText('n’a pas été modifié depuis dans le registre').waitFor();
  await alone.page.getByRole('heading', { name: 'Ce que cela ne prouve pas' }).waitFor();
  expect(await accessibilityFaults(alone.page)).toEqual([]);
  await alone.page.getByRole('button', { name: 'English' }).click();
  await alone.page.getByText('This receipt holds.').waitFor();
  expect(alone.asked).toEqual([]);
  expect(alone.faults).toEqual([]);
  await alone.context.close();
});

test('[T36] [T37] from the disk, an altered receipt does not hold and a stranger’s key is not believed', async () => {
  const kept = join(disk, 'butinerie-verifier.html');
  const { page, context, faults } = await openKept(kept, 'en-GB');
  const field = page.getByRole('textbox', { name: 'The receipt' });
  await field.fill(receipt);
  // Only by the key it names: whole, and the key is still to be compared.
  await page.getByText('This receipt is whole.').waitFor();
  await page.getByText('One thing is left to compare: the key').waitFor();
  const key = (await story.author.expect(readVerificationKeys)).trim();
  await page.getByRole('textbox', { name: /^The public key/ }).fill(key);
  await page.getByText('This receipt holds.').waitFor();
  await field.fill(receipt.replace('Ana Exemple', 'Eva Exemple'));
  await page.getByText('This receipt does not hold.').waitFor();
  await field.fill(receipt);
  await page
    .getByRole('textbox', { name: /^The public key/ })
    .fill(key.replace(/\+[^+]+\+/, (id) => (id === '+00000000+' ? '+11111111+' : '+00000000+')));
  await page.getByText('This receipt does not hold.').waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test('nothing else runs in the verifier and nothing leaves it: its own policy says so', async () => {
  const kept = join(disk, 'butinerie-verifier.html');
  const tampered = join(disk, 'tampered.html');
  const page = await readFile(kept, 'utf8');
  expect(page).toMatch(
    /Content-Security-Policy" content="default-src 'none'; script-src 'sha256-[^']+'; style-src/,
  );
  expect(page).not.toMatch(/<(script|link|img|iframe)[^>]+(src|href)=/);
  await writeFile(tampered, page.replace('<script>', '<script>document.title="taken";'));
  const { page: opened, context } = await openKept(tampered);
  expect(await opened.title()).toContain('Vérifier un reçu');
  expect(await opened.getByRole('heading').count()).toBe(0);
  await context.close();
});

test('a certificate is printed from what the browser checked: words, names, code, and no right that it gives', async () => {
  const { author } = story;
  const { page, context, faults } = await story.seat(author, { width: 360 });
  await page.goto('/mes-credits');
  await page.getByRole('link', { name: 'Certificat le reçu « Vous avez proposé cette idée »' }).click();
  await page
    .getByText(
      /Ce certificat atteste que, au plus tard le .*la proposition «\sÉteindre les écrans la nuit\s», déposée depuis le compte de Ana Exemple, Direction des Solidarités/,
    )
    .waitFor();
  await page.getByText('ne confère ni ne transfère aucun droit de propriété intellectuelle').waitFor();
  const code = page.getByRole('img', { name: 'Le reçu de cet acte' });
  expect(await code.evaluate((img: HTMLImageElement) => img.naturalWidth > 0)).toBe(true);
  await page.getByText('Ont rebondi').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: 'Imprimer' }).isVisible()).toBe(false);
  expect(await page.getByText('Ce certificat atteste').isVisible()).toBe(true);
  expect(faults).toEqual([]);
  await context.close();
});
