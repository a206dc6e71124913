/** On the idea's page: the way to « qui a écrit quoi ». */
import type { IdeaPage } from '@butinerie/contracts';
import { useWords } from '../platform/language.tsx';
import { LinkButton } from '../ui/button.tsx';
import { words } from './words.ts';

/** Nothing before it is published: a draft has one writer. */
export function AuthorshipLink({ idea }: { readonly idea: IdeaPage }) {
  const say = useWords(words);
  if (idea.publishedAt === null) return null;
  return (
    <div>
      <LinkButton to={`/idees/${idea.id}/mots`}>{say.link}</LinkButton>
    </div>
  );
}
