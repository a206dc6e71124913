/**
 * The tones of one colour for both themes. Whoever chooses a colour knows her council's, not whether text in it can be
 * read: where it can, it is kept as it is, elsewhere it is made darker or lighter with its own hue until it can. The
 * bounds hold against every ground of tokens.css, which a test measures for the whole wheel.
 */
export interface Tones {
  readonly accent: string;
  readonly strong: string;
  readonly soft: string;
  readonly on: string;
}

type Rgb = readonly [number, number, number];

const rgbOf = (hex: string): Rgb => {
  const at = (from: number): number => Number.parseInt(hex.slice(from, from + 2), 16) / 255;
  return [at(1), at(3), at(5)];
};
const hexOf = (rgb: Rgb): string =>
  `#${rgb
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** As WCAG 2.2 measures it, from 0 to 1. */
export function luminanceOf(hex: string): number {
  const [r, g, b] = rgbOf(hex).map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  ) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Towards black or white, by this share of the way: the hue stays. */
const towards = (rgb: Rgb, end: 0 | 1, share: number): string =>
  hexOf(rgb.map((channel) => channel + (end - channel) * share) as unknown as Rgb);

/** The nearest to this colour whose luminance lies within the bounds. */
function within(hex: string, least: number, most: number): string {
  const luminance = luminanceOf(hex);
  if (luminance >= least && luminance <= most) return hex;
  const end = luminance > most ? 0 : 1;
  const there = (tone: string): boolean =>
    end === 0 ? luminanceOf(tone) <= most : luminanceOf(tone) >= least;
  const rgb = rgbOf(hex);
  let [near, far] = [0, 1];
  for (let step = 0; step < 12; step++) {
    const middle = (near + far) / 2;
    if (there(towards(rgb, end, middle))) far = middle;
    else near = middle;
  }
  return towards(rgb, end, far);
}

export function tonesOf(colour: string): { readonly light: Tones; readonly dark: Tones } {
  return {
    light: {
      accent: within(colour, 0, 0.135),
      strong: within(colour, 0, 0.075),
      soft: within(colour, 0.85, 0.95),
      on: '#ffffff',
    },
    dark: {
      accent: within(colour, 0.36, 0.8),
      strong: within(colour, 0.52, 0.9),
      soft: within(colour, 0.012, 0.018),
      on: '#141414',
    },
  };
}
