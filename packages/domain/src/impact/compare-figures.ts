/** Two figures of one form, and perhaps two of another place: the effect between them, where the numbers allow to tell it. */
import type { Caveat, EffectInterval, Figure, FigureForm } from '@butinerie/contracts';
import {
  meanDifference,
  meanDifferenceInDifferences,
  proportionDifference,
  proportionDifferenceInDifferences,
  rateRatio,
  type Interval,
  type Sample,
} from './intervals.ts';

export interface Pair {
  readonly before: Figure;
  readonly after: Figure;
}

/** The one number that a figure says. */
export function valueOf(figure: Figure): number {
  switch (figure.form) {
    case 'mean':
      return figure.mean;
    case 'median':
      return figure.median;
    case 'proportion':
      return figure.numerator / figure.denominator;
    case 'count':
      return figure.count / figure.exposure;
  }
}

/** Cases or answers; a count has none but what it counts. */
export const sizeOf = (figure: Figure): number => {
  if (figure.form === 'proportion') return figure.denominator;
  return figure.form === 'count' ? figure.count : figure.n;
};

const SCALES: Readonly<Record<FigureForm, EffectInterval['scale']>> = {
  mean: 'difference',
  median: 'difference',
  proportion: 'points',
  count: 'ratio',
};
const NOTHING: Readonly<Record<EffectInterval['scale'], number>> = { difference: 0, points: 0, ratio: 1 };
/** What a change is held against: no effect at all. */
export const noEffectOn = (scale: EffectInterval['scale']): number => NOTHING[scale];

export type Compared =
  { readonly ok: true; readonly interval: EffectInterval } | { readonly ok: false; readonly because: Caveat };

const told = (form: FigureForm, interval: Interval, compared: boolean): Compared => ({
  ok: true,
  interval: { scale: SCALES[form], ...interval, compared },
});
const untold = (because: Caveat): Compared => ({ ok: false, because });

/** Enough to tell how much the cases differ among each other. */
function samplesOf(figures: readonly Figure[]): readonly Sample[] | null {
  const samples = figures.flatMap((figure) =>
    figure.form === 'mean' && figure.sd !== null && figure.n >= 2
      ? [{ mean: figure.mean, sd: figure.sd, n: figure.n }]
      : [],
  );
  return samples.length === figures.length && samples.some(({ sd }) => sd > 0) ? samples : null;
}

export function compareFigures({ before, after }: Pair): Compared {
  if (before.form === 'proportion' && after.form === 'proportion')
    return told('proportion', proportionDifference(before, after), false);
  if (before.form === 'count' && after.form === 'count') {
    const ratio = rateRatio(before, after);
    return ratio === null ? untold('nothing_counted_before') : told('count', ratio, false);
  }
  if (before.form === 'median') return untold('median_without_interval');
  const [first, last] = samplesOf([before, after]) ?? [];
  return first && last ? told('mean', meanDifference(first, last), false) : untold('spread_missing');
}

export function compareWithElsewhere(here: Pair, elsewhere: Pair): Compared {
  const [b, a, eb, ea] = [here.before, here.after, elsewhere.before, elsewhere.after];
  if (
    b.form === 'proportion' &&
    a.form === 'proportion' &&
    eb.form === 'proportion' &&
    ea.form === 'proportion'
  )
    return told(
      'proportion',
      proportionDifferenceInDifferences({ before: b, after: a }, { before: eb, after: ea }),
      true,
    );
  const [one, two, three, four] = samplesOf([b, a, eb, ea]) ?? [];
  return one && two && three && four
    ? told(
        'mean',
        meanDifferenceInDifferences({ before: one, after: two }, { before: three, after: four }),
        true,
      )
    : untold('comparison_not_computed');
}
