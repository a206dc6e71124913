import type { SessionStatus } from '@butinerie/collaboration/client';
import { expect, test } from 'vitest';
import { draw } from '../testing/draw.tsx';
import { statusOf, TextStatus } from './text-status.tsx';
import { words } from './words.ts';

const status = (more: Partial<SessionStatus>): SessionStatus => ({
  state: 'live',
  writable: true,
  filled: true,
  unsent: 0,
  kept: true,
  savedAt: null,
  seq: 1,
  generation: 0,
  ...more,
});

test.each([
  [{ state: 'connecting' }, 'saving', 'Connexion…', 'Connecting…'],
  [
    { state: 'connecting', unsent: 2 },
    'saving',
    'Connexion… Ce que vous avez écrit va partir.',
    'Connecting… What you wrote is about to leave.',
  ],
  [{ state: 'resyncing' }, 'saving', 'Resynchronisation…', 'Resynchronising…'],
  [
    { state: 'offline' },
    'offline',
    'Hors ligne. Vous pouvez continuer à écrire.',
    'Offline. You can go on writing.',
  ],
  [
    { state: 'offline', unsent: 1 },
    'offline',
    'Hors ligne. Vous pouvez continuer à écrire : c’est gardé sur cet appareil.',
    'Offline. You can go on writing: it is kept on this device.',
  ],
  [
    { state: 'offline', unsent: 1, kept: false },
    'offline',
    'Hors ligne. Cet appareil ne garde rien : laissez cette page ouverte jusqu’au retour du réseau.',
    'Offline. This device keeps nothing: leave this page open until the network is back.',
  ],
  [
    { state: 'live', unsent: 1, kept: false },
    'saving',
    'Enregistrement… Laissez cette page ouverte.',
    'Saving… Leave this page open.',
  ],
  [
    { state: 'refused' },
    'notSent',
    'Refusé. Votre texte est gardé sur cet appareil, ci-dessus.',
    'Refused. Your text is kept on this device, above.',
  ],
  [
    { state: 'sealed', unsent: 1 },
    'notSent',
    'Texte scellé. Ce qui n’était pas parti est envoyé à part.',
    'Text sealed. What had not left is sent apart.',
  ],
] as const)('[S13] %j is said in two languages', (told, look, fr, en) => {
  const [shown, sentence] = statusOf(status(told));
  if (sentence === null) throw new Error('nothing is said');
  // Typesetting puts no-break spaces where French wants them.
  const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
  expect([shown, plain(words.fr.status[sentence]), plain(words.en.status[sentence])]).toEqual([look, fr, en]);
});

test.each([
  [{ unsent: 0 }, 'saved'],
  [{ unsent: 1 }, 'saving'],
  [{ state: 'sealed' }, 'sealed'],
] as const)('[S13] « enregistré » is said only of what the server has: %j', (told, look) => {
  expect(statusOf(status(told))).toEqual([look, null]);
});

test('[S13] whoever was away is told when all is together again, then the hour as usual', async () => {
  const at = (more: Partial<SessionStatus>) => <TextStatus status={status(more)} />;
  const { page, again } = await draw(at({ state: 'offline', unsent: 1 }));
  expect(page.textContent).toContain('Hors ligne.');
  await again(at({ state: 'connecting', unsent: 1 }));
  await again(at({ savedAt: new Date('2026-10-30T15:59:00Z') }));
  expect(page.textContent).toBe('Synchronisé');
  expect(page.querySelector('[role="status"]')).not.toBeNull();
  await again(at({ unsent: 1, savedAt: new Date('2026-10-30T15:59:00Z') }));
  await again(at({ savedAt: new Date('2026-10-30T15:59:00Z') }));
  expect(page.textContent).toContain('Enregistré à');
});

test('[S13] words that an earlier page had left are said to be together again too', async () => {
  const { page, again } = await draw(<TextStatus status={status({ state: 'connecting', unsent: 1 })} />);
  await again(<TextStatus status={status({})} />);
  expect(page.textContent).toBe('Synchronisé');
});
