/** When followers and authors are reminded that a challenge closes. */
const HOUR = 3_600_000;
/** Hours before the closing. */
export const CLOSING_REMINDERS = [72, 24, 2] as const;
export type ClosingReminder = (typeof CLOSING_REMINDERS)[number];

const dueAt = (closesAt: Date, hours: number): Date => new Date(closesAt.getTime() - hours * HOUR);

/** The one to send now: the last that is due and not sent yet. Whoever woke up late sends one, not three. */
export function closingReminderDue(
  { closesAt, sent }: { readonly closesAt: Date; readonly sent: readonly number[] },
  now: Date,
): ClosingReminder | null {
  if (now >= closesAt) return null;
  const due = CLOSING_REMINDERS.findLast((hours) => dueAt(closesAt, hours) <= now);
  return due === undefined || sent.includes(due) ? null : due;
}

export function nextClosingReminder(closesAt: Date, now: Date): Date | null {
  return CLOSING_REMINDERS.map((hours) => dueAt(closesAt, hours)).find((at) => at > now) ?? null;
}
