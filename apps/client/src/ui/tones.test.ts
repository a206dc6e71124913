/** The tones of any colour, measured against the grounds they stand on: text 4.5 (1.4.3), shapes 3 (1.4.11). */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { luminanceOf, tonesOf, type Tones } from './tones.ts';

const sheet = readFileSync(`${import.meta.dirname}/tokens.css`, 'utf8');
const [lightSheet = '', darkSheet = ''] = sheet.split('@media (prefers-color-scheme: dark)');
const colours = (css: string): ReadonlyMap<string, string> =>
  new Map([...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', hex = '']) => [name, hex]));
const GROUNDS = { light: colours(lightSheet), dark: colours(darkSheet) };

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Round the wheel, from grey to full, from black to white. */
function* wheel(): Generator<string> {
  for (let hue = 0; hue < 360; hue += 4)
    for (const saturation of [0, 0.15, 0.4, 0.7, 1])
      for (let lightness = 0; lightness <= 1; lightness += 0.1) {
        const chroma = saturation * Math.min(lightness, 1 - lightness);
        const channel = (n: number): string => {
          const k = (n + hue / 30) % 12;
          const value = lightness - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1));
          return Math.round(Math.min(1, Math.max(0, value)) * 255)
            .toString(16)
            .padStart(2, '0');
        };
        yield `#${channel(0)}${channel(8)}${channel(4)}`;
      }
}

function faintIn(theme: 'light' | 'dark', { accent, strong, soft, on }: Tones): string[] {
  const ground = (name: string): string => GROUNDS[theme].get(name) ?? '';
  const grounds = [...['paper', 'raised', 'sunk'].map(ground), soft];
  const pairs = [
    ...grounds.flatMap((under) => [accent, strong].map((ink) => [ink, under] as const)),
    ...['ink', 'quiet'].map((ink) => [ground(ink), soft] as const),
    [on, accent] as const,
    [on, strong] as const,
  ];
  // Text asks for more than a shape: what can be read can be seen.
  return pairs.flatMap(([ink, under]) => {
    const measured = contrast(ink, under);
    return measured >= 4.5 ? [] : [`${theme} ${ink} on ${under}: ${measured.toFixed(2)}`];
  });
}

test('[VI1] whatever colour is chosen, its tones can be read and seen in both themes', () => {
  const colourCount = new Set<string>();
  const faint: string[] = [];
  for (const colour of wheel()) {
    colourCount.add(colour);
    const { light, dark } = tonesOf(colour);
    faint.push(...faintIn('light', light), ...faintIn('dark', dark));
  }
  expect(faint.slice(0, 5)).toEqual([]);
  expect(colourCount.size).toBeGreaterThan(3_000);
});

test('[VI1] a colour that can be read already is kept as it is, and no tone is of another hue', () => {
  expect(tonesOf('#0055a4').light.accent).toBe('#0055a4');
  expect(tonesOf('#f2c94c').dark.accent).toBe('#f2c94c');
  const { light, dark } = tonesOf('#ff0000');
  for (const tone of [light.accent, light.strong, dark.accent, dark.strong]) {
    expect(tone.slice(3, 5)).toBe(tone.slice(5, 7));
    expect(Number.parseInt(tone.slice(1, 3), 16)).toBeGreaterThan(Number.parseInt(tone.slice(3, 5), 16));
  }
});
