/** Other words for a published note: kept on this device until they are saved; what it said before stays readable. */
import { readNote, type NotePage } from '@butinerie/contracts';
import { useEffect, useRef, type FormEvent } from 'react';
import { useKept, versionedTextsOf } from '../platform/kept.ts';
import { useWords } from '../platform/language.tsx';
import { refresh } from '../platform/query.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { Section } from '../ui/page.tsx';
import { usePersonalData } from '../ui/personal-data.tsx';
import { useToast } from '../ui/toast.tsx';
import { isOfField, NoteFields } from './note-fields.tsx';
import css from './notes.module.css';
import { showNote, useRewriteNote } from './queries.ts';
import { words } from './words.ts';

export function RewriteNote({ note, onDone }: { readonly note: NotePage; readonly onDone: () => void }) {
  const say = useWords(words);
  const toast = useToast();
  const [kept, keep, settle] = useKept(`butinerie.note.rewrite.${note.id}`, (raw) =>
    versionedTextsOf(raw, ['title', 'text'], note.version),
  );
  const { run, pending, failure, clear } = useRewriteNote();
  const typed = kept ?? { title: note.title ?? '', text: note.text ?? '', version: note.version };
  const { title, text, version } = typed;
  const latest = useRef(typed);
  useEffect(() => {
    latest.current = typed;
  });
  // Two fields may change before the next draw.
  const type = (change: Partial<{ title: string; text: string }>): void => {
    latest.current = { ...latest.current, ...change };
    keep(latest.current);
  };
  const save = async (): Promise<void> => {
    const result = await run({ params: { note: note.id }, body: { title, text, version } });
    if (!result.ok) {
      if (result.failure.code === 'stale-version') {
        const { current } = result.failure;
        settle(null, (mine) => ({ ...mine, version: current }));
        refresh(readNote, { params: { note: note.id } });
      }
      return;
    }
    settle(kept, (typedSince) => ({ ...typedSince, version: result.value.version }));
    showNote(result.value);
    toast({ text: say.saved });
    onDone();
  };
  const guard = usePersonalData(
    [
      { text: title, change: (next) => type({ title: next }) },
      { text, change: (next) => type({ text: next }) },
    ],
    () => void save(),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (guard.passes()) void save();
  };
  return (
    <Section title={say.rewriteTitle}>
      <p className={css.quiet}>{say.rewriteWhat}</p>
      <form className={css.form} noValidate onSubmit={submit}>
        <NoteFields
          kind={note.kind}
          title={title}
          text={text}
          failure={failure}
          onType={(change) => {
            clear();
            type(change);
          }}
        />
        {failure?.code === 'stale-version' ? (
          <Notice live tone="warning">
            {say.theirs}
          </Notice>
        ) : (
          !isOfField(failure) && <FailureNotice failure={failure} />
        )}
        {guard.notice}
        <ButtonRow>
          <Button type="submit" tone="primary" pending={pending}>
            {say.save}
          </Button>
          <Button
            onClick={() => {
              keep(null);
              onDone();
            }}
          >
            {say.back}
          </Button>
        </ButtonRow>
      </form>
    </Section>
  );
}
