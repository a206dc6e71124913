/** How moderation works here, for anybody to read: what is taken out of sight, by whom, how one is heard. */
import { useWords } from '../platform/language.tsx';
import { Page, Prose, Section } from '../ui/page.tsx';
import { policy } from './policy-words.ts';

export function PolicyPage() {
  const say = useWords(policy);
  return (
    <Page title={say.title} now={say.now}>
      {Object.values(say.sections).map(({ title, first, second }) => (
        <Section key={title} title={title}>
          <Prose>
            <p>{first}</p>
            <p>{second}</p>
          </Prose>
        </Section>
      ))}
    </Page>
  );
}
