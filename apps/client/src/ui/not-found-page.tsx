/** An address that leads nowhere. */
import { useWords } from '../platform/language.tsx';
import { LinkButton } from './button.tsx';
import { Page } from './page.tsx';
import { words } from './words.ts';

export function NotFoundPage() {
  const say = useWords(words);
  return (
    <Page
      title={say.notFound}
      acts={
        <div>
          <LinkButton to="/">{say.home}</LinkButton>
        </div>
      }
      now={say.notFoundWhat}
    />
  );
}
