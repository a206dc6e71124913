/** From what was typed to what is sent: text until then, decimals with a comma or a point, nothing cut. */
import {
  defineIndicator,
  recordGain,
  recordMeasurement,
  type Figure,
  type FigureForm,
} from '@butinerie/contracts';
import type { FieldName } from './form-words.ts';

/** As typed, under the names of the fields; `id` is the entry's own, so that sending twice is sending once. */
export type Draft = Readonly<Record<string, string>>;

export function recallDraft(raw: unknown): Draft | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const texts = Object.entries(raw);
  return texts.every(([, text]) => typeof text === 'string') ? (Object.fromEntries(texts) as Draft) : null;
}

/** Not a number where none was typed: the contract refuses it, and its field is marked. */
export function numberOf(text: string | undefined): number {
  const plain = (text ?? '').replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  return plain === '' ? Number.NaN : Number(plain);
}
const maybeNumber = (text: string | undefined): number | null =>
  (text ?? '').trim() === '' ? null : numberOf(text);
const said = (draft: Draft, name: FieldName): string => draft[name] ?? '';

/** The fields of each form of figure. */
export const FIGURE_FIELDS = {
  mean: ['mean', 'sd', 'n'],
  median: ['median', 'q1', 'q3', 'n'],
  proportion: ['numerator', 'denominator'],
  count: ['count', 'exposure'],
} as const satisfies Readonly<Record<FigureForm, readonly FieldName[]>>;

function figureOf(form: FigureForm, draft: Draft): Figure {
  const number = (name: FieldName): number => numberOf(draft[name]);
  switch (form) {
    case 'mean':
      return { form, mean: number('mean'), sd: maybeNumber(draft['sd']), n: number('n') };
    case 'median':
      return { form, median: number('median'), q1: number('q1'), q3: number('q3'), n: number('n') };
    case 'proportion':
      return { form, numerator: number('numerator'), denominator: number('denominator') };
    case 'count':
      return { form, count: number('count'), exposure: number('exposure') };
  }
}

export const definitionBody = (draft: Draft) =>
  defineIndicator.body.safeParse({
    id: draft['id'],
    supersedes: draft['supersedes'] || null,
    definition: {
      role: said(draft, 'role'),
      name: said(draft, 'name'),
      kind: said(draft, 'kind'),
      unit: said(draft, 'unit'),
      direction: said(draft, 'direction'),
      form: said(draft, 'form'),
      formula: said(draft, 'formula'),
      scope: said(draft, 'scope'),
      concerned: numberOf(draft['concerned']),
      target:
        said(draft, 'value').trim() === '' && said(draft, 'dueOn') === ''
          ? null
          : { value: numberOf(draft['value']), dueOn: said(draft, 'dueOn') },
      plan: said(draft, 'plan'),
      elsewhere: said(draft, 'elsewhere'),
      measuredBy: said(draft, 'measuredBy'),
      stopsIf: said(draft, 'stopsIf'),
    },
  });

export const measurementBody = (draft: Draft, form: FigureForm) =>
  recordMeasurement.body.safeParse({
    id: draft['id'],
    indicator: draft['indicator'],
    measurement: {
      moment: said(draft, 'moment'),
      place: said(draft, 'place'),
      figure: figureOf(form, draft),
      from: said(draft, 'from'),
      to: said(draft, 'to'),
      source: {
        label: said(draft, 'label'),
        url: said(draft, 'url').trim() || null,
        owner: said(draft, 'owner'),
      },
      method: said(draft, 'method'),
      collectedOn: said(draft, 'collectedOn'),
      sameAsBaseline: draft['sameAsBaseline'] === 'yes',
      asked: maybeNumber(draft['asked']),
      note: said(draft, 'note'),
    },
  });

export const gainBody = (draft: Draft) =>
  recordGain.body.safeParse({
    id: draft['id'],
    gain:
      draft['gainKind'] === 'time'
        ? {
            kind: 'time',
            indicator: draft['indicator'],
            hours: numberOf(draft['hours']),
            rate: numberOf(draft['rate']),
            rateSource: said(draft, 'rateSource'),
          }
        : {
            kind: 'budget',
            indicator: draft['indicator'],
            amount: numberOf(draft['amount']),
            budgetLine: said(draft, 'budgetLine'),
          },
  });
