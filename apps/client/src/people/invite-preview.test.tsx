import { mintId, type PreviewedRow, type SessionState } from '@butinerie/contracts';
import { beforeEach, expect, test, vi } from 'vitest';
import { draw, named, press, readable, type } from '../testing/draw.tsx';
import { readyRows } from './invitation.ts';
import { InvitePreview } from './invite-preview.tsx';

const rows: PreviewedRow[] = Array.from({ length: 20 }, (_, n) => ({
  row: n + 2,
  name: n === 3 ? '' : `Personne ${n}`,
  directorate: 'Routes',
  mail: n === 5 ? 'nadia' : null,
  reasons: n === 3 ? ['name-missing'] : n === 5 ? ['mail-malformed'] : [],
}));
const me = { id: mintId('person'), name: 'Maud', mail: null, directorate: null, language: 'fr' as const };
const session: Partial<SessionState> = {
  me: { ...me, grants: [{ role: 'moderator', challenge: null, directorate: null }] },
};
const invitations = () =>
  vi
    .mocked(fetch)
    .mock.calls.filter(([address, init]) => address === '/api/people' && init?.method === 'POST')
    .map(
      ([, init]) =>
        JSON.parse(String(init?.body as string)) as { rows: { id: string; name: string }[]; send: boolean },
    );

async function drawPreview() {
  const onInvited = vi.fn<() => void>();
  const list = { format: 'csv', encoding: 'utf-8', source: { pasted: '' }, rows: readyRows(rows) } as const;
  const { page } = await draw(
    <InvitePreview list={list} onAnother={() => undefined} onInvited={onInvited} />,
    {
      session,
    },
  );
  return { page, onInvited };
}

beforeEach(() => {
  vi.stubGlobal(
    'fetch',
    vi.fn(async (address: string, init?: RequestInit) =>
      init?.method === 'POST' && address === '/api/people'
        ? Response.json({ invited: [], mails: 0, withoutMailbox: 0 })
        : Response.json({ people: [] }),
    ),
  );
});

test('good rows leave only on a press that says how many, and the others are left aside', async () => {
  const { page, onInvited } = await drawPreview();
  expect(readable(page)).toContain('18 lignes valables, 2 à corriger. Personne n’est encore invité.');
  expect(readable(page)).toContain('Il manque le nom.');
  expect(invitations()).toHaveLength(0);
  await press(named(page, 'Inviter les 18 lignes valables, laisser les 2 autres'));
  await expect.poll(() => onInvited).toHaveBeenCalledOnce();
  expect(invitations()[0]).toMatchObject({ send: true });
  expect(invitations()[0]?.rows).toHaveLength(18);
  expect(onInvited).toHaveBeenCalledWith(expect.objectContaining({ leftAside: 2 }));
});

test('a row that is mended goes with the others, and the button counts it', async () => {
  const { page } = await drawPreview();
  await type(page.querySelector('input[type=text]'), 'Marie');
  expect(readable(page)).toContain('Corrigée');
  await press(named(page, 'Inviter les 19 lignes valables, laisser l’autre'));
  await expect.poll(() => invitations()).toHaveLength(1);
  expect(invitations()[0]?.rows.map(({ name }) => name)).toContain('Marie');
});
