/** The door of the rules: what is allowed and what follows. SPEC.md numbers them. */
export * from './accounts/asked.ts';
export * from './accounts/people-rows.ts';
export * from './accounts/policy.ts';
export * from './accounts/roles.ts';
export * from './challenges/acts.ts';
export * from './challenges/lifecycle.ts';
export * from './challenges/phase-at.ts';
export * from './challenges/time-box.ts';
export * from './time/calendar.ts';
export { toInstant, toLocal, isTimeZone, type HourProblem } from './time/local-time.ts';
export * from './time/working-days.ts';
