/** An answer as it will be read: the news, the motive, the reason, and who wrote it. */
import type { ReasonedAnswer } from '@butinerie/contracts';
import { useFormats, useWords } from '../platform/language.tsx';
import { Tag, type TagTone } from '../ui/card.tsx';
import { KeptText } from '../ui/page.tsx';
import css from './selection.module.css';
import { words } from './words.ts';

export const TONE_OF = {
  selected: 'good',
  not_selected: 'plain',
  out_of_scope: 'warning',
} as const satisfies Record<ReasonedAnswer['outcome'], TagTone>;

export function SaidAnswer({ answer }: { readonly answer: ReasonedAnswer }) {
  const say = useWords(words);
  const { moment } = useFormats();
  return (
    <div className={css.said}>
      <p>
        <Tag tone={TONE_OF[answer.outcome]}>{say.outcome[answer.outcome]}</Tag>
      </p>
      {answer.motive && <p>{say.motiveSaid(say.motive[answer.motive])}</p>}
      <KeptText>{answer.reason}</KeptText>
      <p className={css.quiet}>{say.savedBy(answer.by.name, moment(answer.at))}</p>
    </div>
  );
}
