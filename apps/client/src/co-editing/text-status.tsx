/** Whether what was typed is safe, in words a person understands. */
import type { SessionStatus } from '@butinerie/collaboration/client';
import { useEffect, useRef, useState } from 'react';
import { useFormats, useWords } from '../platform/language.tsx';
import { StatusLine, type SavedState } from '../ui/status-line.tsx';
import { words } from './words.ts';

export function savedStateOf({ state, unsent }: Pick<SessionStatus, 'state' | 'unsent'>): SavedState {
  if (state === 'sealed') return unsent > 0 ? 'notSent' : 'sealed';
  if (state === 'refused') return 'notSent';
  if (state === 'offline') return 'offline';
  return unsent > 0 || state !== 'live' ? 'saving' : 'saved';
}

export function TextStatus({ status }: { readonly status: SessionStatus }) {
  const say = useWords(words);
  const { time } = useFormats();
  const saved = savedStateOf(status);
  const away = useRef(false);
  const [back, setBack] = useState(false);
  useEffect(() => {
    if (saved === 'offline') away.current = true;
    else if (saved === 'saved' && away.current) {
      away.current = false;
      setBack(true);
    } else if (saved === 'saving' && !away.current) setBack(false);
  }, [saved]);
  const at = status.savedAt?.getTime();
  return (
    <StatusLine state={saved}>
      {saved !== 'saved'
        ? undefined
        : back
          ? say.synchronised
          : at === undefined
            ? undefined
            : say.savedAt(time(at))}
    </StatusLine>
  );
}
