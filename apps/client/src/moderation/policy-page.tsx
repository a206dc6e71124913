/** How moderation works here, for anybody to read: what is taken out of sight, by whom, how one is heard. */
import { useWords } from '../platform/language.tsx';
import { Page, Prose, Section } from '../ui/page.tsx';
import { policy } from './policy-words.ts';

export function PolicyPage() {
  const say = useWords(policy);
  return (
    <Page title={say.title} now={say.now}>
      {say.sections.map(({ title, paragraphs }) => (
        <Section key={title} title={title}>
          <Prose>
            {paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </Prose>
        </Section>
      ))}
    </Page>
  );
}
