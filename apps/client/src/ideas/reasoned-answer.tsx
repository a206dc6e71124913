/** The written answer an idea received: the news first, then the reason, then what comes next. */
import type { IdeaPage } from '@butinerie/contracts';
import { useFormats, useWords } from '../platform/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { KeptText, Section } from '../ui/page.tsx';
import css from './ideas.module.css';
import { words } from './words.ts';

export function ReasonedAnswer({ answer }: { readonly answer: NonNullable<IdeaPage['answer']> }) {
  const say = useWords(words);
  const { day } = useFormats();
  return (
    <Section title={say.answerTitle}>
      <Notice tone={answer.outcome === 'selected' ? 'good' : 'info'} title={say.outcome[answer.outcome]}>
        {answer.motive && <p>{say.motive[answer.motive]}</p>}
        <div className={css.answer}>
          <KeptText>{answer.reason}</KeptText>
          <p className={css.found}>{say.answeredBy(answer.by.name, day(answer.at))}</p>
          {answer.outcome === 'not_selected' && <p>{say.keepsName}</p>}
        </div>
      </Notice>
    </Section>
  );
}
