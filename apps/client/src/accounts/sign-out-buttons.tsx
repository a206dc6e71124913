/** Leaving, here or everywhere. */
import { readSession } from '@butinerie/contracts';
import { useNavigate } from 'react-router';
import { useWords } from '../platform/language.tsx';
import { useEnter, useSession } from '../platform/session.tsx';
import { useToast } from '../ui/toast.tsx';
import { refresh } from '../platform/query.ts';
import { useSignOut } from './queries.ts';
import { words } from './words.ts';

export function SignOutButtons() {
  const say = useWords(words);
  const session = useSession();
  const enter = useEnter();
  const navigate = useNavigate();
  const toast = useToast();
  const { run } = useSignOut();

  const leave = async (everywhere: boolean): Promise<void> => {
    const result = await run({ body: { everywhere } });
    // Signed out already, on another device: the same to whoever asks.
    if (!result.ok && result.failure.code !== 'not-signed-in') return;
    enter({ ...session, me: null });
    refresh(readSession);
    await navigate('/');
    toast({ text: say.signedOut });
  };
  return (
    <>
      <button type="button" onClick={() => void leave(false)}>
        {say.signOut}
      </button>
      <button type="button" onClick={() => void leave(true)}>
        {say.signOutEverywhere}
      </button>
    </>
  );
}
