import { expect, test } from 'vitest';
import { calendarFile, foldLine } from './calendar.ts';

const file = calendarFile({
  url: 'https://butinerie.example/defis/ch_1',
  stamp: new Date('2026-10-01T08:00:00Z'),
  description: 'Une question, des idées ; à vous',
  dates: [
    {
      uid: 'ch_1-closes@butinerie',
      at: new Date('2026-10-30T16:00:00Z'),
      summary: 'Fermeture du défi, 17 h',
    },
  ],
});

test('the closing of a winter-time challenge is written as its instant', () => {
  expect(file).toContain('DTSTART:20261030T160000Z\r\n');
});
test('commas, semicolons and line breaks in a text cannot make a new property', () => {
  expect(file).toContain('SUMMARY:Fermeture du défi\\, 17 h\r\n');
  expect(file).toContain('des idées \\; à vous');
  const hostile = calendarFile({
    url: 'https://x.example',
    stamp: new Date(0),
    description: 'a\r\nATTACH:http://127.0.0.1:9/x',
    dates: [{ uid: '1', at: new Date(0), summary: 's' }],
  });
  expect(hostile).not.toMatch(/^ATTACH/m);
});
test('long lines are folded at 75 octets without cutting a character', () => {
  const folded = foldLine(`SUMMARY:${'é'.repeat(100)}`);
  for (const line of folded.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(folded.replace(/\r\n /g, '')).toBe(`SUMMARY:${'é'.repeat(100)}`);
});
