/**
 * `node --import ./.ci/as-built.mjs FILE.ts`: runs TypeScript as the product's build makes it, one file at a time. What
 * runs it for tests gives every function its name by a call, which costs memory and time that no instance pays; a bench
 * must not count them.
 */
import { register } from 'node:module';

register('./as-built-hooks.mjs', import.meta.url);
