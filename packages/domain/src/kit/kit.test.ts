import { expect, test } from 'vitest';
import {
  answersForRoads,
  asked,
  codeOf,
  colleague,
  grantOf,
  moderates,
  moderator1,
  roads,
  sponsor,
} from '../testing/cast.ts';
import { actsOnKit, maySeeKit, saveKitText, signCommitment } from './kit.ts';

const writes = asked('draft', moderator1, moderates);
const signs = asked('scheduled', sponsor, answersForRoads);

test('[KI1] moderators write the texts of the kit, on the version they read; the commitment only before the opening', () => {
  expect(saveKitText(0, { name: 'commitment', version: 0 }, writes)).toMatchObject({ value: { version: 1 } });
  expect(saveKitText(2, { name: 'poster', version: 1 }, writes)).toMatchObject({
    failure: { code: 'stale-version', current: 2 },
  });
  expect(codeOf(saveKitText(0, { name: 'poster', version: 0 }, asked('draft', colleague)))).toBe(
    'not-allowed',
  );
  const open = asked('ideation', moderator1, moderates);
  expect(codeOf(saveKitText(1, { name: 'commitment', version: 1 }, open))).toBe('challenge-phase');
  expect(codeOf(saveKitText(1, { name: 'lastDays', version: 1 }, open))).toBe('ok');
});

test('[KI2] a sponsor signs the commitment as it reads now, for the directorates she answers for', () => {
  expect(signCommitment(3, 3, signs)).toMatchObject({ value: { directorates: [roads] } });
  expect(codeOf(signCommitment(3, 2, signs))).toBe('stale-version');
  expect(codeOf(signCommitment(0, 0, signs))).toBe('text-missing');
  expect(codeOf(signCommitment(3, 3, asked('scheduled', moderator1, moderates)))).toBe('not-allowed');
  expect(codeOf(signCommitment(3, 3, asked('deliberation', sponsor, answersForRoads)))).toBe(
    'challenge-phase',
  );
});

test('[KI3] the kit is read by those who prepare, sign or check; it lists what they may do', () => {
  expect(maySeeKit(writes.by, writes.challenge)).toBe(true);
  expect(maySeeKit(asked('draft', colleague, grantOf('dpo')).by, writes.challenge)).toBe(true);
  expect(maySeeKit(asked('draft', colleague).by, writes.challenge)).toBe(false);
  expect(actsOnKit(writes, 0)).toEqual(['saveKitText', 'writeCommitment']);
  expect(actsOnKit(signs, 1)).toEqual(['signCommitment']);
  expect(actsOnKit(signs, 0)).toEqual([]);
});
