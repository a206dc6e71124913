import { expect, test } from 'vitest';
import { settableClock } from '../platform/clock.ts';
import { createLog } from '../platform/log.ts';
import { witnessMails, type WitnessDeps } from './mail-witnesses.ts';

test('an hour that strikes while the witnesses are looked at is the hour of that day, and not skipped', async () => {
  const clock = settableClock(new Date('2026-10-12T04:59:59Z'));
  const taken: string[] = [];
  const witness = { name: 'Archives Exemple', mail: 'archives@exemple.test', language: 'fr' as const };
  const witnesses = {
    // The state of the day before is on its way already.
    async read() {
      clock.set(new Date('2026-10-12T05:00:00Z'));
      return { witnesses: [witness], day: '2026-10-11' };
    },
    async takeDay(_tx: unknown, day: string) {
      taken.push(day);
      return [];
    },
  };
  // Only what is asked for where no state is written.
  const mails = witnessMails({
    clock,
    log: createLog('silent'),
    witnesses,
    sign: { head: async () => ({}) },
    database: { transaction: (work: (tx: null) => unknown) => work(null) },
    notifications: { announce: () => undefined },
  } as unknown as WitnessDeps);
  mails.start();
  await expect.poll(() => taken).toContain('2026-10-12');
  await mails.stop();
});
