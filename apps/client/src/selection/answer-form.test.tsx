import { mintId, type Selection, type SelectionEntry, type SessionState } from '@butinerie/contracts';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { draw, named, press, readable, type } from '../testing/draw.tsx';
import { AnswerForm } from './answer-form.tsx';

const me = {
  id: mintId('person'),
  name: 'Maud',
  mail: null,
  directorate: null,
  language: 'fr',
  grants: [],
} as const;
const entry: SelectionEntry = {
  idea: mintId('idea'),
  title: 'Un banc',
  text: 'Un banc à chaque entrée.',
  theme: null,
  answers: [],
  credits: { originators: [], coauthors: [], rebounders: [], carrier: null },
  rebounds: 0,
  supports: 0,
  answer: null,
  linked: false,
};
const board = (version: number, current: SelectionEntry = entry): Selection => ({
  challenge: mintId('challenge'),
  version,
  entries: [current],
  missing: current.answer ? [] : [current.idea],
  proposedBy: null,
  proposedAt: null,
  confirmedBy: null,
  publishedAt: null,
  acts: ['answerIdea'],
});
const by = (name: string) => ({ id: mintId('person'), name, directorate: null });
const session: Partial<SessionState> = { me: { ...me, grants: [] } };
const REASON = 'Cette idée répond à la question posée et tient dans les quatre-vingt-dix jours qui suivent.';

const reply = (body: unknown, status = 200): Response =>
  Response.json(body, {
    status,
    headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' },
  });
const stale = () =>
  reply(
    {
      type: '/problems/stale-version',
      title: '',
      status: 409,
      instance: '/',
      code: 'stale-version',
      current: 9,
    },
    409,
  );

async function drawForm(selection: Selection, current: SelectionEntry = entry) {
  const onSaved = vi.fn<(selection: Selection) => void>();
  const drawn = await draw(
    <AnswerForm selection={selection} entry={current} hasNext={false} onSaved={onSaved} />,
    {
      session,
    },
  );
  const again = (next: SelectionEntry) =>
    drawn.again(<AnswerForm selection={board(9, next)} entry={next} hasNext={false} onSaved={onSaved} />);
  return { page: drawn.page, onSaved, again, reason: () => drawn.page.querySelector('textarea') };
}
const choose = (page: HTMLElement, at: number) =>
  press(page.querySelectorAll<HTMLInputElement>('input[type=radio]')[at]!);

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => reply({}, 500)),
  );
});

describe('the answer to an idea', () => {
  test('counts down to eighty signs and is not sent before', async () => {
    const { page, reason } = await drawForm(board(3));
    expect(readable(page)).toContain('Encore 80 signes, sur 80 au moins.');
    await choose(page, 0);
    await type(reason(), 'Trop court.');
    expect(readable(page)).toContain('Encore 69 signes');
    await press(named(page, 'Enregistrer la réponse'));
    expect(readable(page)).toContain('Écrivez au moins 80 signes. Votre texte est gardé.');
    expect(fetch).not.toHaveBeenCalled();
  });

  test('is found as it was typed when the page is opened again', async () => {
    const first = await drawForm(board(3));
    await choose(first.page, 1);
    await type(first.reason(), 'Parce que');
    const second = await drawForm(board(3));
    expect(second.reason()?.value).toBe('Parce que');
    expect(second.page.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]?.checked).toBe(true);
    expect(readable(second.page)).toContain('Gardée sur cet appareil, pas encore enregistrée.');
  });

  test('an answer to another idea in between is no conflict: it is saved on the newer board', async () => {
    const newer = board(9);
    const saved = board(10, {
      ...entry,
      answer: {
        outcome: 'selected',
        motive: null,
        reason: REASON,
        by: by('Maud'),
        at: '2026-11-02T09:00:00.000Z',
      },
    });
    vi.mocked(fetch)
      .mockResolvedValueOnce(stale())
      .mockResolvedValueOnce(reply(newer))
      .mockResolvedValueOnce(reply(saved));
    const { page, reason, onSaved } = await drawForm(board(3));
    await choose(page, 0);
    await type(reason(), REASON);
    await press(named(page, 'Enregistrer la réponse'));
    await expect.poll(() => onSaved).toHaveBeenCalledOnce();
    const sent = vi
      .mocked(fetch)
      .mock.calls.map(([, init]) => init?.body)
      .filter((body) => typeof body === 'string');
    expect(sent.map((body) => (JSON.parse(body) as { version: number }).version)).toEqual([3, 9]);
    expect(localStorage.length).toBe(1);
  });

  test('an answer to this very idea meanwhile shows both, and the text typed stays', async () => {
    const theirs = {
      ...entry,
      answer: {
        outcome: 'out_of_scope',
        motive: null,
        reason: `${REASON} Non.`,
        by: by('Malo'),
        at: '2026-11-02T09:00:00.000Z',
      },
    } as const;
    const { page, reason, again } = await drawForm(board(3));
    await choose(page, 0);
    await type(reason(), REASON);
    await again(theirs);
    expect(readable(page)).toContain('Malo a répondu à cette idée pendant que vous écriviez');
    expect(readable(page)).toContain(`${REASON} Non.`);
    expect(reason()?.value).toBe(REASON);
    await press(named(page, 'Garder la sienne'));
    expect(reason()?.value).toBe(`${REASON} Non.`);
  });
});
