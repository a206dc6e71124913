import { act, useState } from 'react';
import { expect, test } from 'vitest';
import { draw, named, press } from '../testing/draw.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

function Asking() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Adopter</Button>
      <Dialog title="Adopter cette idée ?" open={open} onClose={() => setOpen(false)}>
        Les noms restent.
      </Dialog>
    </>
  );
}

async function opened() {
  const { page, again } = await draw(<Asking />);
  const opener = named(page, 'Adopter');
  opener.focus();
  await press(opener);
  const dialog = page.querySelector('dialog');
  if (!dialog) throw new Error('no dialog');
  return { page, again, opener, dialog };
}

test('a dialog is named by its title, which takes the focus', async () => {
  const { dialog } = await opened();
  const title = document.getElementById(dialog.getAttribute('aria-labelledby') ?? '');
  expect(title?.textContent).toBe('Adopter cette idée ?');
  expect(document.activeElement).toBe(title);
});

test('Esc asks to close, and the focus goes back to where it came from', async () => {
  const { page, opener, dialog } = await opened();
  await act(async () => dialog.dispatchEvent(new Event('cancel', { cancelable: true })));
  expect(page.querySelector('dialog')).toBeNull();
  expect(document.activeElement).toBe(opener);
});

test('the cross closes it', async () => {
  const { page } = await opened();
  await press(named(page, 'Fermer'));
  expect(page.querySelector('dialog')).toBeNull();
});

test('a press on its content does not close it; one on the ground does', async () => {
  const { page, dialog } = await opened();
  await press(page.querySelector('dialog h2') as HTMLElement);
  expect(page.querySelector('dialog')).not.toBeNull();
  await press(dialog);
  expect(page.querySelector('dialog')).toBeNull();
});

test('a dialog that leaves with its page leaves no error behind when its opener is gone', async () => {
  const { page, again } = await opened();
  await again(<p>Autre page</p>);
  expect(page.textContent).toBe('Autre page');
});
