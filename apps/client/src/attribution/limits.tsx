/** What no receipt and no register can prove, said wherever a proof is shown. */
import { useWords } from '../platform/language.tsx';
import { Section } from '../ui/page.tsx';
import css from './attribution.module.css';
import { words } from './words.ts';

export function Limits() {
  const say = useWords(words);
  return (
    <Section title={say.limitsTitle}>
      <ul className={css.limits}>
        {say.limits.split('\n').map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
      <p className={css.quiet}>{say.noRight}</p>
    </Section>
  );
}
