import {
  mintId,
  type Delivery,
  type DeliveryEvent,
  type IdeaPage,
  type SessionState,
} from '@butinerie/contracts';
import { beforeEach, expect, test, vi } from 'vitest';
import { setServerTime } from '../platform/clock.ts';
import { draw, named, press, readable, type } from '../testing/draw.tsx';
import { DeliveryBlock } from './delivery-block.tsx';

const me = mintId('person');
const session: Partial<SessionState> = {
  me: { id: me, name: 'Paul', mail: null, directorate: null, language: 'fr', grants: [] },
};
const paul = { id: me, name: 'Paul Exemple', directorate: 'Routes' };
const ana = { id: mintId('person'), name: 'Ana Exemple', directorate: 'Solidarités' };
const id = mintId('idea');
const DUE = '2027-04-15';
const REASON =
  'Le marché public des guichets est annulé ; rien ne peut être installé avant l’an prochain, et l’essai perd son sens.';

const happened = (over: Partial<DeliveryEvent>): DeliveryEvent => ({
  type: 'started_unmeasured',
  at: '2027-01-18T10:00:00.000Z',
  by: paul,
  as: 'pilot',
  words: '',
  link: null,
  until: null,
  ...over,
});
const underWay: Delivery = {
  idea: id,
  step: 'under_way',
  startedAt: '2027-01-18T10:00:00.000Z',
  unmeasured: true,
  until: null,
  events: [happened({})],
};
const ideaWith = (acts: readonly string[], delivery: Delivery | null = underWay) =>
  ({
    id,
    dueOn: DUE,
    credits: { originators: [ana], coauthors: [], rebounders: [], carrier: null },
    delivery,
    acts,
  }) as unknown as IdeaPage;

const sent = vi.fn<typeof fetch>();
const refusal = (code: string, facts: object) => () =>
  Response.json(
    { type: `/problems/${code}`, title: '', status: 409, instance: '/', code, ...facts },
    { status: 409, headers: { 'content-type': 'application/problem+json' } },
  );
const answers = (answer: () => Response) => sent.mockImplementation(async () => answer());
const bodies = () =>
  sent.mock.calls
    .filter(([, init]) => init?.method === 'POST')
    .map(([, init]) => JSON.parse(typeof init?.body === 'string' ? init.body : '{}'));
const area = (page: Element) => page.querySelector('textarea');

beforeEach(() => {
  localStorage.clear();
  sent.mockReset();
  answers(refusal('delivery-step', { step: 'hearing', act: 'x' }));
  vi.stubGlobal('fetch', sent);
});

test('[S36] it says how many days are left, and from the first instant of day 91 that the date is passed', async () => {
  const early = { ...session, serverTime: '2027-04-10T10:00:00.000Z' };
  const { page, again } = await draw(<DeliveryBlock idea={ideaWith([])} />, { session: early });
  expect(readable(page)).toContain('Ce qui a changé est à dire le jeudi 15 avril 2027 : encore 5 jours.');
  setServerTime('2027-04-15T21:59:59.000Z');
  await again(<DeliveryBlock idea={ideaWith([])} />);
  expect(readable(page)).not.toContain('est passée');
  setServerTime('2027-04-15T22:00:00.000Z');
  await again(<DeliveryBlock idea={ideaWith([])} />);
  expect(readable(page)).toContain('La date du jeudi 15 avril 2027 est passée');
  expect(readable(page)).toContain('Depuis 1 jour. Que se passe-t-il ?');
});

test('nothing before a directorate has adopted it, and no act but those that are open to the reader', async () => {
  const { page, again } = await draw(<DeliveryBlock idea={ideaWith([], null)} />, { session });
  expect(page.querySelector('section')).toBeNull();
  await again(<DeliveryBlock idea={ideaWith([])} />);
  expect([...page.querySelectorAll('button')]).toEqual([]);
  await again(<DeliveryBlock idea={ideaWith(['offerAgain'], { ...underWay, step: 'abandoned' })} />);
  expect([...page.querySelectorAll('button')].map((button) => button.textContent)).toEqual([
    'La proposer aux autres directions',
  ]);
});

