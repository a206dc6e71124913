/** On the idea's page: the way to what its text was, for those who write in it. */
import type { IdeaPage } from '@butinerie/contracts';
import { useWords } from '../platform/language.tsx';
import { LinkButton } from '../ui/button.tsx';
import { words } from './words.ts';

export function HistoryLink({ idea }: { readonly idea: IdeaPage }) {
  const say = useWords(words);
  if (idea.publishedAt === null || idea.mine === null) return null;
  return (
    <div>
      <LinkButton to={`/idees/${idea.id}/historique`}>{say.link}</LinkButton>
    </div>
  );
}
