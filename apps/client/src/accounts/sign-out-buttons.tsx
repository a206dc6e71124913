/** Leaving, here or everywhere; asked first when something typed on this device has not left it. */
import { readSession } from '@butinerie/contracts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../platform/language.tsx';
import { useFailureText } from '../platform/use-failure-text.ts';
import { useEnter, useSession } from '../platform/session.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useToast } from '../ui/toast.tsx';
import { refresh } from '../platform/query.ts';
import { useSignOut } from './queries.ts';
import { words } from './words.ts';

export interface SignOutButtonsProps {
  /** In how many ideas something typed here has not reached the server. */
  readonly unsent: () => Promise<number>;
}

export function SignOutButtons({ unsent }: SignOutButtonsProps) {
  const say = useWords(words);
  const session = useSession();
  const enter = useEnter();
  const navigate = useNavigate();
  const toast = useToast();
  const failureText = useFailureText();
  const { run } = useSignOut();
  const [asked, setAsked] = useState<{ readonly everywhere: boolean; readonly texts: number } | null>(null);

  const leave = async (everywhere: boolean): Promise<void> => {
    const result = await run({ body: { everywhere } });
    // Signed out already, on another device: the same to whoever asks.
    if (!result.ok && result.failure.code !== 'not-signed-in') {
      setAsked(null);
      toast({ text: `${say.stillIn} ${failureText(result.failure).what}` });
      return;
    }
    enter({ ...session, me: null });
    refresh(readSession);
    await navigate('/');
    toast({ text: say.signedOut });
  };
  const ask = async (everywhere: boolean): Promise<void> => {
    const texts = await unsent();
    if (texts === 0) await leave(everywhere);
    else setAsked({ everywhere, texts });
  };
  return (
    <>
      <button type="button" onClick={() => void ask(false)}>
        {say.signOut}
      </button>
      <button type="button" onClick={() => void ask(true)}>
        {say.signOutEverywhere}
      </button>
      <Dialog
        open={asked !== null}
        title={say.unsentTitle}
        onClose={() => setAsked(null)}
        footer={
          <>
            <Button tone="primary" onClick={() => setAsked(null)}>
              {say.stay}
            </Button>
            <Button onClick={() => void leave(asked?.everywhere ?? false)}>{say.signOutAnyway}</Button>
          </>
        }
      >
        <p>{say.unsentWhat(asked?.texts ?? 0)}</p>
      </Dialog>
    </>
  );
}
