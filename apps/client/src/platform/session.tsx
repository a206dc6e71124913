/** Who is speaking and on which instance. Everything below it may take both for known. */
import { readSession, type Failure, type Me, type SessionState } from '@butinerie/contracts';
import { createContext, use, useCallback, useEffect, type ReactNode } from 'react';
import type { Offline } from './call.ts';
import { setServerTime } from './clock.ts';
import { keptAnswers } from './kept-answers.ts';
import { useLanguage } from './language.tsx';
import { queryClient, refresh, remember, useRead } from './query.ts';
import { closeSocket, onReconnect, onTurnedAway, openSocket } from './socket.ts';

const SessionContext = createContext<SessionState | null>(null);

interface SessionProviderProps {
  readonly loading: ReactNode;
  readonly refused: (failure: Failure | Offline, retry: () => void) => ReactNode;
  readonly children: ReactNode;
}

export function SessionProvider({ loading, refused, children }: SessionProviderProps) {
  const read = useRead(readSession, {});
  const { speak } = useLanguage();
  const session = read.state === 'ready' ? read.value : null;
  const person = session?.me?.id ?? null;
  const language = session?.me?.language ?? null;

  const serverTime = session?.serverTime ?? null;
  useEffect(() => {
    if (serverTime) setServerTime(serverTime);
  }, [serverTime]);
  useEffect(() => {
    if (language) speak(language);
    // Only when the person or her choice changes: a choice made on this device meanwhile stands.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [person, language]);
  useEffect(() => {
    if (!person) return undefined;
    openSocket(person);
    return closeSocket;
  }, [person]);
  // News may have been missed, and the device may have slept: everything shown is read again, the clock too.
  useEffect(() => onReconnect(() => void queryClient.invalidateQueries()), []);
  useEffect(() => onTurnedAway(() => refresh(readSession)), []);
  useEffect(() => {
    const woken = (): void => {
      if (document.visibilityState === 'visible') refresh(readSession);
    };
    document.addEventListener('visibilitychange', woken);
    return () => document.removeEventListener('visibilitychange', woken);
  }, []);

  if (read.state === 'loading') return loading;
  if (read.state === 'refused') return refused(read.failure, read.retry);
  return <SessionContext value={read.value}>{children}</SessionContext>;
}

export function useSession(): SessionState {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession is called outside SessionProvider');
  return session;
}
/** The person signed in, or null. */
export const useMe = (): Me | null => useSession().me;
/** The person signed in, on a screen of the audience `person`. */
export function useSignedIn(): Me {
  const me = useMe();
  if (!me) throw new Error('useSignedIn is called on a screen open to anyone');
  return me;
}
export const useInstance = (): SessionState['instance'] => useSession().instance;

/** Takes over the session that a sign-in answered; nothing read as somebody else stays in the cache. */
export function useEnter(): (session: SessionState) => void {
  return useCallback((session) => {
    void keptAnswers.areFor(session);
    remember(readSession, {}, session);
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== readSession.name });
  }, []);
}
