/** What a directorate writes before it commits: kept on the device, checked before it is sent, never cut. */
import { adoptIdea } from '@butinerie/contracts';
import {
  addDays,
  addWorkingDays,
  calendarDay,
  CARRIER_WORKING_DAYS,
  ninetyDaysAfter,
  PARIS,
} from '@butinerie/domain';
import type { z } from 'zod';
import { textsOf } from '../platform/kept.ts';

const FIELDS = ['directorate', 'pilot', 'promise', 'milestone', 'dueOn', 'halfDays'] as const;
/** As typed: everything is text until it is sent. */
export type AdoptionDraft = Readonly<Record<(typeof FIELDS)[number], string>>;
export const recallAdoption = (raw: unknown): AdoptionDraft | null => textsOf(raw, FIELDS);
export type DraftField = keyof AdoptionDraft;
export type AdoptionBody = z.infer<(typeof adoptIdea)['body']>;

/** The dates an adoption at this moment brings. */
export interface AdoptionDates {
  readonly today: string;
  readonly dueOn: string;
  readonly answerBy: string;
}
export function datesFrom(now: number): AdoptionDates {
  const at = new Date(now);
  const today = calendarDay(at, PARIS);
  return {
    today,
    dueOn: ninetyDaysAfter(at, PARIS).dueOn,
    answerBy: addWorkingDays(today, CARRIER_WORKING_DAYS),
  };
}

const FIRST_MILESTONE_DAYS = 30;
/** Half a day a week or so, over ninety days. */
const USUAL_HALF_DAYS = 12;

export const emptyDraft = (directorate: string, { today }: AdoptionDates): AdoptionDraft => ({
  directorate,
  pilot: '',
  promise: '',
  milestone: '',
  dueOn: addDays(today, FIRST_MILESTONE_DAYS),
  halfDays: String(USUAL_HALF_DAYS),
});

/** Which fields are not ready to be sent; the server checks again. */
export function missingIn(draft: AdoptionDraft, { today, dueOn }: AdoptionDates): DraftField[] {
  const halfDays = Number(draft.halfDays);
  const wrong: Readonly<Record<DraftField, boolean>> = {
    directorate: draft.directorate === '',
    pilot: draft.pilot === '',
    promise: draft.promise.trim() === '',
    milestone: draft.milestone.trim() === '',
    dueOn: !/^\d{4}-\d{2}-\d{2}$/.test(draft.dueOn) || draft.dueOn < today || draft.dueOn > dueOn,
    halfDays: draft.halfDays.trim() === '' || !Number.isInteger(halfDays) || halfDays < 0 || halfDays > 120,
  };
  return FIELDS.filter((field) => wrong[field]);
}

/** Null where a value no longer is what its field holds: an identifier kept by an older version. */
export function bodyOf(draft: AdoptionDraft): AdoptionBody | null {
  const parsed = adoptIdea.body.safeParse({
    directorate: draft.directorate,
    pilot: draft.pilot,
    promise: draft.promise,
    milestone: { title: draft.milestone, dueOn: draft.dueOn },
    halfDays: Number(draft.halfDays),
  });
  return parsed.success ? parsed.data : null;
}
