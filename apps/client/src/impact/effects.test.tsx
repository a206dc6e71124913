import {
  mintId,
  type Figure,
  type ImpactReview,
  type ShownGain,
  type ShownIndicator,
  type ShownMeasurement,
} from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { draw, named, press, readable, type as write } from '../testing/draw.tsx';
import { pretendedNetwork } from '../testing/network.ts';
import { EffectsView } from './challenge-effects-page.tsx';
import { Effects } from './effects-block.tsx';
import { MeasureForms } from './forms.tsx';
import { placed } from './say-effect.ts';

const { network, refuses, answers, sent } = pretendedNetwork();

const paul = { id: mintId('person'), name: 'Paul Exemple', directorate: 'Routes' };
const at = '2026-11-16T09:00:00.000Z';
const measure = (moment: 'before' | 'after', figure: Figure): ShownMeasurement => ({
  id: mintId('impactEntry'),
  by: paul,
  at,
  moment,
  place: 'here',
  figure,
  from: '2026-09-14',
  to: '2026-11-08',
  source: { label: 'logiciel des demandes', url: null, owner: '' },
  method: 'extract',
  collectedOn: '2026-11-10',
  sameAsBaseline: true,
  asked: null,
  note: '',
  locked: moment === 'before',
});
const days = (mean: number, n: number): Figure => ({ form: 'mean', mean, sd: 4, n });
const baseline = measure('before', days(12, 40));
const latest = measure('after', days(6, 42));
const sure: ShownIndicator = {
  id: mintId('impactEntry'),
  by: paul,
  at,
  role: 'main',
  name: 'Délai de réponse',
  kind: 'time',
  unit: 'jours',
  direction: 'decrease',
  form: 'mean',
  formula: 'jours entre la demande et la réponse',
  scope: 'toutes les demandes',
  concerned: 40,
  target: null,
  plan: 'before_after',
  elsewhere: '',
  measuredBy: '',
  stopsIf: '',
  supersedes: null,
  superseded: false,
  baselineLocked: true,
  measures: [baseline, latest],
  level: 2,
  byRule: 2,
  lowered: null,
  validated: null,
  baseline,
  latest,
  interval: { scale: 'difference', estimate: -6, low: -7.758, high: -4.242, compared: false },
  verdict: 'better',
  relative: -0.5,
  caveats: ['other_causes'],
};
const modest: ShownIndicator = {
  ...sure,
  level: 1,
  byRule: 1,
  interval: null,
  verdict: 'unknown',
  relative: null,
  caveats: ['baseline_reconstructed'],
};
const review: ImpactReview = {
  idea: mintId('idea'),
  state: 'delivered',
  started: { at, unmeasured: false },
  indicators: [sure],
  costs: [],
  gains: [],
  incomplete: ['guardrail', 'cost'],
  unmeasured: null,
  concluded: null,
  acts: [],
};
const me = {
  session: {
    me: {
      id: paul.id,
      name: paul.name,
      mail: null,
      directorate: null,
      grants: [],
      hasPassword: false,
      language: 'fr' as const,
      outside: false,
    },
  },
} as unknown as Parameters<typeof draw>[1];

test('[S39] before and after are told with n, interval, level and what else may have been at work', async () => {
  const { page } = await draw(<Effects review={review} />);
  const text = readable(page);
  expect(text).toContain('12 jours en moyenne (n = 40)');
  expect(text).toContain('6 jours en moyenne (n = 42)');
  expect(text).toContain('Avant–après');
  expect(text).toContain('Différence : −6 jours, intervalle à 95 % de −7,76 à −4,24.');
  expect(text).toContain('Soit −50 %');
  expect(text).toContain('d’autres causes ont pu jouer');
  expect(text).toContain(
    'Bilan incomplet : il manque ce qui ne devait pas se dégrader, mesuré après et le coût.',
  );
  expect(text).toContain('Pas encore validé');
});

test('[S39] without a baseline that the start fixed it is measured: both figures, and no percentage of a change', async () => {
  const { page } = await draw(<Effects review={{ ...review, indicators: [modest] }} />);
  const text = readable(page);
  expect(text).toContain('Mesuré');
  expect(text).toContain('Le point de départ a été reconstitué après le démarrage.');
  expect(text).not.toMatch(/%|démontré|Différence/);
});

test('[S39] no effect is told in the words and the size of a success', async () => {
  const none: ShownIndicator = {
    ...sure,
    interval: { scale: 'difference', estimate: -1, low: -2.7, high: 0.8, compared: false },
    verdict: 'no_effect',
    relative: null,
  };
  const { page, again } = await draw(<Effects review={{ ...review, indicators: [none] }} />);
  const said = [...page.querySelectorAll('p')].find((each) =>
    readable(each).startsWith('Pas d’effet démontré'),
  );
  const look = said?.className;
  expect(look).not.toBe('');
  await again(<Effects review={review} />);
  const success = [...page.querySelectorAll('p')].find((each) => readable(each).startsWith('Effet démontré'));
  expect(success?.className).toBe(look);
});

