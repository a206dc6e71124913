/** An answer as it is typed, kept on this device until it is saved; it knows which answer it was typed over. */
import { MOTIVES, OUTCOMES, type Motive, type Outcome, type SelectionEntry } from '@butinerie/contracts';
import { checkVerdict } from '@butinerie/domain';
import { textsOf } from '../platform/kept.ts';

export interface TypedAnswer {
  readonly outcome: Outcome | null;
  readonly motive: Motive | null;
  readonly reason: string;
}
export interface KeptAnswer extends TypedAnswer {
  /** When the answer it was typed over had been written; empty: there was none. */
  readonly over: string;
}

const outcomeOf = (text: string): Outcome | null => OUTCOMES.find((each) => each === text) ?? null;
export const motiveOf = (text: string): Motive | null => MOTIVES.find((each) => each === text) ?? null;

export const keyOf = (person: string, idea: string): string => `butinerie.answer.${person}.${idea}`;

export function recallAnswer(raw: unknown): KeptAnswer | null {
  const texts = textsOf(raw, ['outcome', 'motive', 'reason', 'over']);
  return (
    texts && {
      outcome: outcomeOf(texts.outcome),
      motive: motiveOf(texts.motive),
      reason: texts.reason,
      over: texts.over,
    }
  );
}
/** What is stored is texts only: an empty one where nothing was chosen yet. */
export const storable = ({ outcome, motive, ...rest }: KeptAnswer): unknown => ({
  ...rest,
  outcome: outcome ?? '',
  motive: motive ?? '',
});

export const versionOf = ({ answer }: SelectionEntry): string => answer?.at ?? '';

export const typedFrom = ({ answer }: SelectionEntry): TypedAnswer =>
  answer
    ? { outcome: answer.outcome, motive: answer.motive, reason: answer.reason }
    : { outcome: null, motive: null, reason: '' };

/** As it is saved: a motive belongs to one outcome only, and spaces at the ends are nobody's. */
const asSaved = ({ outcome, motive, reason }: TypedAnswer): TypedAnswer => ({
  outcome,
  motive: outcome === 'not_selected' ? motive : null,
  reason: reason.trim(),
});
function sameAnswer(one: TypedAnswer, other: TypedAnswer): boolean {
  const [a, b] = [asSaved(one), asSaved(other)];
  return a.outcome === b.outcome && a.motive === b.motive && a.reason === b.reason;
}

/** What was typed and is not what is saved: an answer whose receipt was lost on the way is no draft any more. */
export const unsaved = (kept: KeptAnswer | null, entry: SelectionEntry): KeptAnswer | null =>
  kept === null || sameAnswer(kept, typedFrom(entry)) ? null : kept;

/** Another answer was saved since this one was begun. */
export const isOvertaken = (kept: KeptAnswer | null, entry: SelectionEntry): boolean =>
  kept !== null && kept.over !== versionOf(entry);

export type AnswerProblem = 'outcome' | 'motive' | 'reason';

/** What is still to say before the answer can be saved: the server asks the same. */
export function problemsOf({ outcome, motive, reason }: TypedAnswer): AnswerProblem[] {
  if (outcome === null) return ['outcome'];
  const problems: AnswerProblem[] = [];
  if (outcome === 'not_selected' && motive === null) problems.push('motive');
  const checked = checkVerdict({ outcome, motive: motive ?? 'other', reason });
  if (!checked.ok) problems.push('reason');
  return problems;
}
