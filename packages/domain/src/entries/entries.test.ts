import { mintId, type FormField } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { STANDINGS } from '../challenges/acts.ts';
import { asked, author, codeOf, grantOf, moderates, moderator1, otherChallenge } from '../testing/cast.ts';
import { NO_PARTICULARS } from '../ideas/particulars.ts';
import { enterIdea, enterParticulars } from './enter-idea.ts';
import { CODE_BYTES, readCode, spellCode } from './entry-code.ts';

const words = { title: 'Un volet', text: 'Fermons-le la nuit.' };

test('[EN1] a moderator of the challenge enters an idea for somebody while ideas are published, nobody else', () => {
  const entering = STANDINGS.filter((phase) => enterIdea(words, asked(phase, moderator1, moderates)).ok);
  expect(entering).toEqual(['ideation']);
  expect(codeOf(enterIdea(words, asked('ideation', author)))).toBe('not-allowed');
  const elsewhere = grantOf('moderator', { challenge: otherChallenge });
  expect(codeOf(enterIdea(words, asked('ideation', moderator1, elsewhere)))).toBe('not-allowed');
  expect(codeOf(enterIdea(words, asked('ideation', moderator1, grantOf('admin'))))).toBe('not-allowed');
});

test('[EN1] the words are measured as those of every idea', () => {
  const entered = (change: Partial<typeof words>) =>
    codeOf(enterIdea({ ...words, ...change }, asked('ideation', moderator1, moderates)));
  expect(entered({ title: ' ' })).toBe('title-missing');
  expect(entered({ text: '' })).toBe('text-missing');
  expect(entered({ title: 'x'.repeat(91) })).toBe('title-too-long');
  expect(entered({ text: 'x'.repeat(1_501) })).toBe('text-too-long');
});

test('[EN3] an entry gives the theme and the answers that its challenge asks for', () => {
  const theme = mintId('theme');
  const field: FormField = {
    id: mintId('field'),
    kind: 'short',
    fr: 'Où ?',
    en: '',
    helpFr: '',
    helpEn: '',
    required: true,
    limit: 20,
    options: [],
    retired: false,
  };
  const asks = { themes: [{ id: theme, retired: false }], fields: [field] };
  const answers = (...values: string[]) => [{ field: field.id, values }];
  expect(enterParticulars(asks, NO_PARTICULARS)).toMatchObject({
    failure: { code: 'particulars-missing', theme: true, fields: [field.id] },
  });
  expect(codeOf(enterParticulars(asks, { theme, answers: answers(' ') }))).toBe('particulars-missing');
  expect(codeOf(enterParticulars(asks, { theme, answers: answers('x'.repeat(21)) }))).toBe('answer-too-long');
  expect(codeOf(enterParticulars(asks, { theme: mintId('theme'), answers: answers('Au dépôt') }))).toBe(
    'not-found',
  );
  const given = { theme, answers: answers('Au dépôt') };
  expect(enterParticulars(asks, given)).toEqual({ ok: true, value: given });
  expect(codeOf(enterParticulars({ themes: [], fields: [] }, NO_PARTICULARS))).toBe('ok');
});

test('[EN2] a code is read as it was meant, whatever the spaces, the capitals and the signs that look alike', () => {
  const code = spellCode(Uint8Array.from({ length: CODE_BYTES }, (_, n) => n * 7 + 1));
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(readCode(code)).toBe(code);
  expect(readCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
  expect(readCode('oI1l 0O2z 9999')).toBe('0111-002Z-9999');
  for (const wrong of ['', code.slice(0, -1), `${code}0`, 'UUUU-UUUU-UUUU', '{"$gt":""}xx', 'é'.repeat(12)])
    expect(readCode(wrong)).toBeNull();
});
