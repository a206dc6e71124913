/** `/notes/ecrire`: a title and two sentences, in a minute; one begun elsewhere goes on (`?note=`). */
import {
  mintId,
  NOTE_KINDS,
  noteId,
  noteKind,
  type NoteId,
  type NoteKind,
  type PersonId,
} from '@butinerie/contracts';
import { useState, type FormEvent } from 'react';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { readKept, writeKept } from '../platform/kept.ts';
import { useFormats, useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { Button } from '../ui/button.tsx';
import { RadioCards } from '../ui/choices.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { usePersonalData } from '../ui/personal-data.tsx';
import { ReadPage } from '../ui/read-page.tsx';
import { StatusLine } from '../ui/status-line.tsx';
import { useToast } from '../ui/toast.tsx';
import { isOfField, NoteFields } from './note-fields.tsx';
import css from './notes.module.css';
import { showNote, useNote, usePublishNote } from './queries.ts';
import { useNoteDraft, type NoteDraft } from './use-note-draft.ts';
import { words } from './words.ts';

const recallId = (raw: unknown): NoteId | null => noteId.safeParse(raw).data ?? null;
const newKey = (person: PersonId): string => `butinerie.note.${person}.new`;

export function WriteNotePage() {
  const [search] = useSearchParams();
  const begun = noteId.safeParse(search.get('note'));
  if (begun.success) return <Begun id={begun.data} />;
  return <Fresh kind={noteKind.safeParse(search.get('sorte')).data ?? 'pollen'} />;
}

function Begun({ id }: { readonly id: NoteId }) {
  const read = useNote(id);
  return (
    <ReadPage read={read}>
      {({ state, kind, title, text }) =>
        state === 'draft' ? (
          <Writing start={{ note: id, kind, title: title ?? '', text: text ?? '' }} />
        ) : (
          <Navigate replace to={`/notes/${id}`} />
        )
      }
    </ReadPage>
  );
}

function Fresh({ kind }: { readonly kind: NoteKind }) {
  const me = useSignedIn();
  // The id is kept with what is typed: a reload goes on with the same note.
  const [note] = useState(() => {
    const found = readKept(newKey(me.id), recallId) ?? mintId('note');
    writeKept(newKey(me.id), found);
    return found;
  });
  return <Writing start={{ note, kind, title: '', text: '' }} />;
}

function Writing({ start }: { readonly start: NoteDraft }) {
  const say = useWords(words);
  const me = useSignedIn();
  const toast = useToast();
  const navigate = useNavigate();
  const { time } = useFormats();
  const { draft, type, save, forget, savedAt, status, failure } = useNoteDraft(me.id, start);
  const publish = usePublishNote();
  const send = async (): Promise<void> => {
    if (!(await save())) return;
    const result = await publish.run({ params: { note: draft.note } });
    if (!result.ok) return;
    forget();
    if (readKept(newKey(me.id), recallId) === draft.note) writeKept(newKey(me.id), null);
    showNote(result.value);
    toast({ text: say.published });
    void navigate(`/notes/${draft.note}`, { replace: true });
  };
  const guard = usePersonalData(
    [
      { text: draft.title, change: (title) => type({ title }) },
      { text: draft.text, change: (text) => type({ text }) },
    ],
    () => void send(),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (guard.passes()) void send();
  };
  const refused = publish.failure ?? (failure?.code === 'offline' ? null : failure);
  return (
    <Page title={say.writeTitle} now={say.writeNow}>
      <form className={css.form} noValidate onSubmit={submit}>
        <RadioCards<NoteKind>
          legend={say.kind}
          value={draft.kind}
          onChange={(kind) => type({ kind })}
          options={NOTE_KINDS.map((value) => ({
            value,
            label: say.kinds[value],
            hint: say.kindHints[value],
          }))}
        />
        <NoteFields
          kind={draft.kind}
          title={draft.title}
          text={draft.text}
          failure={publish.failure}
          onType={(change) => {
            publish.clear();
            type(change);
          }}
        />
        {!isOfField(refused) && <FailureNotice failure={refused} />}
        {guard.notice}
        <div className={css.row}>
          <Button type="submit" tone="primary" pending={publish.pending}>
            {say.publish}
          </Button>
          {(savedAt !== null || status !== 'saved') && (
            <StatusLine state={status}>
              {status === 'saved' && savedAt !== null ? say.savedAt(time(savedAt)) : undefined}
            </StatusLine>
          )}
        </div>
        <p className={css.quiet}>{say.promise}</p>
      </form>
    </Page>
  );
}
