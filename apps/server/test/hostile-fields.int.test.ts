/**
 * Hostile words in every text field of every route, found in the contract: a route that comes later is tried with the
 * rest, and fails here until a call of it is known or its words are said not to be kept.
 */
import { addressOf, EDGE_FAILURES, failureOf, FILE, resultOf, ROUTES } from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everythingRead, type Said } from './support/every-channel.ts';
import { hostileCalls, newScene, type Call, type Cast } from './support/hostile-calls.ts';
import { hostilePayloads } from './support/payloads.ts';
import { textFieldsOf, withWords, type TextField } from './support/text-fields.ts';
import { openWritingHouse } from './support/writing-house.ts';

/** Always there, whether the test data is or not. */
const OURS = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  '=HYPERLINK("http://x.example","ici")',
  '+33 1 23',
  '@SUM(1+1)',
  '{{7*7}} ${7*7} <%= 7*7 %>',
  "'; DROP TABLE ideas; --",
  '{"$gt":""}',
  '__proto__.admin = true',
  '../../etc/passwd %2e%2e%2f %00',
  'javascript:alert(1)',
  '%s %n %d',
  '\u202erenversé\u202c \u200bcaché',
  'e\u0301 é ﬁ Ⅳ 🦊 👩‍👩‍👧 Ǆ ß İ',
  '[x](javascript:alert(1)) **gras** `code`',
];
const ROWS = [...OURS, ...Object.values(hostilePayloads() ?? {}).flat()].filter(
  (row) => row.trim() !== '' && !/\p{Surrogate}|\p{Cc}/u.test(row),
);
const LONGEST = 3_000;

/** Words that nothing keeps: secrets, codes, searches, a time zone, a list only looked at, a passage that stands already. */
const NOT_KEPT =
  /^(setPassword|signInWith\w+|claimEntry|followEntry|readKiosk|confirmNameChange|findSimilar|findMentionable|previewPeople|listIdeas|listNotes) |\.(timeZone|code|token|instead)$/;
/** A label is made of a file's name, without folders; what tells two imported authors apart is not shown. */
const MADE_OF = /^(attachFile query\.name|importChallenge body\.ideas\.\*\.author\.source)$/;
/** After a closing, in hostile-words.int.test.ts and quotations.int.test.ts; words that take letters alone refuse the rest, in vocabulary.int.test.ts; after a review, in end-of-life.int.test.ts; of what an adopted idea changed, in impact.int.test.ts. */
const HELD_THERE =
  /^(archiveChallenge|answerIdea|adoptIdea|declineAdoption|proposeDelivered|confirmDelivered|abandonDelivery|answerAbandonment|answerQuotation|setVocabulary|defineIndicator|recordMeasurement|recordGain|lowerEvidence|validateIndicator|leaveUnmeasured|concludeMeasure) /;

/** Tried nowhere yet: asked about a sealed idea only, read by data protection officers alone. */
const NOT_TRIED = /^askShredding /;

let turn = 0;
/** Of a name, blanks in a row are one: it stands on one line wherever it comes out. */
const NAME = /\.(name|directorate|organisation)$/;

/** As many rows as fit, from another place in the list each time; no two are the same. */
function hostile(limit: number): string {
  turn += 1;
  const start = `Début ${turn}`;
  let text = start;
  for (let n = 0; n < 200; n += 1) {
    const row = ROWS[(turn * 37 + n) % ROWS.length] ?? '';
    if (Array.from(`${text} ${row} fin.`).length <= limit) text += ` ${row}`;
  }
  return Array.from(`${text} fin.`).length <= limit
    ? `${text} fin.`
    : Array.from(start).slice(0, limit).join('');
}

let cast: Cast;
beforeAll(async () => {
  const house = await openWritingHouse();
  const { server } = house;
  const second = await server.person({ name: 'Sam Exemple', roles: ['moderator'] });
  const officer = await server.person({ name: 'Dalia Exemple', roles: ['dpo'] });
  cast = { ...house, second, officer };
}, 120_000);
afterAll(() => cast?.server.stop());

/** The answer, which is one of the route's, or a problem it declares; never a fault of the server. */
async function send({ route, by, given }: Call) {
  const { body } = given;
  const response = await fetch(by.base + addressOf(route, given), {
    method: route.method,
    headers: { accept: '*/*', cookie: by.cookie(), 'content-type': route.consumes },
    body: route.consumes === FILE ? new Blob([body as Uint8Array<ArrayBuffer>]) : JSON.stringify(body),
  });
  const text = await response.text();
  expect(response.status, `${route.name}: ${text}`).toBeLessThan(500);
  if (!response.ok) {
    const failure = failureOf(JSON.parse(text));
    expect([...EDGE_FAILURES, ...route.failures], `${route.name}: ${text}`).toContain(failure?.code);
  }
  return { result: resultOf(route, { ok: response.ok, text }), text };
}

