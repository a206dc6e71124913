/** The answer to one idea: three large choices, a motive where it is a no, and a reason long enough to be understood. */
import { MOTIVES, OUTCOMES, REASON_MINIMUM, type Selection, type SelectionEntry } from '@butinerie/contracts';
import { useState, type FormEvent } from 'react';
import { readKept, writeKept } from '../platform/kept.ts';
import { useFormats, useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { RadioCards } from '../ui/choices.tsx';
import { Select, TextArea } from '../ui/field.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { StatusLine } from '../ui/status-line.tsx';
import {
  isOvertaken,
  keyOf,
  motiveOf,
  problemsOf,
  recallAnswer,
  storable,
  typedFrom,
  unsaved,
  versionOf,
  type KeptAnswer,
  type TypedAnswer,
} from './kept-answer.ts';
import { OvertakenNotice } from './overtaken-notice.tsx';
import { useSaveAnswer } from './save-answer.ts';
import css from './selection.module.css';
import { words } from './words.ts';

export interface AnswerFormProps {
  readonly selection: Selection;
  readonly entry: SelectionEntry;
  /** Another idea awaits an answer after this one. */
  readonly hasNext: boolean;
  readonly onSaved: (selection: Selection) => void;
}
export function AnswerForm({ selection, entry, hasNext, onSaved }: AnswerFormProps) {
  const say = useWords(words);
  const { moment } = useFormats();
  const key = keyOf(useSignedIn().id, entry.idea);
  const [typedHere, setTypedHere] = useState(() => readKept(key, recallAnswer));
  const [tried, setTried] = useState(false);
  const saving = useSaveAnswer();

  const kept = unsaved(typedHere, entry);
  const typed: TypedAnswer = typedHere ?? typedFrom(entry);
  const overtaken = isOvertaken(kept, entry);
  const problems = problemsOf(typed);
  const keep = (next: KeptAnswer | null): void => {
    writeKept(key, next && storable(next));
    setTypedHere(next);
  };
  const change = (fields: Partial<TypedAnswer>): void => {
    keep({ ...typed, over: kept?.over ?? versionOf(entry), ...fields });
  };

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (problems.length > 0 || overtaken) return;
    const result = await saving.run({ selection, entry, typed: { ...typed, over: versionOf(entry) } });
    if (result.state !== 'saved') return;
    keep(null);
    onSaved(result.selection);
  };
  const wrong = (problem: (typeof problems)[number]): boolean => tried && problems.includes(problem);
  return (
    <form className={css.form} noValidate onSubmit={(event) => void submit(event)}>
      {overtaken && (
        <OvertakenNotice
          entry={entry}
          onKeepMine={() => keep({ ...typed, over: versionOf(entry) })}
          onTakeTheirs={() => keep(null)}
        />
      )}
      <RadioCards
        legend={say.yourAnswer}
        value={typed.outcome}
        onChange={(outcome) => change({ outcome })}
        options={OUTCOMES.map((outcome) => ({
          value: outcome,
          label: say.outcome[outcome],
          hint: say.outcomeHint[outcome],
        }))}
        error={wrong('outcome') ? say.chooseOutcome : null}
      />
      {typed.outcome === 'not_selected' && (
        <Select
          label={say.motiveLabel}
          value={typed.motive ?? ''}
          onChange={(motive) => change({ motive: motiveOf(motive) })}
          options={[
            { value: '', label: '—' },
            ...MOTIVES.map((motive) => ({ value: motive, label: say.motive[motive] })),
          ]}
          error={wrong('motive') ? say.chooseMotive : null}
        />
      )}
      <TextArea
        label={say.reason}
        hint={typed.outcome ? say.reasonHint[typed.outcome] : say.reasonHintFirst}
        minimum={REASON_MINIMUM}
        maxLength={10_000}
        rows={5}
        value={typed.reason}
        onChange={(reason) => change({ reason })}
        error={wrong('reason') ? say.reasonShort(REASON_MINIMUM) : null}
      />
      {tried && overtaken && (
        <Notice live tone="warning">
          {say.chooseFirst}
        </Notice>
      )}
      {selection.proposedBy && <Notice tone="warning">{say.takesBack}</Notice>}
      <FailureNotice failure={saving.failure} />
      <ButtonRow>
        <Button type="submit" tone="primary" pending={saving.pending}>
          {hasNext ? say.saveAndNext : say.save}
        </Button>
        {kept && entry.answer && !overtaken && (
          <Button tone="quiet" onClick={() => keep(null)}>
            {say.drop}
          </Button>
        )}
      </ButtonRow>
      {kept ? (
        <StatusLine state="notSent">{say.keptHere}</StatusLine>
      ) : (
        entry.answer && (
          <StatusLine state="saved">{say.savedBy(entry.answer.by.name, moment(entry.answer.at))}</StatusLine>
        )
      )}
    </form>
  );
}
