/** Two administrators wrote words at once: both are shown where they differ, and one chooses. */
import { TERMS } from '@butinerie/contracts';
import { DEFAULT_WORDS } from '@butinerie/domain';
import { useWords } from '../platform/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { WordsForm } from './form.ts';
import css from './vocabulary.module.css';
import { words } from './words.ts';

/** « défi, défis / challenge, challenges »: everything one may have changed, on a line. */
function linesOf({ name, terms }: WordsForm): readonly string[] {
  return [
    name,
    ...TERMS.map((term) => {
      const { fr, en } = terms[term];
      return `${fr.singular}, ${fr.plural} / ${en.singular}, ${en.plural}`;
    }),
  ];
}

export interface ConflictProps {
  readonly mine: WordsForm;
  readonly theirs: WordsForm;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}
export function Conflict({ mine, theirs, onKeepMine, onTakeTheirs }: ConflictProps) {
  const say = useWords(words);
  const names = [say.productName, ...TERMS.map((term) => DEFAULT_WORDS[term].fr.singular)];
  const own = linesOf(mine);
  const others = linesOf(theirs);
  return (
    <Notice live tone="warning" title={say.conflict}>
      <p>{say.conflictWhat}</p>
      <dl className={css.conflict}>
        {names.map((name, at) =>
          own[at] === others[at] ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{say.conflictTheirs(others[at] || '—')}</dd>
              <dd>{say.conflictMine(own[at] || '—')}</dd>
            </div>
          ),
        )}
      </dl>
      <ButtonRow>
        <Button onClick={onKeepMine}>{say.keepMine}</Button>
        <Button onClick={onTakeTheirs}>{say.takeTheirs}</Button>
      </ButtonRow>
    </Notice>
  );
}
