import { readFileSync } from 'node:fs';
import { LANGUAGES, mintId, NOTICE_KINDS } from '@butinerie/contracts';
import { describe, expect, test } from 'vitest';
import { composeMail, escapeHtml, SUBJECT_LIMIT, withoutSecrets } from './compose-mail.ts';
import { blocksOf, subjectOf } from './digest.ts';
import { NOTICE_WORDS } from './mail-words.ts';

const idea = mintId('idea');
const challenge = mintId('challenge');
const ana = mintId('person');
const bo = mintId('person');
const names = new Map([
  [ana, 'Ana Petit'],
  [bo, 'Bo Grand'],
]);
const told = (
  kind: (typeof NOTICE_KINDS)[number],
  actor: typeof ana | null = ana,
  about = 'Éteindre les écrans',
) => ({
  kind,
  challenge,
  idea,
  about,
  actor,
});
const blocks = (notices: Parameters<typeof blocksOf>[0]) =>
  blocksOf(notices, { language: 'fr', names, linkTo: (path) => `https://b.exemple.test${path}` });
const mailOf = (about: string, name = 'Zoé Lefèvre') =>
  composeMail({
    to: 'zoe@exemple.test',
    name,
    language: 'fr',
    subject: subjectOf([told('idea-rebounded', ana, about)], 'fr'),
    blocks: blocks([told('idea-rebounded', ana, about)]),
    footer: ['Pourquoi ce message.'],
  });

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(NOTICE_KINDS)(
    'the subject of %s fits, however many there are, and never quotes the idea',
    (kind) => {
      for (const count of [1, 2, 999]) {
        const { subject } = NOTICE_WORDS[language][kind];
        expect(subject(count).length).toBeLessThanOrEqual(SUBJECT_LIMIT - ' (+999)'.length);
        expect(subjectOf([told(kind), told('challenge-opened')], language)).not.toContain('écrans');
      }
    },
  );
  test.each(NOTICE_KINDS)('a line about %s names the idea', (kind) => {
    const line = NOTICE_WORDS[language][kind].line(
      'THE IDEA',
      { names: 'Ana', several: false },
      { reason: 'Une panne.', until: 'vendredi 30 octobre 2026' },
    );
    expect(line).toContain('THE IDEA');
    expect(line).not.toMatch(/undefined/);
  });
});

test.each(NOTICE_KINDS)('a mail of %s tells the same facts in every language', (kind) => {
  const facts = { names: 'Ana', reason: 'Une panne.', until: 'vendredi 30 octobre 2026' };
  const toldIn = LANGUAGES.map((language) => {
    const line = NOTICE_WORDS[language][kind].line('X', { names: facts.names, several: false }, facts);
    return Object.values(facts).filter((fact) => line.includes(fact));
  });
  expect(new Set(toldIn.map((facts) => facts.join())).size).toBe(1);
});

test('what matters most names the mail, the rest is counted', () => {
  expect(subjectOf([told('idea-rebounded'), told('idea-answered'), told('idea-sealed')], 'fr')).toBe(
    'La réponse à votre idée (+2)',
  );
  expect(subjectOf([told('idea-rebounded'), told('idea-rebounded')], 'fr')).toBe('2 rebonds sur vos idées');
});

test('rebounds on one idea are one line with their names', () => {
  const lines = blocks([
    told('idea-rebounded', ana),
    told('idea-rebounded', bo),
    told('idea-rebounded', ana),
  ]);
  expect(lines.map(({ text }) => text)).toEqual([
    'Ana Petit et Bo Grand ont rebondi sur «\u00a0Éteindre les écrans\u00a0».',
  ]);
});

test('a mail says the same in plain text and in HTML, with the link to the idea', () => {
  const { text, html } = mailOf('Éteindre les écrans');
  for (const part of [text, html]) {
    expect(part).toContain('Bonjour Zoé Lefèvre,');
    expect(part).toContain('Ana Petit a rebondi sur «\u00a0Éteindre les écrans\u00a0».');
    expect(part).toContain(`https://b.exemple.test/idees/${idea}`);
    expect(part).toContain('Pourquoi ce message.');
  }
  expect(html).toContain('<html lang="fr">');
});

test('a mail that waits for an answer leads to the page where it is given', () => {
  const path = (kind: Parameters<typeof told>[0]) => blocks([told(kind)])[0]?.link?.url;
  expect(path('adoption-asked')).toBe(`https://b.exemple.test/idees/${idea}/adopter`);
  expect(path('carrier-offered')).toBe(`https://b.exemple.test/idees/${idea}/porter`);
  expect(path('rebound-taken')).toBe(`https://b.exemple.test/idees/${idea}`);
});

test('a thousand notices do not make an endless mail: the inbox has the rest', () => {
  const many = Array.from({ length: 1_000 }, () => ({ ...told('idea-rebounded'), idea: mintId('idea') }));
  const lines = blocks(many);
  expect(lines).toHaveLength(31);
  expect(lines.at(-1)?.text).toContain('970');
});

/** What a mail client would act on: tags that are not ours, attributes that begin inside a text. */
function expectHarmless(payload: string): void {
  const plain = mailOf('x', 'x').html;
  const tags = (html: string): string[] => html.match(/<[a-z!/][^>]*>/gi) ?? [];
  const { html, subject, to, text } = mailOf(payload, payload);
  expect(tags(html)).toEqual(tags(plain));
  expect(subject + to).not.toMatch(/[\r\n]/);
  // Nobody adds a paragraph to the text either.
  expect(text.split('\n').length).toBe(mailOf('x', 'x').text.split('\n').length);
}

test.each([
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  'Title\r\nBcc: everybody@exemple.test\r\n\r\nBody',
  'a\u2028b\u2029c\u0085d',
])('a title and a name of %j stay text', (payload) => {
  expectHarmless(payload);
});

const dataFolder =
  process.env['BUTINERIE_TEST_DATA'] ?? new URL('../../../../../shared/data', import.meta.url).pathname;
function payloads(): Record<string, { payload: string }[]> | null {
  try {
    return JSON.parse(readFileSync(`${dataFolder}/payloads/payloads.json`, 'utf8'));
  } catch {
    console.warn(`SKIPPED: hostile payloads are not in ${dataFolder}; set BUTINERIE_TEST_DATA`);
    return null;
  }
}
const hostile = payloads();
test.skipIf(hostile === null).each(['html', 'naughty', 'crlf', 'csv-formula'])(
  'every hostile payload of the set %s stays text in a mail',
  (set) => {
    const texts = (hostile?.[set] ?? []).map(({ payload }) => String(payload));
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expectHarmless(text);
  },
);

test('the mail that is kept after sending has lost its tokens', () => {
  const token = 'A-_9'.repeat(11);
  const url = `https://b.exemple.test/entrer?vers=%2Fidees%2Fid_1#${token}`;
  const mail = composeMail({
    to: 'a@b.test',
    name: 'A',
    language: 'en',
    subject: 'S',
    blocks: [{ text: 'T', link: { url, label: 'L' } }],
    footer: [],
  });
  expect(mail.text + mail.html).toContain(token);
  const kept = withoutSecrets(mail);
  expect(kept.text + kept.html).not.toContain(token);
});

test('a subject is cut between characters, never inside one', () => {
  const { subject } = composeMail({
    to: 'a@b.test',
    name: 'A',
    language: 'en',
    subject: '👩'.repeat(80),
    blocks: [],
    footer: [],
  });
  expect(Array.from(subject)).toHaveLength(SUBJECT_LIMIT);
  expect(subject).not.toContain('\ufffd');
  expect(escapeHtml('👩')).toBe('👩');
});
