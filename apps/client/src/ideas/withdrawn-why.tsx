/** Why an idea was taken back and whether somebody asked for it: in confidence, on the page of those who may read it. */
import type { Withdrawal } from '@butinerie/contracts';
import { useFormats, useWords } from '../platform/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { KeptText } from '../ui/page.tsx';
import { words } from './words.ts';

export function WithdrawnWhy({ withdrawal }: { readonly withdrawal: Withdrawal }) {
  const say = useWords(words);
  const { day } = useFormats();
  const { at, reason, askedBySomebody } = withdrawal;
  return (
    <Notice tone={askedBySomebody === 'yes' ? 'warning' : 'info'} title={say.withdrawnOn(day(at))}>
      <p>{say.withdrawnAsked[askedBySomebody]}</p>
      {reason !== '' && <KeptText>{reason}</KeptText>}
      <p>{say.withdrawnWho}</p>
    </Notice>
  );
}
