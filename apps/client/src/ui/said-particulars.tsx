/** A theme and answers beside their questions: on an idea's page and where ideas are judged. */
import type { SaidAnswer, ThemeRef } from '@butinerie/contracts';
import { useLanguage, useWords } from '../platform/language.tsx';
import css from './said-particulars.module.css';
import { words } from './words.ts';

export interface SaidParticularsProps {
  readonly theme: ThemeRef | null;
  readonly answers: readonly SaidAnswer[];
}
export function SaidParticulars({ theme, answers }: SaidParticularsProps) {
  const say = useWords(words);
  const { language } = useLanguage();
  const inWords = (said: { fr: string; en: string }): string =>
    language === 'en' && said.en !== '' ? said.en : said.fr;
  if (theme === null && answers.length === 0) return null;
  return (
    <dl className={css.said}>
      {theme && (
        <div>
          <dt>{say.theme}</dt>
          <dd>{inWords(theme)}</dd>
        </div>
      )}
      {answers.map((answer) => (
        <div key={answer.field}>
          <dt>{inWords(answer)}</dt>
          {answer.values.map((value) => (
            <dd key={value}>{value}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
