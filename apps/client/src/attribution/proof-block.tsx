/** On the idea's page: the way to check its credit oneself. */
import type { IdeaPage } from '@butinerie/contracts';
import { useWords } from '../platform/language.tsx';
import { LinkButton } from '../ui/button.tsx';
import css from './attribution.module.css';
import { words } from './words.ts';

/** Nothing before the credit begins. */
export function ProofBlock({ idea }: { readonly idea: IdeaPage }) {
  const say = useWords(words);
  if (idea.state === 'draft' || idea.credits.originators.length === 0) return null;
  return (
    <section className={css.block}>
      <h2>{say.blockTitle}</h2>
      <p className={css.quiet}>{say.blockWhat}</p>
      <LinkButton to={`/idees/${idea.id}/preuve`} icon="lock">
        {say.verifyCredit}
      </LinkButton>
    </section>
  );
}
