/** The first page of an instance where nothing is asked yet: what this place is, and the way in. */
import { useWords } from '../platform/language.tsx';
import { useMe } from '../platform/session.tsx';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Page, Prose } from '../ui/page.tsx';
import { words } from './words.ts';

export function WelcomePage() {
  const say = useWords(words);
  const me = useMe();
  if (me)
    return (
      <Page title={say.welcomeBack(me.name)}>
        <EmptyState title={say.nothingYet}>{say.nothingYetWhat}</EmptyState>
      </Page>
    );
  return (
    <Page
      title={say.tagline}
      acts={
        <div>
          <LinkButton to="/entrer" tone="primary" icon="arrow">
            {say.enter}
          </LinkButton>
        </div>
      }
    >
      <Prose>
        <p>{say.welcomeWhat}</p>
        <p>{say.welcomeCredit}</p>
      </Prose>
    </Page>
  );
}
