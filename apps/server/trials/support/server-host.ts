/** The process of a trial's server: the product's own application, on a clock that goes on by itself and can be moved. */
import { createApp } from '../../src/app.ts';
import { settableClock } from '../../src/platform/clock.ts';
import { readConfig } from '../../src/platform/config.ts';

export type HostEvent =
  { readonly kind: 'ready'; readonly base: string; readonly link: string } | { readonly kind: 'moved' };

const tell = (event: HostEvent): void => void process.send?.(event);

const config = readConfig(process.env);
if (!config.ok) throw new Error(config.sentence);
const clock = settableClock(new Date(process.env['TRIAL_NOW'] ?? Date.now()), { running: true });
const app = await createApp({ config: config.value, clock });
process.on('message', (message: { now: string }) => {
  clock.set(new Date(message.now));
  tell({ kind: 'moved' });
});
process.on('disconnect', () => process.exit(0));
tell({
  kind: 'ready',
  base: `http://localhost:${app.port}`,
  link: (await app.firstAdministratorLink()) ?? '',
});
