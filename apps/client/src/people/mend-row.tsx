/** One row that cannot be taken as it is: why, and its three fields to put it right. */
import { useWords } from '../platform/language.tsx';
import { Entry } from '../ui/card.tsx';
import { TextField } from '../ui/field.tsx';
import { isValid, type ReadyRow } from './invitation.ts';
import css from './people.module.css';
import { words } from './words.ts';

type Fields = Pick<ReadyRow, 'name' | 'directorate' | 'mail'>;

export interface MendRowProps {
  readonly row: ReadyRow;
  readonly onMend: (mended: Fields) => void;
}
export function MendRow({ row, onMend }: MendRowProps) {
  const say = useWords(words);
  const { name, directorate, mail, reasons } = row;
  const fields: Fields = { name, directorate, mail };
  return (
    <Entry as="div">
      <h3>{say.rowNumber(row.row)}</h3>
      <output className={isValid(row) ? css.fine : css.reasons}>
        {isValid(row) ? say.mended : reasons.map((reason) => <span key={reason}>{say.reason[reason]}</span>)}
      </output>
      <div className={css.mend}>
        <TextField label={say.name} value={name} onChange={(next) => onMend({ ...fields, name: next })} />
        <TextField
          label={say.directorate}
          value={directorate}
          onChange={(next) => onMend({ ...fields, directorate: next })}
        />
        <TextField
          label={say.mail}
          optional
          type="email"
          inputMode="email"
          value={mail ?? ''}
          onChange={(next) => onMend({ ...fields, mail: next === '' ? null : next })}
        />
      </div>
    </Entry>
  );
}
