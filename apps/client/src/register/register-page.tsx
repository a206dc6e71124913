/** How the register of credits is kept. For administrators. */
import { mayAdminister } from '@butinerie/domain';
import { useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { NotYoursPage } from '../ui/not-yours-page.tsx';
import { Page } from '../ui/page.tsx';
import { KeysSection } from './keys-section.tsx';
import { WitnessesSection } from './witnesses-section.tsx';
import { words } from './words.ts';

export function RegisterPage() {
  const say = useWords(words);
  const me = useSignedIn();
  if (!mayAdminister(me))
    return <NotYoursPage title={say.notYours} now={say.notYoursWhat} to="/" label={say.home} />;
  return (
    <Page title={say.title} now={say.lead}>
      <WitnessesSection />
      <KeysSection />
    </Page>
  );
}
