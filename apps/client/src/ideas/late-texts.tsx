/** What arrived after closing: kept, beside the text and not in it, with its hour. */
import type { IdeaPage } from '@butinerie/contracts';
import { useFormats, useWords } from '../platform/language.tsx';
import { KeptText, Section } from '../ui/page.tsx';
import { SpeaksOfSomebody } from '../ui/personal-data-notice.tsx';
import { PersonName } from '../ui/person-name.tsx';
import css from './ideas.module.css';
import { words } from './words.ts';

export function LateTexts({ late }: { readonly late: IdeaPage['late'] }) {
  const say = useWords(words);
  const { time, day, moment } = useFormats();
  return (
    <Section title={say.lateTitle}>
      <p className={css.lead}>{say.lateWhat}</p>
      {late.map(({ id, person, at, text, outcome, decidedAt, reason }) => (
        <div key={id} className={css.growing}>
          <p>
            <PersonName person={person} /> <span className={css.found}>{say.lateAt(time(at), day(at))}</span>
          </p>
          {text && <KeptText>{text}</KeptText>}
          {outcome === 'waiting' && <SpeaksOfSomebody text={text} what={say.latePersonal} />}
          <p>{say.lateOutcomes[outcome](moment(decidedAt))}</p>
          {reason && <KeptText>{reason}</KeptText>}
        </div>
      ))}
    </Section>
  );
}
