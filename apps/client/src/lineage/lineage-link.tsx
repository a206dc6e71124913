/** On the idea's page: the way to its whole family, where it has one. */
import type { IdeaPage } from '@butinerie/contracts';
import { useWords } from '../platform/language.tsx';
import { LinkButton } from '../ui/button.tsx';
import { words } from './words.ts';

export function LineageLink({ idea }: { readonly idea: IdeaPage }) {
  const say = useWords(words);
  if (idea.parents.length + idea.children.length === 0 && idea.state !== 'merged') return null;
  return (
    <div>
      <LinkButton to={`/idees/${idea.id}/filiation`}>{say.link}</LinkButton>
    </div>
  );
}
