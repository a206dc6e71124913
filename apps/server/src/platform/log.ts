/** The log: JSON lines about what happened, never a secret, never a person's words. */
import { pino, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const SECRETS = ['cookie', 'authorization', 'token', 'password', 'uri'];

export function createLog(level: LogLevel, to?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '…' },
  };
  return to === undefined ? pino(options) : pino(options, to);
}
