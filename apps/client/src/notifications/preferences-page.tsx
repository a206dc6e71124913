/** What comes by mail, and how often. The inbox has everything whatever is chosen here. */
import {
  MAIL_RHYTHMS,
  MAIL_TOPICS,
  readMailPreferences,
  type MailPreferences,
  type MailRhythm,
  type MailTopic,
} from '@butinerie/contracts';
import { useWords } from '../platform/language.tsx';
import { remember } from '../platform/query.ts';
import { LinkButton } from '../ui/button.tsx';
import { RadioCards } from '../ui/choices.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Reading, Skeleton } from '../ui/reading.tsx';
import { useToast } from '../ui/toast.tsx';
import { words } from './preferences-words.ts';
import { useMailPreferences, useWriteMailPreferences } from './queries.ts';

export function PreferencesPage() {
  const say = useWords(words);
  const read = useMailPreferences();
  return (
    <Page
      title={say.title}
      now={say.now}
      acts={
        <div>
          <LinkButton to="/avis">{say.back}</LinkButton>
        </div>
      }
    >
      <Reading read={read} skeleton={<Skeleton lines={8} />}>
        {(preferences) => <Choices preferences={preferences} />}
      </Reading>
      <Section title={say.alwaysTitle}>
        <p>{say.always}</p>
      </Section>
    </Page>
  );
}

function Choices({ preferences }: { readonly preferences: MailPreferences }) {
  const say = useWords(words);
  const toast = useToast();
  const { run, failure } = useWriteMailPreferences();
  const choose = async (topic: MailTopic, rhythm: MailRhythm): Promise<void> => {
    const next = { ...preferences, [topic]: rhythm };
    remember(readMailPreferences, {}, next);
    const result = await run({ body: next });
    if (result.ok) toast({ text: say.kept });
    else remember(readMailPreferences, {}, preferences);
  };
  return (
    <>
      {MAIL_TOPICS.map((topic) => (
        <RadioCards<MailRhythm>
          key={topic}
          legend={say.topics[topic]}
          value={preferences[topic]}
          onChange={(rhythm) => void choose(topic, rhythm)}
          options={MAIL_RHYTHMS.map((rhythm) => ({ value: rhythm, label: say.rhythms[rhythm] }))}
        />
      ))}
      <FailureNotice failure={failure} />
    </>
  );
}
