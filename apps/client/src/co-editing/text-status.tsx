/** Whether what was typed is safe, in words a person understands. */
import type { SessionStatus } from '@butinerie/collaboration/client';
import { useEffect, useRef, useState } from 'react';
import { useFormats, useWords } from '../platform/language.tsx';
import { StatusLine, type SavedState } from '../ui/status-line.tsx';
import { words } from './words.ts';

type Told = Pick<SessionStatus, 'state' | 'unsent' | 'kept'>;
type Sentence = keyof typeof words.fr.status;

/** How it looks, and what is said instead of the usual word for it. */
export function statusOf({ state, unsent, kept }: Told): readonly [SavedState, Sentence | null] {
  const waits = unsent > 0;
  switch (state) {
    case 'connecting':
      return ['saving', waits ? 'waiting' : 'connecting'];
    case 'resyncing':
      return ['saving', 'resyncing'];
    case 'offline':
      if (!waits) return ['offline', 'offline'];
      return ['offline', kept === false ? 'offlineAtRisk' : kept ? 'offlineKept' : 'offline'];
    case 'live':
      if (!waits) return ['saved', null];
      return ['saving', kept === false ? 'savingAtRisk' : null];
    case 'refused':
      return ['notSent', 'refused'];
    case 'sealed':
      return waits ? ['notSent', 'sealedWaiting'] : ['sealed', null];
  }
}

export function TextStatus({ status }: { readonly status: SessionStatus }) {
  const say = useWords(words);
  const { time } = useFormats();
  const [look, sentence] = statusOf(status);
  // Whoever was away, or came back with words that an earlier page had left, is told once that all is together again.
  const away = useRef(status.unsent > 0 && status.state !== 'live');
  const [back, setBack] = useState(false);
  useEffect(() => {
    if (look === 'offline') away.current = true;
    else if (look === 'saved' && away.current) {
      away.current = false;
      setBack(true);
    } else if (look === 'saving' && !away.current) setBack(false);
  }, [look]);
  const at = status.savedAt?.getTime();
  const saved = back ? say.synchronised : at === undefined ? undefined : say.savedAt(time(at));
  return (
    <StatusLine state={look}>
      {sentence !== null ? say.status[sentence] : look === 'saved' ? saved : undefined}
    </StatusLine>
  );
}
