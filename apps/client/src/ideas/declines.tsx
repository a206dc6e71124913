/** The directorates that do not adopt an idea, each with its reason, for everybody who reads the idea. */
import type { IdeaPage } from '@butinerie/contracts';
import { useFormats, useWords } from '../platform/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { KeptText, Section } from '../ui/page.tsx';
import css from './ideas.module.css';
import { words } from './words.ts';

export function Declines({ declines }: { readonly declines: IdeaPage['declines'] }) {
  const say = useWords(words);
  const { day } = useFormats();
  return (
    <Section title={say.declinesTitle(declines.length)}>
      {declines.map(({ directorate, reason, at }) => (
        <Notice key={directorate} tone="info" title={say.declinedBy(directorate)}>
          <div className={css.answer}>
            <KeptText>{reason}</KeptText>
            <p className={css.found}>{day(at)}</p>
          </div>
        </Notice>
      ))}
    </Section>
  );
}
