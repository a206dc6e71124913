/** A paused challenge says why and until when, wherever somebody would write in it. */
import type { Challenge } from '@butinerie/contracts';
import { useWords } from '../platform/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { KeptText } from '../ui/page.tsx';
import { words } from './words.ts';

export function PauseNotice({ challenge }: { readonly challenge: Challenge }) {
  const say = useWords(words).paused;
  if (challenge.paused === null || challenge.phase === 'cancelled') return null;
  return (
    <Notice live tone="warning" title={say.title}>
      <KeptText>{say.reason(challenge.paused.reason)}</KeptText>
      <p>{say.what}</p>
    </Notice>
  );
}
