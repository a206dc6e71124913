/** Under the text of an idea, for whoever does not write in it: the way to a suggestion. */
import type { Challenge, IdeaPage } from '@butinerie/contracts';
import { actOpen } from '../platform/act-open.ts';
import { useWords } from '../platform/language.tsx';
import { LinkButton } from '../ui/button.tsx';
import { words } from './words.ts';

export function SuggestLink({ idea, challenge }: { readonly idea: IdeaPage; readonly challenge: Challenge }) {
  const say = useWords(words);
  if (!idea.acts.includes('reboundOnIdea') || !actOpen(challenge, 'reboundOnIdea')) return null;
  return (
    <div>
      <LinkButton tone="quiet" to={`/idees/${idea.id}/proposer`}>
        {say.suggest}
      </LinkButton>
    </div>
  );
}
