/** The server's door, for tests and scripts: the same application that `main.ts` starts. */
export { createApp } from './app.ts';
export type { App, AppSetup } from './app-setup.ts';
export { settableClock, type Clock, type SettableClock } from './platform/clock.ts';
export { readConfig, type Config } from './platform/config.ts';
export type { Mailer } from './platform/mailer.ts';
export { createCaller, type Caller } from './caller.ts';
export { servePages } from './platform/static.ts';
