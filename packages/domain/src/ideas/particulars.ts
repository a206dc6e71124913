/** A theme and answers to the questions of a challenge: what may be kept at any time, and what publishing needs. */
import {
  LONG_ANSWER,
  ok,
  refuse,
  SHORT_ANSWER,
  type Failure,
  type FieldAnswer,
  type FieldId,
  type FormField,
  type Particulars,
  type PersonId,
  type Result,
  type SaidAnswer,
  type ThemeId,
} from '@butinerie/contracts';
import type { AskedInChallenge } from '../accounts/asked.ts';
import { mayModerate } from '../accounts/policy.ts';
import { checkPhase } from '../challenges/acts.ts';
import { checkPublished, isAuthor, type IdeaFacts } from './idea-facts.ts';
import { lengthOf } from './length.ts';

/** What a challenge asks of each idea. */
export interface Asks {
  readonly themes: readonly { readonly id: ThemeId; readonly retired: boolean }[];
  readonly fields: readonly FormField[];
}
export const NO_PARTICULARS: Particulars = { theme: null, answers: [] };

const isChoice = ({ kind }: FormField): boolean => kind === 'one' || kind === 'several';
export const limitOf = ({ kind, limit }: FormField): number =>
  limit ?? (kind === 'short' ? SHORT_ANSWER : LONG_ANSWER);

/** What was chosen is among what is offered, or was answered before the offer changed. */
function takes(field: FormField, { values }: FieldAnswer, before: readonly string[]): boolean {
  if (!isChoice(field)) return values.length <= 1;
  const offered = new Set([...field.options.map(({ fr }) => fr), ...before]);
  const most = field.kind === 'one' ? 1 : values.length;
  return (
    values.length <= most &&
    new Set(values).size === values.length &&
    values.every((value) => offered.has(value))
  );
}

/** Kept as they are, however long or unfinished. Answers that are not sent again stay as they were. */
export function keepParticulars(
  asks: Asks,
  wanted: Particulars,
  before: Particulars,
): Result<Particulars, Failure<'not-found' | 'invalid-input'>> {
  const theme = asks.themes.find(({ id }) => id === wanted.theme);
  const themeHolds = wanted.theme === null || wanted.theme === before.theme || theme?.retired === false;
  if (!themeHolds) return refuse('not-found', { what: 'theme' });
  const kept = new Map<FieldId, FieldAnswer>(before.answers.map((answer) => [answer.field, answer]));
  for (const [at, answer] of wanted.answers.entries()) {
    const field = asks.fields.find(({ id }) => id === answer.field);
    if (field === undefined) return refuse('not-found', { what: 'field' });
    if (!takes(field, answer, kept.get(field.id)?.values ?? []))
      return refuse('invalid-input', {
        issues: [{ path: `particulars.answers.${at}`, message: 'not what this question takes' }],
      });
    const values = answer.values.filter((value) => value.trim() !== '');
    if (values.length > 0) kept.set(field.id, { field: field.id, values });
    else kept.delete(field.id);
  }
  return ok({ theme: wanted.theme, answers: [...kept.values()] });
}

/** What lacks before it is published; a challenge with themes wants one of them. */
export function checkParticulars(
  { themes, fields }: Asks,
  { theme, answers }: Particulars,
): Result<true, Failure<'particulars-missing' | 'answer-too-long'>> {
  const asked = fields.filter(({ retired }) => !retired);
  const answered = new Map(answers.map(({ field, values }) => [field, values]));
  const missing = asked.filter(({ id, required }) => required && !answered.has(id)).map(({ id }) => id);
  const needsTheme = theme === null && themes.some(({ retired }) => !retired);
  if (needsTheme || missing.length > 0)
    return refuse('particulars-missing', { theme: needsTheme, fields: missing });
  for (const field of asked.filter((each) => !isChoice(each))) {
    const length = lengthOf(answered.get(field.id)?.[0]?.trim() ?? '');
    const limit = limitOf(field);
    if (length > limit) return refuse('answer-too-long', { field: field.id, limit, length });
  }
  return ok(true);
}

/** In the order of the questions; those not asked any more come with their question all the same. */
export function saidAnswers({ fields }: Asks, { answers }: Particulars): SaidAnswer[] {
  return fields.flatMap(({ id, fr, en }) => {
    const answer = answers.find(({ field }) => field === id);
    return answer === undefined ? [] : [{ field: id, fr, en, values: answer.values }];
  });
}

export interface ParticularsSet {
  readonly type: 'ParticularsSet';
  readonly particulars: Particulars;
  /** Those whose idea somebody else put under another theme. */
  readonly tell: readonly PersonId[];
}

/** Whoever writes in a published idea answers for it; a moderator puts it under another theme and changes no answer. */
export function setParticulars(
  idea: IdeaFacts & { readonly particulars: Particulars },
  wanted: Particulars,
  asks: Asks,
  { by, challenge, phase }: AskedInChallenge,
): Result<
  ParticularsSet,
  Failure<
    | 'not-allowed'
    | 'challenge-phase'
    | 'idea-state'
    | 'not-found'
    | 'invalid-input'
    | 'particulars-missing'
    | 'answer-too-long'
  >
> {
  const writes = isAuthor(idea, by.person);
  if (!writes && !(mayModerate(by, challenge) && wanted.answers.length === 0))
    return refuse('not-allowed', { act: 'setParticulars', why: 'not-an-author' });
  const open = checkPhase(phase, 'setParticulars');
  if (!open.ok) return open;
  const published = checkPublished(idea.state, 'setParticulars');
  if (!published.ok) return published;
  const kept = keepParticulars(asks, wanted, idea.particulars);
  if (!kept.ok) return kept;
  // A question that came later is no reason to refuse another answer, nor a moderator's theme.
  const before = checkParticulars(asks, idea.particulars);
  const complete = checkParticulars(asks, kept.value);
  if (!complete.ok && before.ok) return complete;
  const moved = !writes && kept.value.theme !== idea.particulars.theme;
  const tell = moved ? [...idea.originators, ...idea.coauthors] : [];
  return ok({ type: 'ParticularsSet', particulars: kept.value, tell });
}
