/** What is typed about a challenge, as it is typed: any field may be empty or wrong on the way. */
import {
  QUESTION_LIMIT,
  type Challenge,
  type FormatTimes,
  type LocalTime,
  type TimeBox,
} from '@butinerie/contracts';
import { PARIS, readHour, TIME_BOX_FIELDS, toInstant, type TimeBoxField } from '@butinerie/domain';
import { textsOf } from '../platform/kept.ts';
import { defaultDates } from './default-dates.ts';

type FormField = 'question' | 'brief' | 'timeZone' | TimeBoxField | `${TimeBoxField}Fold`;
export type Form = Readonly<Record<FormField, string>>;

const FORM_FIELDS: readonly FormField[] = [
  'question',
  'brief',
  'timeZone',
  ...TIME_BOX_FIELDS,
  ...TIME_BOX_FIELDS.map((field) => `${field}Fold` as const),
];

export const newForm = (now: Date, times?: FormatTimes): Form => ({
  question: '',
  brief: '',
  timeZone: PARIS,
  ...defaultDates(now, PARIS, times),
  opensAtFold: '',
  ideasUntilFold: '',
  closesAtFold: '',
  decisionDueAtFold: '',
});

/** Which of two readings was chosen, found again from the instant it led to. */
function foldOf({ local, timeZone, instant }: Challenge['opensAt']): string {
  if (toInstant({ local, timeZone }).ok) return '';
  const first = toInstant({ local, timeZone, fold: 'earlier' });
  return first.ok && first.value.getTime() === Date.parse(instant) ? 'earlier' : 'later';
}

export const formOf = (challenge: Challenge): Form => ({
  question: challenge.question,
  brief: challenge.brief,
  timeZone: challenge.closesAt.timeZone,
  opensAt: challenge.opensAt.local,
  ideasUntil: challenge.ideasUntil.local,
  closesAt: challenge.closesAt.local,
  decisionDueAt: challenge.decisionDueAt.local,
  opensAtFold: foldOf(challenge.opensAt),
  ideasUntilFold: foldOf(challenge.ideasUntil),
  closesAtFold: foldOf(challenge.closesAt),
  decisionDueAtFold: foldOf(challenge.decisionDueAt),
});

export const sameForm = (a: Form, b: Form): boolean => FORM_FIELDS.every((field) => a[field] === b[field]);
export const differences = (a: Form, b: Form): FormField[] =>
  FORM_FIELDS.filter((field) => a[field] !== b[field]);

/** The hour on the wall; which of the two readings is said only where there are two. */
export function localTimeOf(form: Form, field: TimeBoxField): LocalTime {
  const plain = { local: form[field], timeZone: form.timeZone };
  const fold = form[`${field}Fold`];
  if (fold !== 'earlier' && fold !== 'later') return plain;
  const read = readHour(field, plain);
  return !read.ok && read.failure.code === 'ambiguous-hour' ? { ...plain, fold } : plain;
}

export const timeBoxOf = (form: Form): TimeBox => ({
  opensAt: localTimeOf(form, 'opensAt'),
  ideasUntil: localTimeOf(form, 'ideasUntil'),
  closesAt: localTimeOf(form, 'closesAt'),
  decisionDueAt: localTimeOf(form, 'decisionDueAt'),
});

export function questionProblem(question: string): 'empty' | 'long' | null {
  const asked = question.trim();
  if (asked === '') return 'empty';
  return asked.length > QUESTION_LIMIT ? 'long' : null;
}

/** A form kept on this device, with the version of the challenge it started from. */
export interface KeptForm {
  readonly form: Form;
  readonly version: number;
}
export function recallForm(raw: unknown): KeptForm | null {
  if (typeof raw !== 'object' || raw === null || !('form' in raw) || !('version' in raw)) return null;
  const form = textsOf(raw.form, FORM_FIELDS);
  return form && typeof raw.version === 'number' ? { form, version: raw.version } : null;
}
