/** Somebody else saved the same challenge: both versions side by side, and the reader's is never lost. */
import type { Challenge } from '@butinerie/contracts';
import { TIME_BOX_FIELDS } from '@butinerie/domain';
import { useFormats, useWords } from '../platform/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { differences, formOf, type Form } from './form.ts';
import css from './preparation.module.css';
import { words } from './words.ts';

export interface ConflictNoticeProps {
  readonly mine: Form;
  readonly theirs: Challenge;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}
export function ConflictNotice({ mine, theirs, onKeepMine, onTakeTheirs }: ConflictNoticeProps) {
  const say = useWords(words);
  const { moment } = useFormats();
  const changed = new Set(differences(mine, formOf(theirs)));
  const dates = TIME_BOX_FIELDS.filter(
    (field) => changed.has(field) || changed.has(`${field}Fold`) || changed.has('timeZone'),
  );
  return (
    <Notice live tone="warning" title={say.conflict}>
      {changed.size === 0 ? (
        <p>{say.conflictSame}</p>
      ) : (
        <>
          <p>{say.conflictWhat}</p>
          <dl className={css.theirs}>
            {changed.has('question') && (
              <>
                <dt>{say.question}</dt>
                <dd>{theirs.question}</dd>
              </>
            )}
            {changed.has('brief') && (
              <>
                <dt>{say.brief}</dt>
                <dd className={css.kept}>{theirs.brief || '—'}</dd>
              </>
            )}
            {dates.map((field) => (
              <div key={field}>
                <dt>{say.date[field]}</dt>
                <dd>{moment(theirs[field])}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <ButtonRow>
        <Button onClick={onKeepMine}>{say.keepMine}</Button>
        <Button onClick={onTakeTheirs}>{say.takeTheirs}</Button>
      </ButtonRow>
    </Notice>
  );
}