test('whoever leads it begins with an indicator, and is told where none is fixed, or begins without measuring', async () => {
  const toStart: Delivery = { ...underWay, step: 'to_start', startedAt: null, unmeasured: null, events: [] };
  answers(refusal('indicator-missing', { idea: id }));
  const { page } = await draw(<DeliveryBlock idea={ideaWith(['startDelivery'], toStart)} />, { session });
  await press(named(page, 'Commencer, avec un indicateur'));
  expect(readable(page)).toContain('Aucun indicateur n’est fixé, avec son point de départ.');
  await press(named(page, 'Commencer sans mesure'));
  expect(bodies()).toEqual([{ unmeasured: false }, { unmeasured: true }]);
});

test('what shows that it is done is kept through a refusal and a reload; an address that is none is not sent', async () => {
  const block = <DeliveryBlock idea={ideaWith(['proposeDelivered'])} />;
  const { page, again } = await draw(block, { session });
  const send = () => press(named(page, 'Dire que c’est réalisé'));
  await send();
  expect(readable(page)).toContain('Écrivez quelques mots d’abord.');
  await type(area(page), 'Deux guichets sont ouverts.');
  const link = page.querySelector('input');
  await type(link, 'intranet/guichets');
  await send();
  expect(readable(page)).toContain('Cette adresse ne commence pas par https://');
  expect(bodies()).toEqual([]);
  await type(link, 'https://intranet.exemple.fr/guichets');
  await send();
  expect(bodies()).toEqual([
    { note: 'Deux guichets sont ouverts.', link: 'https://intranet.exemple.fr/guichets' },
  ]);
  expect(readable(page)).toContain('Une proposition de renoncer est en cours d’examen.');
  await again(null);
  await again(block);
  expect(area(page)?.value).toBe('Deux guichets sont ouverts.');
  answers(() => Response.json(underWay));
  await send();
  expect(area(page)?.value).toBe('');
  expect(page.querySelector('[role=status]')?.textContent).toContain('C’est enregistré.');
});

test('[S37] a reason too short to be understood is not sent, and stays', async () => {
  const { page } = await draw(<DeliveryBlock idea={ideaWith(['abandonDelivery'])} />, { session });
  await type(area(page), 'Trop tard.');
  await press(named(page, 'Proposer d’y renoncer'));
  expect(bodies()).toEqual([]);
  expect(page.querySelector('[aria-invalid=true]')).not.toBeNull();
  await type(area(page), REASON);
  await press(named(page, 'Proposer d’y renoncer'));
  expect(bodies()).toEqual([{ reason: REASON }]);
  expect(area(page)?.value).toBe(REASON);
});

test('[S37] the reason is read by whoever is heard about it, with who gave it and until when', async () => {
  const reason = happened({ type: 'abandonment_proposed', words: REASON, until: '2027-04-19' });
  const hearing: Delivery = { ...underWay, step: 'hearing', until: '2027-04-19', events: [reason] };
  const { page } = await draw(<DeliveryBlock idea={ideaWith(['answerAbandonment'], hearing)} />, { session });
  const said = readable(page);
  expect(said).toContain('Paul Exemple (pilote) propose de renoncer à l’idée.');
  expect(said).toContain(REASON);
  expect(said).toContain('sont entendus jusqu’au lundi 19 avril 2027');
  await type(area(page), 'Un seul guichet suffirait.');
  answers(() => Response.json(hearing));
  await press(named(page, 'Répondre'));
  expect(bodies()).toEqual([{ text: 'Un seul guichet suffirait.' }]);
});

test('who confirms says what lacks, or confirms in one press', async () => {
  const said = happened({ type: 'delivered_proposed', words: 'Fait.', link: 'https://x.exemple.fr/' });
  const waiting: Delivery = { ...underWay, step: 'to_confirm', until: '2027-04-19', events: [said] };
  const { page } = await draw(<DeliveryBlock idea={ideaWith(['confirmDelivered'], waiting)} />, { session });
  expect(readable(page)).toContain('La balle est chez Ana Exemple');
  expect(page.querySelector('a')?.getAttribute('href')).toBe('https://x.exemple.fr/');
  await press(named(page, 'Dire ce qui manque'));
  expect(readable(page)).toContain('Écrivez ce qui manque : une phrase suffit.');
  await press(named(page, 'Confirmer : c’est réalisé'));
  expect(bodies()).toEqual([{ confirmed: true, reason: '' }]);
});
