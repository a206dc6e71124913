/** Figures in a sentence somebody understands: with n, with what is compared, never a percentage alone. */
import type { EffectInterval, Figure, ShownIndicator } from '@butinerie/contracts';
import { noEffectOn } from '@butinerie/domain';
import type { Formats } from '../platform/formats.ts';
import type { words } from './words.ts';

type Say = (typeof words)['fr'];

/** Three figures that mean something; the rest would pretend to be exact. */
export const rounded = (value: number): number => Number(value.toPrecision(3));

/** A change has its sign, with the true minus. */
const signed = (value: number, { count }: Formats): string => {
  const near = rounded(value);
  return near > 0 ? `+${count(near)}` : count(near).replace(/^-/, '−');
};

export function sayFigure(figure: Figure, unit: string, say: Say, formats: Formats): string {
  const { count } = formats;
  switch (figure.form) {
    case 'mean':
      return say.mean(count(rounded(figure.mean)), unit, count(figure.n));
    case 'median': {
      const [middle, q1, q3] = [figure.median, figure.q1, figure.q3].map((each) => count(rounded(each)));
      return say.median(middle ?? '', unit, q1 ?? '', q3 ?? '', count(figure.n));
    }
    case 'proportion':
      return say.proportion(count(figure.numerator), count(figure.denominator));
    case 'count':
      return say.count(count(figure.count), count(rounded(figure.exposure)), unit);
  }
}

export function sayInterval(
  { scale, estimate, low, high }: EffectInterval,
  unit: string,
  say: Say,
  formats: Formats,
): string {
  const { count } = formats;
  if (scale === 'ratio') {
    const [value, from, to] = [estimate, low, high].map((each) => count(rounded(each)));
    return say.ratio(value ?? '', from ?? '', to ?? '');
  }
  // Proportions are told in points of a hundred.
  const times = scale === 'points' ? 100 : 1;
  const [value, from, to] = [estimate, low, high].map((each) => signed(each * times, formats));
  return say.difference(value ?? '', scale === 'points' ? say.points : unit, from ?? '', to ?? '');
}

/** What the interval allows to say, and how large a share of the baseline the change is. Nothing below before and after. */
export function sayVerdict(
  { verdict, direction, relative }: ShownIndicator,
  say: Say,
  formats: Formats,
): string[] {
  if (verdict === 'unknown') return [];
  const told = verdict === 'worse' && direction === 'keep' ? say.keepChanged : say.verdict[verdict];
  return relative === null ? [told] : [told, say.relative(`${signed(relative * 100, formats)} %`)];
}

/** Where a bar and its dot stand between the two ends of a scale that always shows where nothing would be. */
export function placed({ scale, estimate, low, high }: EffectInterval): {
  readonly low: number;
  readonly high: number;
  readonly estimate: number;
  readonly nothing: number;
} {
  const nothing = noEffectOn(scale);
  const [least, most] = [Math.min(low, nothing), Math.max(high, nothing)];
  const wide = most - least || 1;
  const at = (value: number): number => ((value - least) / wide) * 100;
  return { low: at(low), high: at(high), estimate: at(estimate), nothing: at(nothing) };
}
