/**
 * Once a visit, out of everybody's way, this browser checks that the register extends what it saw. When it does not, a
 * red band stays on every page, with the evidence to send.
 */
import { Suspense, useEffect, useSyncExternalStore } from 'react';
import { part } from '../platform/part.ts';
import { useMe } from '../platform/session.tsx';
import { WithoutPart } from '../ui/error-boundary.tsx';
import { keptAlarm, onAlarm } from './pin-store.ts';

/** After the first screen has what it needs. */
const PATIENCE = 5_000;
const AlarmBand = part(async () => (await import('./alarm-band.tsx')).AlarmBand);

export function RegisterBand() {
  const me = useMe();
  const person = me?.id ?? null;
  const alarm = useSyncExternalStore(onAlarm, keptAlarm);
  useEffect(() => {
    if (!person) return undefined;
    const timer = setTimeout(() => {
      // Not arriving is no alarm: it is looked at again with the next visit.
      void import('./watch-register.ts').then(({ watchRegister }) => watchRegister()).catch(() => undefined);
    }, PATIENCE);
    return () => clearTimeout(timer);
  }, [person]);
  return (
    alarm && (
      <WithoutPart missing={null}>
        <Suspense>
          <AlarmBand alarm={alarm} />
        </Suspense>
      </WithoutPart>
    )
  );
}
