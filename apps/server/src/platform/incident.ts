/** A bug met at an edge: recorded whole in the log, told to the caller as a number only. */
import { refuse, type Failure } from '@butinerie/contracts';
import { randomBytes } from 'node:crypto';
import type { Log } from './log.ts';

export type Incidents = (
  error: unknown,
  at: Readonly<Record<string, string>>,
) => { ok: false; failure: Failure<'unexpected'> };

export function incident(log: Log): Incidents {
  return (error, at) => {
    const number = randomBytes(6).toString('hex');
    log.error({ err: error, incident: number, ...at }, 'unexpected');
    return refuse('unexpected', { incident: number });
  };
}
