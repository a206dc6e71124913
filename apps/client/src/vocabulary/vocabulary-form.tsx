/** The council's words: typed, kept on the device, shown in sentences before they are saved for everybody. */
import {
  NO_VOCABULARY,
  readSession,
  readVocabulary,
  setVocabulary,
  TERMS,
  WORD_LIMIT,
  type AnswerOf,
} from '@butinerie/contracts';
import { PLATFORM } from '@butinerie/domain';
import { useState, type FormEvent } from 'react';
import { useKept } from '../platform/kept.ts';
import { useWords } from '../platform/language.tsx';
import { refresh, remember, useAct } from '../platform/query.ts';
import { useSignedIn } from '../platform/session.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { StatusLine } from '../ui/status-line.tsx';
import { useToast } from '../ui/toast.tsx';
import { Conflict } from './conflict.tsx';
import { formOf, isSame, problemsIn, recallForm, vocabularyOf, type WordsForm } from './form.ts';
import { Preview, type Sentences } from './preview.tsx';
import { TermFields } from './term-fields.tsx';
import css from './vocabulary.module.css';
import { words } from './words.ts';

export interface VocabularyFormProps {
  readonly saved: AnswerOf<typeof readVocabulary>;
  readonly sentences: Sentences;
}
export function VocabularyForm({ saved, sentences }: VocabularyFormProps) {
  const say = useWords(words);
  const me = useSignedIn();
  const toast = useToast();
  const { run, pending, failure, clear } = useAct(setVocabulary);
  const [kept, keep, settle] = useKept(`butinerie.vocabulary.${me.id}`, recallForm);
  const [asking, setAsking] = useState(false);
  const stands = formOf(saved.vocabulary);
  const form: WordsForm = kept ?? stands;
  const version = kept?.version ?? saved.version;
  const problems = problemsIn(form);
  const overtaken = kept !== null && kept.version !== saved.version && !isSame(kept, stands);
  const change = (next: Partial<WordsForm>): void => {
    clear();
    keep({ name: form.name, terms: form.terms, ...next, version });
  };
  const save = async (wanted: WordsForm): Promise<void> => {
    const result = await run({ body: { vocabulary: vocabularyOf(wanted), version } });
    if (!result.ok) {
      if (result.failure.code === 'stale-version') refresh(readVocabulary, {});
      return;
    }
    remember(readVocabulary, {}, result.value);
    settle(kept, (typedSince) => ({ ...typedSince, version: result.value.version }));
    refresh(readSession);
    toast({ text: say.saved });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (problems.size === 0) void save(form);
  };
  const problem = problems.get('name');
  return (
    <form className={css.form} noValidate onSubmit={submit}>
      <TextField
        label={say.name}
        hint={say.nameHint}
        optional
        maxLength={WORD_LIMIT}
        placeholder={PLATFORM}
        value={form.name}
        onChange={(name) => change({ name })}
        error={problem === undefined ? null : say.problems[problem]}
      />
      {TERMS.map((term) => (
        <TermFields
          key={term}
          term={term}
          value={form.terms[term]}
          problems={problems}
          onChange={(value) => change({ terms: { ...form.terms, [term]: value } })}
        />
      ))}
      {problems.size === 0 && <Preview vocabulary={vocabularyOf(form)} sentences={sentences} />}
      {overtaken ? (
        <Conflict
          mine={form}
          theirs={stands}
          onKeepMine={() => {
            clear();
            keep({ ...form, version: saved.version });
          }}
          onTakeTheirs={() => {
            clear();
            keep(null);
          }}
        />
      ) : (
        <FailureNotice failure={failure} />
      )}
      {kept !== null && !isSame(kept, stands) && <StatusLine state="notSent">{say.unsaved}</StatusLine>}
      <ButtonRow>
        <Button type="submit" tone="primary" pending={pending} disabled={problems.size > 0 || overtaken}>
          {say.save}
        </Button>
        {!isSame(form, formOf(NO_VOCABULARY)) && (
          <Button tone="quiet" onClick={() => setAsking(true)}>
            {say.productWords}
          </Button>
        )}
      </ButtonRow>
      <Dialog
        title={say.resetAsk}
        open={asking}
        onClose={() => setAsking(false)}
        footer={
          <ButtonRow>
            <Button
              tone="primary"
              onClick={() => {
                setAsking(false);
                void save(formOf(NO_VOCABULARY));
              }}
            >
              {say.productWords}
            </Button>
            <Button onClick={() => setAsking(false)}>{say.cancel}</Button>
          </ButtonRow>
        }
      >
        <p>{say.resetWhat}</p>
      </Dialog>
    </form>
  );
}
