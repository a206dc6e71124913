/** The other answer: no, with a reason long enough to be understood. */
import { REASON_MINIMUM, type Directorate, type IdeaId } from '@butinerie/contracts';
import { lengthOf } from '@butinerie/domain';
import { useState } from 'react';
import { useKept } from '../platform/kept.ts';
import { useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { useFailureText } from '../platform/use-failure-text.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import folded from '../ui/folded.module.css';
import css from './adoption.module.css';
import { useDeclineAdoption } from './queries.ts';
import { words } from './words.ts';

const recallText = (raw: unknown): string | null => (typeof raw === 'string' ? raw : null);

export interface DeclineFormProps {
  readonly idea: IdeaId;
  readonly directorates: readonly Directorate[];
  readonly onDeclined: () => void;
}

export function DeclineForm({ idea, directorates, onDeclined }: DeclineFormProps) {
  const say = useWords(words);
  const failureText = useFailureText();
  const me = useSignedIn();
  const [kept, keep] = useKept(`butinerie.declining.${me.id}.${idea}`, recallText);
  const reason = kept ?? '';
  const [short, setShort] = useState(false);
  const { run, pending, failure } = useDeclineAdoption();
  const length = lengthOf(reason.trim());
  const tooShort = failureText({ code: 'reason-too-short', minimum: REASON_MINIMUM, length });

  const decline = async ({ id }: Directorate): Promise<void> => {
    setShort(length < REASON_MINIMUM);
    if (length < REASON_MINIMUM) return;
    const result = await run({ params: { idea }, body: { directorate: id, reason } });
    if (!result.ok) return;
    keep(null);
    onDeclined();
  };
  return (
    <details className={folded.folded} open={reason !== '' || undefined}>
      <summary>{say.declineTitle}</summary>
      <div className={css.fields}>
        <p>{say.declineWhat}</p>
        <TextArea
          label={say.declineField}
          hint={say.declineHint}
          value={reason}
          onChange={(next) => {
            keep(next);
            setShort(false);
          }}
          error={short ? `${tooShort.what} ${tooShort.next}` : null}
        />
        {!short && <FailureNotice failure={failure} />}
        <ButtonRow>
          {directorates.map((directorate) => (
            <Button key={directorate.id} pending={pending} onClick={() => void decline(directorate)}>
              {say.decline(directorate.name)}
            </Button>
          ))}
        </ButtonRow>
      </div>
    </details>
  );
}
