import { mintId, NO_VOCABULARY, type IdeaPage, type SessionState } from '@butinerie/contracts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetDraft, keepDraft, keptDraft, keptDrafts, type KeptDraft } from './draft-store.ts';
import { recoveredDrafts } from '../platform/recovered-drafts.ts';
import { publishDraft, sendDraft, sendWaitingDrafts } from './send-draft.ts';
import { takeUp } from './use-draft.ts';

const person = mintId('person');
const draft = (change: Partial<KeptDraft> = {}): KeptDraft => ({
  idea: mintId('idea'),
  person,
  challenge: mintId('challenge'),
  title: 'Un titre',
  text: 'Deux phrases.',
  parents: [],
  grownFrom: null,
  typedAt: 1_000,
  savedAt: null,
  dirty: true,
  publishing: false,
  ...change,
});
const page = ({ idea, challenge, title, text }: KeptDraft): IdeaPage => ({
  id: idea,
  challenge,
  state: 'published',
  title,
  text,
  theme: null,
  answers: [],
  credits: { originators: [], coauthors: [], rebounders: [], carrier: null },
  authorToConfirm: false,
  adoptedBy: null,
  dueOn: null,
  publishedAt: '2026-10-14T08:00:00.000Z',
  savedAt: '2026-10-14T08:00:00.000Z',
  underPseudonym: false,
  pseudonym: null,
  mine: 'originator',
  supported: false,
  supports: null,
  openTo: 'invited',
  requests: [],
  rebounds: [],
  contributions: [],
  parents: [],
  children: [],
  seal: null,
  late: [],
  withdrawal: null,
  answer: null,
  adoption: null,
  delivery: null,
  declines: [],
  acts: [],
});

const asked: string[] = [];
let reply: (method: string, path: string) => Response | Error;
const json = (value: unknown, status = 200): Response =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });
const savedAt = '2026-10-14T08:00:00.000Z';

beforeEach(() => {
  localStorage.clear();
  asked.length = 0;
  vi.stubGlobal('fetch', async (path: string, { method }: { method: string }) => {
    asked.push(`${method} ${path.split('/').pop() ?? ''}`);
    const answer = reply(method, path);
    if (answer instanceof Error) throw answer;
    return answer;
  });
});
afterEach(() => vi.unstubAllGlobals());
const saves = (kept: KeptDraft) => json({ idea: kept.idea, savedAt, titleLength: 8, textLength: 13 });

test('drafts are kept for one person, the latest first, and forgotten when asked', () => {
  const [older, newer] = [draft(), draft({ typedAt: 2_000 })];
  keepDraft(older);
  keepDraft(newer);
  keepDraft(draft({ person: mintId('person') }));
  expect(keptDrafts(person).map(({ idea }) => idea)).toEqual([newer.idea, older.idea]);
  forgetDraft(person, newer.idea);
  expect(keptDrafts(person)).toEqual([older]);
});

test('what somebody put into the storage by hand is not taken for a draft', () => {
  localStorage.setItem(`butinerie.draft.${person}.x`, '{"idea":1}');
  localStorage.setItem(`butinerie.draft.${person}.y`, 'not json');
  expect(keptDrafts(person)).toEqual([]);
});

test('where the browser forbids storage the page still remembers', () => {
  const kept = draft();
  const forbid = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('quota');
  });
  keepDraft(kept);
  forbid.mockRestore();
  expect(keptDraft(person, kept.idea)).toEqual(kept);
  forgetDraft(person, kept.idea);
});

test('[S4] the later words win: those of this device, or those saved from another one since', () => {
  const kept = draft({ typedAt: Date.parse(savedAt), text: 'ici' });
  keepDraft(kept);
  const start = (at: string) => ({ ...kept, text: 'ailleurs', savedAt: at });
  expect(takeUp(start('2026-10-14T07:00:00.000Z')).text).toBe('ici');
  expect(takeUp(start('2026-10-14T09:00:00.000Z')).text).toBe('ailleurs');
});

