import { mintId, type SessionState } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { draw, named, press, readable, type } from '../testing/draw.tsx';
import { pretendedNetwork } from '../testing/network.ts';
import { SignInPage } from './sign-in-page.tsx';

const { network, answers, refuses, sent } = pretendedNetwork();
const token = 'k3y-of-more_than-twenty-signs';

test('a link waits for one press: whatever merely opens it, as mail scanners do, spends nothing', async () => {
  const { page } = await draw(<SignInPage />, { at: `/entrer#${token}` });
  expect(network).not.toHaveBeenCalled();
  refuses({ code: 'link-unknown', reason: 'spent' });
  await press(named(page, 'Entrer'));
  expect(sent()).toEqual({ token });
});

test('a spent link says so and offers another', async () => {
  const { page } = await draw(<SignInPage />, { at: `/entrer#${token}` });
  refuses({ code: 'link-unknown', reason: 'spent' });
  await press(named(page, 'Entrer'));
  expect(readable(page)).toContain('Ce lien d’entrée n’est plus valable.');
  expect(named(page, 'Recevoir mon lien')).toBeDefined();
});

test('a link asked for is answered alike for everybody', async () => {
  const { page } = await draw(<SignInPage />, { at: '/entrer' });
  await type(page.querySelector('input[type=email]'), 'awa@exemple.fr');
  answers({ sent: 'if-known' });
  await press(named(page, 'Recevoir mon lien'));
  expect(readable(page)).toContain('Si cette adresse est celle d’une personne invitée');
});

test('a malformed address is told beside its field, and nothing is sent', async () => {
  const { page } = await draw(<SignInPage />, { at: '/entrer' });
  await type(page.querySelector('input[type=email]'), 'awa');
  await press(named(page, 'Recevoir mon lien'));
  expect(page.querySelector('input[type=email]')?.getAttribute('aria-invalid')).toBe('true');
  expect(network).not.toHaveBeenCalled();
});

test('a demonstration offers its roles with one press each; another instance offers none', async () => {
  const person = mintId('person');
  const demonstrationRoles: SessionState['demonstrationRoles'] = [
    { person, name: 'Awa Diop', directorate: 'Routes', part: 'author' },
  ];
  const { page } = await draw(<SignInPage />, { at: '/entrer', session: { demonstrationRoles } });
  expect(readable(page)).toContain('Essayer un rôle');
  refuses({ code: 'not-a-demonstration', instance: 'i' });
  await press(page.querySelector('li button') as HTMLElement);
  expect(sent()).toEqual({ person });
  expect(readable(page)).toContain('Cette instance n’est pas une démonstration.');

  const other = await draw(<SignInPage />, { at: '/entrer' });
  expect(readable(other.page)).not.toContain('Essayer un rôle');
});
