import { listMails } from '@butinerie/contracts';
import { act } from 'react';
import { expect, test, vi } from 'vitest';
import { useRead } from '../platform/query.ts';
import { draw, named, press, readable } from '../testing/draw.tsx';
import { pretendedNetwork } from '../testing/network.ts';
import { ReadPage } from './read-page.tsx';
import { Page } from './page.tsx';

const PATIENCE = { timeout: 10_000 };
const { answers, refuses } = pretendedNetwork();

function Mails() {
  return (
    <ReadPage read={useRead(listMails, {})}>{({ mails }) => <Page title={`${mails.length}`} />}</ReadPage>
  );
}
async function opened() {
  const { page } = await draw(<Mails />);
  const heading = () => readable(page.querySelector('h1'));
  await act(async () => vi.waitFor(() => expect(heading()).not.toBe(''), PATIENCE));
  return { page, heading };
}
const pressed = (page: Element) => [...page.querySelectorAll('button, a')].map(readable);

test('a page that a role does not open says so under a heading, and leads home instead of asking again', async () => {
  refuses({ code: 'not-allowed', act: 'listMails', why: 'moderators-and-administrators' });
  const { page, heading } = await opened();
  expect(heading()).toBe('Cette page ne vous est pas ouverte');
  expect(pressed(page)).toEqual(['Revenir à l’accueil']);
  expect(page.querySelector('a')?.getAttribute('href')).toBe('/');
});

test('a page that did not come has a heading, a way home and a way to ask again', async () => {
  refuses({ code: 'unexpected', incident: 'i1' });
  const { page, heading } = await opened();
  expect(heading()).toBe('Cette page n’est pas arrivée');
  expect(pressed(page)).toEqual(['Revenir à l’accueil', 'Réessayer']);
  answers({ mails: [] });
  await press(named(page, 'Réessayer'));
  await act(async () => vi.waitFor(() => expect(heading()).toBe('0'), PATIENCE));
});
