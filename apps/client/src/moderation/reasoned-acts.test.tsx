import { mintId } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { draw, named, press, readable } from '../testing/draw.tsx';
import { ReasonedActs, type ActsAbout } from './reasoned-acts.tsx';

const about: ActsAbout = {
  idea: mintId('idea'),
  comment: null,
  file: null,
  late: null,
  other: null,
  decision: null,
};

test('an act that says why puts whoever chose it into the field for the reason', async () => {
  const { page } = await draw(
    <ReasonedActs challenge={mintId('challenge')} about={about} acts={['welcomeIdea', 'hideIdea']} />,
  );
  const hide = named(page, 'Masquer l’idée');
  hide.focus();
  await press(hide);
  const reason = page.querySelector('textarea');
  expect(readable(page)).toContain('Votre raison');
  expect(document.activeElement).toBe(reason);
  expect(readable(page)).not.toContain('Écrivez une raison');
});