test('a save marks as saved only what it carried', async () => {
  const kept = draft();
  keepDraft(kept);
  reply = () => {
    keepDraft({ ...kept, text: 'Deux phrases. Et une.' });
    return saves(kept);
  };
  expect(await sendDraft(kept)).toMatchObject({ ok: true, value: { dirty: true, savedAt } });
  expect(keptDraft(person, kept.idea)).toMatchObject({ text: 'Deux phrases. Et une.', dirty: true });
});

test('two saves at once are one request: the second finds nothing left to save', async () => {
  const kept = draft();
  keepDraft(kept);
  reply = () => saves(kept);
  await Promise.all([sendDraft(kept), sendDraft(kept)]);
  expect(asked).toEqual(['PUT draft']);
});

test('a save that waited behind the publication is not sent any more', async () => {
  const kept = draft();
  keepDraft(kept);
  reply = (method) => (method === 'PUT' ? saves(kept) : json(page(kept)));
  await Promise.all([publishDraft(kept), sendDraft(kept)]);
  expect(asked.filter((line) => line.startsWith('P'))).toEqual(['PUT draft', 'POST publication']);
  expect(keptDraft(person, kept.idea)).toBeNull();
});

test('[S5] without a network a publication waits on the device, and leaves once', async () => {
  const kept = draft();
  keepDraft(kept);
  reply = () => new TypeError('network');
  expect(await publishDraft(kept)).toMatchObject({ failure: { code: 'offline' } });
  const waiting = keptDraft(person, kept.idea);
  expect(waiting).toMatchObject({ publishing: true, text: kept.text });
  asked.length = 0;
  reply = (method) => (method === 'PUT' ? saves(kept) : json(page(kept)));
  expect(await publishDraft(waiting ?? kept)).toMatchObject({ ok: true });
  expect(asked.filter((line) => line.startsWith('P'))).toEqual(['PUT draft', 'POST publication']);
  expect(keptDraft(person, kept.idea)).toBeNull();
});

test('a refusal keeps every word and stops asking', async () => {
  const kept = draft({ text: 'x'.repeat(3_000) });
  keepDraft(kept);
  const problem = {
    type: '/problems/text-too-long',
    title: '',
    status: 422,
    instance: '/',
    code: 'text-too-long',
    limit: 1_500,
    length: 3_000,
  };
  reply = (method) => (method === 'PUT' ? saves(kept) : json(problem, 422));
  expect(await publishDraft(kept)).toMatchObject({ failure: { code: 'text-too-long', length: 3_000 } });
  expect(keptDraft(person, kept.idea)).toMatchObject({ publishing: false, text: kept.text });
});

test('what is typed while the publication is on its way comes back on the page of the idea', async () => {
  const kept = draft();
  keepDraft(kept);
  reply = (method) => {
    if (method === 'PUT') return saves(kept);
    keepDraft({ ...kept, text: 'Deux phrases. Et une troisième.', dirty: true });
    return json(page(kept));
  };
  expect(await publishDraft(kept)).toMatchObject({ ok: true });
  expect(keptDraft(person, kept.idea)).toBeNull();
  expect(recoveredDrafts(person, kept.idea)).toMatchObject([{ text: 'Deux phrases. Et une troisième.' }]);
});

test('so does what was typed on another device in a draft that is published since; without such words nothing does', async () => {
  const kept = draft({ text: 'Écrit dans le train.', savedAt });
  keepDraft(kept);
  const problem = {
    type: '/problems/idea-state',
    title: '',
    status: 409,
    instance: '/',
    code: 'idea-state',
    state: 'published',
    act: 'saveDraft',
  };
  const session: SessionState = {
    me: { id: person, name: 'Ana', mail: null, directorate: null, language: 'fr', grants: [] },
    serverTime: savedAt,
    protocol: 1,
    instance: {
      id: 'i',
      name: 'Essai',
      demonstration: false,
      embeddedDatabase: false,
      mailPage: false,
      vocabulary: NO_VOCABULARY,
    },
    demonstrationRoles: [],
  };
  reply = (method) => (method === 'GET' ? json(session) : json(problem, 409));
  const stop = sendWaitingDrafts();
  await expect.poll(() => recoveredDrafts(person, kept.idea)).toHaveLength(1);
  expect(recoveredDrafts(person, kept.idea)[0]?.text).toBe('Écrit dans le train.');
  expect(keptDraft(person, kept.idea)).toBeNull();
  stop();
});
