/** What can be read and seen, measured as WCAG 2.2 does: text 4.5 (1.4.3), shapes 3 (1.4.11). */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sheet = readFileSync(`${import.meta.dirname}/tokens.css`, 'utf8');

const [lightSheet = '', darkSheet = ''] = sheet.split('@media (prefers-color-scheme: dark)');
const colours = (css: string): Map<string, string> =>
  new Map(
    [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]),
  );
const light = colours(lightSheet);
const themes = [
  ['light', light],
  ['dark', new Map([...light, ...colours(darkSheet)])],
] as const;

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Not a number, and so never enough, where a colour is missing. */
const between = (theme: ReadonlyMap<string, string>, ink: string, ground: string): number =>
  contrast(theme.get(ink) ?? '', theme.get(ground) ?? '');

const GROUNDS = ['paper', 'raised', 'sunk'] as const;
const SOFT = ['accent', 'good', 'warning', 'danger'] as const;
const AUTHORS = Array.from({ length: 8 }, (_, at) => `author-${at + 1}`);
const on = (grounds: readonly string[], inks: readonly string[]): [string, string][] =>
  grounds.flatMap((ground) => inks.map((ink): [string, string] => [ink, ground]));

const TEXT = [
  ...on(GROUNDS, ['ink', 'quiet', 'accent', 'accent-strong', 'good', 'warning', 'danger', ...AUTHORS]),
  ...SOFT.flatMap((tone) => on([`${tone}-soft`], [tone, 'ink', 'quiet'])),
  ...on(['accent', 'accent-strong'], ['on-accent']),
  ...on(['danger'], ['on-danger']),
  ...on(['ink'], ['paper']),
];
const SHAPES = [...on(GROUNDS, ['edge', 'accent', 'danger', 'ink'])];

test('both themes name the same colours', () => {
  expect([...colours(darkSheet).keys()].toSorted()).toEqual([...light.keys()].toSorted());
});

test.each(themes)('%s: every text can be read', (_name, theme) => {
  const faint = TEXT.filter(([ink, ground]) => !(between(theme, ink, ground) >= 4.5));
  expect(faint).toEqual([]);
});

test.each(themes)('%s: every edge of a control can be seen', (_name, theme) => {
  const faint = SHAPES.filter(([ink, ground]) => !(between(theme, ink, ground) >= 3));
  expect(faint).toEqual([]);
});

test.each(themes)('%s: the eight authors are of equal lightness, so that none stands out', (_name, theme) => {
  const lights = AUTHORS.map((author) => contrast(theme.get(author) ?? '', theme.get('paper') ?? ''));
  expect(Math.max(...lights) / Math.min(...lights)).toBeLessThan(1.25);
});

test('the measure of contrast itself knows black on white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
