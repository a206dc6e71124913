/** An idea that this one grows from, drawn at the end of its thread; says while the words are still the same. */
import type { IdeaId } from '@butinerie/contracts';
import { checkPublishable } from '@butinerie/domain';
import { Link } from 'react-router';
import { useWords } from '../platform/language.tsx';
import { CreditLine } from '../ui/credit-line.tsx';
import { Reading } from '../ui/reading.tsx';
import { Knot } from '../ui/thread.tsx';
import css from './ideas.module.css';
import { useIdea } from './queries.ts';
import { words } from './words.ts';

export function ParentIdea({ idea, typed }: { readonly idea: IdeaId; readonly typed: string }) {
  const say = useWords(words);
  const read = useIdea(idea);
  return (
    <Knot>
      <Reading read={read}>
        {(parent) => {
          const checked = checkPublishable({ title: '-', text: typed, parents: [parent] });
          return (
            <>
              <Link to={`/idees/${idea}`}>{parent.title}</Link>
              <CreditLine credits={parent.credits} authorToConfirm={parent.authorToConfirm} />
              <output className={css.lead}>
                {!checked.ok && checked.failure.code === 'same-as-parent' && say.mustDiffer}
              </output>
            </>
          );
        }}
      </Reading>
    </Knot>
  );
}
