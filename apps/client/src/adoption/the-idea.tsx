/** The idea as the directorate adopts it: the text sealed at closing and the reason why it was selected, folded. */
import type { IdeaPage } from '@butinerie/contracts';
import { useWords } from '../platform/language.tsx';
import { KeptText } from '../ui/page.tsx';
import folded from '../ui/folded.module.css';
import css from './adoption.module.css';
import { Article } from './articles.tsx';
import { words } from './words.ts';

export function TheIdea({ idea }: { readonly idea: IdeaPage }) {
  const say = useWords(words);
  return (
    <Article title={say.theIdea}>
      <p>
        <strong>{idea.seal?.title ?? idea.title}</strong>
      </p>
      <details className={folded.folded} open>
        <summary>{say.readText}</summary>
        <div className={css.quote}>
          <KeptText>{idea.seal?.text ?? idea.text}</KeptText>
        </div>
      </details>
      {idea.answer && (
        <details className={folded.folded}>
          <summary>{say.readReason}</summary>
          <div className={css.quote}>
            <KeptText>{idea.answer.reason}</KeptText>
          </div>
        </details>
      )}
    </Article>
  );
}
