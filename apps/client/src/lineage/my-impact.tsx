/** On « Mes idées » : what came of them in ideas of others. Nothing where nothing did. */
import { useWords } from '../platform/language.tsx';
import { Section } from '../ui/page.tsx';
import { ImpactList } from './impact-list.tsx';
import css from './lineage.module.css';
import { useMyImpact } from './queries.ts';
import { words } from './words.ts';

export function MyImpact() {
  const say = useWords(words);
  const read = useMyImpact();
  if (read.state !== 'ready' || read.value.impact.length === 0) return null;
  return (
    <Section title={say.myImpact}>
      <p className={css.quiet}>{say.myImpactLead}</p>
      <ImpactList label={say.myImpact} impact={read.value.impact} />
    </Section>
  );
}
