/** Waits for a command that the charter holds up, and shows the charter over the page it was sent from. */
import { lazy, Suspense, useEffect, useState } from 'react';
import { onCharterAsked } from '../platform/charter-gate.ts';

const CharterDialog = lazy(async () => ({ default: (await import('./charter-dialog.tsx')).CharterDialog }));

export function CharterAsked() {
  const [answer, setAnswer] = useState<((accepted: boolean) => void) | null>(null);
  useEffect(
    () =>
      onCharterAsked(
        () =>
          new Promise<boolean>((resolve) => {
            setAnswer(() => (accepted: boolean): void => {
              setAnswer(null);
              resolve(accepted);
            });
          }),
      ),
    [],
  );
  if (answer === null) return null;
  return (
    <Suspense fallback={null}>
      <CharterDialog onAnswer={answer} />
    </Suspense>
  );
}
