/** Waits for a command that the charter holds up, and shows the charter over the page it was sent from. */
import { Suspense, useEffect, useState } from 'react';
import { onCharterAsked } from '../platform/charter-gate.ts';
import { part } from '../platform/part.ts';
import { WithoutPart } from '../ui/error-boundary.tsx';

const CharterDialog = part(async () => (await import('./charter-dialog.tsx')).CharterDialog);

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
    <WithoutPart missing={<NotAsked onAnswer={answer} />}>
      <Suspense fallback={null}>
        <CharterDialog onAnswer={answer} />
      </Suspense>
    </WithoutPart>
  );
}

/** The question did not come: it is not accepted for now, which the form that was sent says beside its words. */
function NotAsked({ onAnswer }: { readonly onAnswer: (accepted: boolean) => void }) {
  useEffect(() => onAnswer(false), [onAnswer]);
  return null;
}
