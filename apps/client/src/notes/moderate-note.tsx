/** What a moderator does about a note: reads the reports, leaves it, hides it with a reason, shows it again. */
import type { CommentId, NotePage } from '@butinerie/contracts';
import { useState } from 'react';
import { useWords } from '../platform/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/field.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { KeptText } from '../ui/page.tsx';
import { useToast } from '../ui/toast.tsx';
import { showNote, useModerateNote } from './queries.ts';
import { words } from './words.ts';

export function ModerateNote({ note }: { readonly note: NotePage }) {
  const say = useWords(words);
  const { run, pending, failure } = useModerateNote();
  if (!note.acts.includes('moderateNote')) return null;
  const decide = async (act: 'keep' | 'show', comment: CommentId | null): Promise<void> => {
    const result = await run({ params: { note: note.id }, body: { act, comment, reason: '' } });
    if (result.ok) showNote(result.value);
  };
  return (
    <>
      {note.reports.map(({ id, comment, motive, words: said }) => (
        <Notice key={id} tone="warning" title={say.reportOf(say.motives[motive])}>
          {comment !== null && <p>{say.aboutComment}</p>}
          {said !== '' && <KeptText>{said}</KeptText>}
          <ButtonRow>
            <Button pending={pending} onClick={() => void decide('keep', comment)}>
              {say.keep}
            </Button>
            <HideNote note={note} comment={comment} />
          </ButtonRow>
        </Notice>
      ))}
      <FailureNotice failure={failure} />
      {note.state === 'published' && note.reports.length === 0 && <HideNote note={note} comment={null} />}
      {note.state === 'hidden' && (
        <div>
          <Button pending={pending} onClick={() => void decide('show', null)}>
            {say.show}
          </Button>
        </div>
      )}
    </>
  );
}

export interface HideNoteProps {
  readonly note: Pick<NotePage, 'id'>;
  readonly comment: CommentId | null;
}
export function HideNote({ note, comment }: HideNoteProps) {
  const say = useWords(words);
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const { run, pending, failure } = useModerateNote();
  const hide = async (): Promise<void> => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return;
    const result = await run({ params: { note: note.id }, body: { act: 'hide', comment, reason } });
    if (!result.ok) return;
    showNote(result.value);
    setOpen(false);
    toast({ text: say.done });
  };
  return (
    <div>
      <Button tone="quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {comment === null ? say.hide : say.hideComment}
      </Button>
      <Dialog
        open={open}
        title={say.hideTitle}
        onClose={() => setOpen(false)}
        footer={
          <ButtonRow>
            <Button tone="danger" pending={pending} onClick={() => void hide()}>
              {say.hide}
            </Button>
            <Button onClick={() => setOpen(false)}>{say.back}</Button>
          </ButtonRow>
        }
      >
        <p>{say.hideWhat}</p>
        <TextArea
          label={say.reason}
          rows={3}
          limit={1_000}
          value={reason}
          onChange={setReason}
          error={missing && reason.trim() === '' ? say.reasonMissing : null}
        />
        <FailureNotice failure={failure} />
      </Dialog>
    </div>
  );
}
