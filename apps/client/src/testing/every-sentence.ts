/** Every sentence of a catalogue, the functions called with facts that fit: what a test over all words reads. */

const FACTS = {
  names: 'Xq',
  several: true,
  name: 'Xq',
  place: { at: 'body', number: 2, begins: 'Xq' },
  reason: 'Xq',
  until: '2026-10-30',
  limit: 90,
  length: 96,
  size: 2_000,
  instant: '2026-10-30T16:00:00.000Z',
  timeZone: 'Europe/Paris',
  rows: [{ row: 1, reasons: ['Xq'] }],
  ideas: ['Xq'],
  missing: ['Xq'],
  problems: [],
  fields: ['Xq'],
  retryAfterSeconds: 2,
  hours: 48,
  seconds: 10,
  triesLeft: 2,
  local: '2026-10-25T02:30',
  sealedAt: '2026-10-30T16:00:00.000Z',
  directorate: 'Direction Xq',
  title: 'Xq',
  pilot: 'Xq',
  milestone: 'Xq',
  dueOn: 'Xq',
  halfDays: 2,
  found: 'Xq',
  lastDay: '2027-01-25',
  step: 'hearing',
};
const TRIED: readonly (readonly unknown[])[] = [
  [2, 2, 2, 2, 2],
  ['Xq', 'Xq', FACTS, 'Xq'],
  ['Xq', FACTS, FACTS],
  ['Xq', 2, 2, 2],
  [2, 'Xq', 'Xq', 'Xq'],
  [FACTS, FACTS],
  [['Xq'], ['Xq']],
  [['Xq'], 2],
  ['2026-10-30T16:00:00.000Z', '2026-10-30T16:00:00.000Z'],
];

export function everySentence(words: unknown, at = ''): [place: string, sentence: string][] {
  if (typeof words === 'string') return [[at, words]];
  if (typeof words === 'function') {
    const said = TRIED.flatMap((facts) => {
      try {
        const answer: unknown = (words as (...given: readonly unknown[]) => unknown)(...facts);
        return everySentence(answer, `${at}()`);
      } catch {
        // These facts were not for it.
        return [];
      }
    });
    if (said.length === 0) throw new Error(`no facts fit ${at}: add what it is given to FACTS`);
    return said;
  }
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([key, inner]) => everySentence(inner, `${at}.${key}`));
}
