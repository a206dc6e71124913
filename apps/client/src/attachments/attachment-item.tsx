/** One file: the image with what it shows, or a document to download; who brought it, and what one may do with it. */
import { addressOf, ALT_LIMIT, readAttachment, type Attachment } from '@butinerie/contracts';
import { useState, type ReactNode } from 'react';
import { useFormats, useWords } from '../platform/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Tag } from '../ui/card.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import css from './attachments.module.css';
import {
  showAttachments,
  useDescribeAttachment,
  useRemoveAttachment,
  useRestoreAttachment,
} from './queries.ts';
import { words } from './words.ts';

/** What other concepts add under a file. */
export interface BesideFile {
  readonly moderate?: (file: Attachment) => ReactNode;
  readonly report?: (file: Attachment) => ReactNode;
}
export interface AttachmentItemProps extends BesideFile {
  readonly file: Attachment;
}

export function AttachmentItem({ file, moderate, report }: AttachmentItemProps) {
  const say = useWords(words);
  const toast = useToast();
  const { shortDay } = useFormats();
  const remove = useRemoveAttachment();
  const restore = useRestoreAttachment();
  const { id, idea, name, type, size, alt, addedBy, at, state, hiddenFor } = file;
  const address = addressOf(readAttachment, { params: { attachment: id } });
  const change = async (act: typeof remove): Promise<boolean> => {
    const result = await act.run({ params: { attachment: id } });
    if (result.ok) showAttachments(idea, result.value);
    return result.ok;
  };
  const takeBack = async (): Promise<void> => {
    if (await change(remove)) toast({ text: say.removedToast, undo: () => void change(restore) });
  };
  const image = type !== 'pdf';
  return (
    <figure className={css.item}>
      {image && state === 'shown' && (
        <a href={address} target="_blank" rel="noopener">
          <img
            className={css.picture}
            src={address}
            alt={alt || say.noAlt}
            width={file.width ?? undefined}
            height={file.height ?? undefined}
            loading="lazy"
            decoding="async"
          />
        </a>
      )}
      <figcaption className={css.about}>
        {image && alt !== '' && state === 'shown' && <span>{alt}</span>}
        {image && alt === '' && file.mayDescribe && <Tag tone="warning">{say.altMissing}</Tag>}
        <a href={address} {...(image ? { target: '_blank', rel: 'noopener' } : { download: name })}>
          {image ? say.open(name) : say.download(name)}
        </a>
        <span className={css.quiet}>
          {addedBy === null ? say.addedOn(shortDay(at)) : say.addedBy(addedBy.name, shortDay(at))},{' '}
          {say.weight(size)}
        </span>
        {state === 'removed' && <span className={css.quiet}>{say.removed}</span>}
        {state === 'hidden' && (
          <span className={css.quiet}>{hiddenFor === '' ? say.hidden : say.hiddenFor(hiddenFor)}</span>
        )}
      </figcaption>
      <FailureNotice failure={remove.failure ?? restore.failure} />
      {(file.mayRemove || file.mayDescribe) && (
        <ButtonRow>
          {image && file.mayDescribe && <Describe file={file} />}
          {file.mayRemove && state === 'shown' && (
            <Button tone="quiet" pending={remove.pending} onClick={() => void takeBack()}>
              {say.remove}
            </Button>
          )}
          {file.mayRemove && state === 'removed' && (
            <Button tone="quiet" pending={restore.pending} onClick={() => void change(restore)}>
              {say.restore}
            </Button>
          )}
        </ButtonRow>
      )}
      {file.acts.length > 0 && moderate?.(file)}
      {state === 'shown' && report?.(file)}
    </figure>
  );
}

function Describe({ file }: { readonly file: Attachment }) {
  const say = useWords(words);
  const { run, pending, failure } = useDescribeAttachment();
  const [open, setOpen] = useState(false);
  const [alt, setAlt] = useState(file.alt);
  const save = async (): Promise<void> => {
    const result = await run({ params: { attachment: file.id }, body: { alt } });
    if (!result.ok) return;
    showAttachments(file.idea, result.value);
    setOpen(false);
  };
  return (
    <>
      <Button tone="quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {file.alt === '' ? say.describe : say.describeAgain}
      </Button>
      <Dialog
        open={open}
        title={say.alt}
        onClose={() => setOpen(false)}
        footer={
          <ButtonRow>
            <Button tone="primary" pending={pending} onClick={() => void save()}>
              {say.save}
            </Button>
            <Button onClick={() => setOpen(false)}>{say.cancel}</Button>
          </ButtonRow>
        }
      >
        <TextField
          label={file.name}
          hint={say.altHint}
          limit={ALT_LIMIT}
          maxLength={ALT_LIMIT}
          value={alt}
          onChange={setAlt}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            void save();
          }}
        />
        <FailureNotice failure={failure} />
      </Dialog>
    </>
  );
}
