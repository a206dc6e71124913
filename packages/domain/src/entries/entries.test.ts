import { expect, test } from 'vitest';
import { STANDINGS } from '../challenges/acts.ts';
import { asked, author, codeOf, grantOf, moderates, moderator1, otherChallenge } from '../testing/cast.ts';
import { enterIdea } from './enter-idea.ts';
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

test('[EN2] a code is read as it was meant, whatever the spaces, the capitals and the signs that look alike', () => {
  const code = spellCode(Uint8Array.from({ length: CODE_BYTES }, (_, n) => n * 7 + 1));
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(readCode(code)).toBe(code);
  expect(readCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
  expect(readCode('oI1l 0O2z 9999')).toBe('0111-002Z-9999');
  for (const wrong of ['', code.slice(0, -1), `${code}0`, 'UUUU-UUUU-UUUU', '{"$gt":""}xx', 'é'.repeat(12)])
    expect(readCode(wrong)).toBeNull();
});
