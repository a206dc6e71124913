/** The council's own words. For administrators. */
import { readVocabulary } from '@butinerie/contracts';
import { mayAdminister } from '@butinerie/domain';
import { useWords } from '../platform/language.tsx';
import { useRead } from '../platform/query.ts';
import { useSignedIn } from '../platform/session.tsx';
import { NotYoursPage } from '../ui/not-yours-page.tsx';
import { Page } from '../ui/page.tsx';
import { Reading, Skeleton } from '../ui/reading.tsx';
import type { Sentences } from './preview.tsx';
import { VocabularyForm } from './vocabulary-form.tsx';
import { words } from './words.ts';

export function VocabularyPage({ sentences }: { readonly sentences: Sentences }) {
  const say = useWords(words);
  const mine = mayAdminister(useSignedIn());
  const read = useRead(readVocabulary, {}, { when: mine });
  if (!mine) return <NotYoursPage title={say.notYours} now={say.notYoursWhat} to="/" label={say.home} />;
  return (
    <Page title={say.title} now={say.lead}>
      <Reading read={read} skeleton={<Skeleton lines={12} />}>
        {(saved) => <VocabularyForm saved={saved} sentences={sentences} />}
      </Reading>
    </Page>
  );
}