test('[EF11] money and time stand on two lines, and time says that it is no money', async () => {
  const gain: ShownGain = {
    id: mintId('impactEntry'),
    by: paul,
    at,
    indicator: sure.id,
    kind: 'time',
    source: 'grille publiée',
    level: 2,
    weeks: 8,
    seen: 112,
    yearly: 730,
    yearlyEuros: 21_900,
    superseded: false,
    counts: true,
  };
  const budget: ShownGain = {
    ...gain,
    id: mintId('impactEntry'),
    kind: 'budget',
    seen: 560,
    yearlyEuros: null,
  };
  const { page } = await draw(<Effects review={{ ...review, gains: [gain, budget] }} />);
  const terms = [...page.querySelectorAll('dt')].map(readable);
  expect(terms).toEqual(expect.arrayContaining(['Temps libéré', 'Économie budgétaire']));
  const text = readable(page);
  expect(text).toContain('730 h par an (extrapolé), soit 21 900 € au taux publié');
  expect(text).toContain('Ne réduit pas la dépense.');
  expect(text).toContain('Gain net inconnu : le coût n’est pas dit.');
  expect(text).not.toContain('22 460');
});

test('[EF12] the page of a challenge has a list for the budget and one for time, and says what it leaves out', async () => {
  const effects = {
    funnel: { ideas: 38, selected: 10, adopted: 8, delivered: 6, measured: 4 },
    rows: [{ idea: review.idea, title: 'Une minuterie', incomplete: true, indicator: sure }],
    budget: [{ level: 2 as const, ideas: 1, yearly: 3_650, euros: 3_650 }],
    time: [{ level: 3 as const, ideas: 2, yearly: 730, euros: 21_900 }],
    leftOut: 3,
  };
  const { page } = await draw(<EffectsView effects={effects} />);
  const text = readable(page);
  expect(text).toContain('10 retenues sur 38');
  expect(text).toContain('4 mesurées sur 6');
  expect(text).toContain('3 650 € par an (extrapolé)');
  expect(text).toContain('730 h par an (extrapolé), soit 21 900 €');
  expect(text).not.toContain('25 550');
  expect(text).toContain('3 gains déclarés restent hors des totaux.');
  expect(page.querySelectorAll('table th[scope="row"]')).toHaveLength(1);
});

test('the bar always holds the place of no effect', () => {
  expect(placed({ scale: 'difference', estimate: -6, low: -8, high: -4, compared: false })).toEqual({
    low: 0,
    high: 50,
    estimate: 25,
    nothing: 100,
  });
  expect(placed({ scale: 'ratio', estimate: 1, low: 0.5, high: 2.5, compared: false }).nothing).toBe(25);
});

const fieldOf = (page: HTMLElement, label: string): HTMLElement | null => {
  const found = [...page.querySelectorAll('label')].find((each) => readable(each).startsWith(label));
  return document.getElementById(found?.htmlFor ?? '');
};

test('a decimal with a comma is a number; what was typed survives a refusal and is the same entry when sent again', async () => {
  const writing = { ...review, acts: ['recordCost' as const] };
  const { page } = await draw(<MeasureForms review={writing} />, me);
  await press(named(page, 'Dire le coût'));
  await write(fieldOf(page, 'Une fois, en euros'), '1 250,50');
  await write(fieldOf(page, 'Heures de travail'), '12');
  await press(named(page, 'Enregistrer'));
  expect(network).not.toHaveBeenCalled();
  expect(fieldOf(page, 'Par an, en euros')?.getAttribute('aria-invalid')).toBe('true');
  await write(fieldOf(page, 'Par an, en euros'), '0');
  refuses({ code: 'idea-state', state: 'abandoned', act: 'recordCost' });
  await press(named(page, 'Enregistrer'));
  expect(sent()).toMatchObject({ cost: { oneOff: 1250.5, yearly: 0, agentHours: 12, amortisedOver: 3 } });
  expect((fieldOf(page, 'Une fois, en euros') as HTMLInputElement).value).toBe('1 250,50');
  const [first, calls] = [sent() as { id: string }, network.mock.calls.length];
  answers({ ...review, costs: [] });
  await press(named(page, 'Enregistrer'));
  expect((sent(calls) as { id: string }).id).toBe(first.id);
  expect((fieldOf(page, 'Une fois, en euros') as HTMLInputElement).value).toBe('');
});

test('only the acts that are open to the reader have a form', async () => {
  const { page, again } = await draw(<MeasureForms review={review} />, me);
  expect(readable(page)).toBe('');
  await again(<MeasureForms review={{ ...review, acts: ['validateIndicator', 'lowerEvidence'] }} />);
  expect([...page.querySelectorAll('summary')].map(readable)).toEqual([
    'Valider un indicateur',
    'Abaisser un niveau de preuve',
  ]);
});