const withField = (call: Call, { path }: TextField, words: () => string): Call | null => {
  const changed = withWords(call.given, path, words);
  return changed === null ? null : { ...call, given: changed.value as Call['given'] };
};

interface Kept {
  readonly field: string;
  readonly text: string;
}

/** The same call with hostile words wherever it takes words, and what they are. */
function hostileCall(call: Call, fields: readonly TextField[], limits: ReadonlyMap<string, number>) {
  const words: Kept[] = [];
  const hit: string[] = [];
  let changed = call;
  for (const field of fields) {
    const limit = Math.min(LONGEST, limits.get(field.name) ?? LONGEST, field.limit ?? LONGEST);
    const next = withField(changed, field, () => {
      const made = NAME.test(field.name) ? hostile(limit).replace(/\s+/g, ' ') : hostile(limit);
      if (!MADE_OF.test(field.name)) words.push({ field: field.name, text: made });
      return made;
    });
    if (next === null) continue;
    changed = next;
    hit.push(field.name);
  }
  return { changed, words, hit };
}

test('in every text field of every route: kept as typed, read as typed, too long is a problem that says so, mails are words', async () => {
  const scene = newScene();
  const tried = new Set<string>();
  const kept = new Map<string, readonly Kept[]>();
  const answered = new Map<string, string>();
  for await (const call of hostileCalls(cast, scene)) {
    const { name } = call.route;
    const fields = textFieldsOf(call.route).filter((field) => !NOT_KEPT.test(field.name));
    for (const field of fields) {
      // No contract leaves words without a limit.
      expect(field.limit, field.name).not.toBeNull();
      const over = withField(call, field, () => 'x'.repeat((field.limit ?? 0) + 1));
      if (over === null) continue;
      const { result } = await send(over);
      expect([field.name, result.ok]).toEqual([field.name, false]);
    }
    // A limit that is the domain's is said by its refusal, and what fits is then taken.
    const limits = new Map<string, number>();
    for (let attempt = 0; ; attempt += 1) {
      const { changed, words, hit } = hostileCall(call, fields, limits);
      expect(hit.length, `${name} was given no words`).toBeGreaterThan(0);
      const { result, text } = await send(changed);
      for (const each of hit) tried.add(each);
      if (result.ok) {
        kept.set(name, words);
        answered.set(name, text);
        break;
      }
      const { failure } = result;
      expect(failure.code, `${name}: ${text}`).toMatch(/-too-long$/);
      expect(attempt).toBeLessThan(3);
      const limit = 'limit' in failure && typeof failure.limit === 'number' ? failure.limit : 0;
      const ofTitle = failure.code === 'title-too-long';
      for (const { name: field } of fields)
        if (field.endsWith('.title') === ofTitle) limits.set(field, limit);
    }
  }
  const every = ROUTES.flatMap(textFieldsOf).map((field) => field.name);
  expect(
    every.filter(
      (field) =>
        !tried.has(field) && !NOT_KEPT.test(field) && !HELD_THERE.test(field) && !NOT_TRIED.test(field),
    ),
  ).toEqual([]);

  const { server, author, colleague, reader, moderator, second, officer } = cast;
  const readers = { author, colleague, reader, moderator, second, officer, admin: server.administrator };
  const about = { ...scene, words: [], size: 0 };
  const said = await everythingRead(server, readers, about);
  const elsewhere = { ...about, challenge: scene.imported, ideas: [], notes: [], attachments: [] };
  const imported = await everythingRead(server, { admin: server.administrator }, elsewhere);
  expect(unread(kept, answered, new Map([...said, ...imported]))).toEqual([]);

  for (let day = 0; day < 3; day += 1) {
    server.clock.advance(24 * 3_600_000);
    await server.app.mailSettled();
  }
  const mails = server.mails.filter(({ text }) => /Début \d/.test(text));
  expect(mails.length).toBeGreaterThan(5);
  for (const { html, subject } of mails) {
    expect(html).not.toMatch(/<(script|img|iframe|svg|object|embed|form|input|style\s)/i);
    expect(html).not.toMatch(/<[^>]+\son\w+\s*=/i);
    expect(html).not.toMatch(/<[^>]+\shref\s*=\s*["']?\s*(javascript|data|vbscript):/i);
    expect(subject).not.toMatch(/[\r\n]/);
  }
}, 240_000);

/** Words that no answer and no page gives back as they were typed. */
function unread(
  kept: ReadonlyMap<string, readonly Kept[]>,
  answered: ReadonlyMap<string, string>,
  said: Said,
): string[] {
  const pages = [...said.values()].join('\n');
  return [...kept].flatMap(([name, words]) =>
    words
      .filter(({ text }) => {
        const written = JSON.stringify(text).slice(1, -1);
        return !(answered.get(name) ?? '').includes(written) && !pages.includes(written);
      })
      .map(({ field, text }) => `${field}: ${text.slice(0, 60)}`),
  );
}
