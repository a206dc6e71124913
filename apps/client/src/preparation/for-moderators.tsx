/** Whose page this is, said to whoever may not prepare challenges. */
import { mayAdminister } from '@butinerie/domain';
import { useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { words } from './words.ts';

export function ForModerators() {
  const say = useWords(words);
  const administers = mayAdminister(useSignedIn());
  return (
    <Page
      title={say.forModerators}
      now={say.forModeratorsWhat}
      acts={
        administers && (
          <div>
            <LinkButton to="/personnes" tone="primary">
              {say.toPeople}
            </LinkButton>
          </div>
        )
      }
    />
  );
}
