/**
 * Adding a file: chosen, looked at here, said what it shows, sent with its progress. Refused or cut off, the file and
 * what was typed stay in front of the person. No form of its own: it also stands inside the form of a draft.
 */
import {
  ALT_LIMIT,
  ATTACHMENT_LIMIT,
  ATTACHMENTS_LIMIT,
  attachFile,
  MEDIA_TYPES,
  mintId,
  type AttachmentId,
  type IdeaId,
} from '@butinerie/contracts';
import { useState, type KeyboardEvent } from 'react';
import { useWords } from '../platform/language.tsx';
import { useSendFile } from '../platform/use-send-file.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { cx } from '../ui/classes.ts';
import { TextField } from '../ui/field.tsx';
import { FileButton } from '../ui/file-button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import css from './attachments.module.css';
import { lookAtFile, type Looked } from './look-at-file.ts';
import { showAttachments } from './queries.ts';
import { words } from './words.ts';

const TYPES = Object.values(MEDIA_TYPES).join();
const IMAGES = 'image/jpeg,image/png,image/webp';

interface Chosen extends Looked {
  readonly id: AttachmentId;
  readonly file: File;
}

export function AddFile({ idea }: { readonly idea: IdeaId }) {
  const say = useWords(words);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const choose = async (file: File): Promise<void> =>
    setChosen({ id: mintId('attachment'), file, ...(await lookAtFile(file)) });
  return (
    <div className={css.adding}>
      {chosen === null || chosen.failure !== null ? (
        <>
          <ButtonRow>
            <FileButton label={say.add} accept={TYPES} onFile={(file) => void choose(file)} />
            <span className={css.camera}>
              <FileButton label={say.camera} accept={IMAGES} camera onFile={(file) => void choose(file)} />
            </span>
          </ButtonRow>
          <p className={css.quiet}>{say.what(ATTACHMENT_LIMIT / 1_000_000, ATTACHMENTS_LIMIT)}</p>
          <FailureNotice failure={chosen?.failure ?? null} />
        </>
      ) : (
        <SendFile key={chosen.id} idea={idea} chosen={chosen} onDone={() => setChosen(null)} />
      )}
    </div>
  );
}

interface SendFileProps {
  readonly idea: IdeaId;
  readonly chosen: Chosen;
  readonly onDone: () => void;
}
function SendFile({ idea, chosen, onDone }: SendFileProps) {
  const say = useWords(words);
  const toast = useToast();
  const [alt, setAlt] = useState('');
  const { percent, failure, send } = useSendFile(attachFile);

  const attach = async (): Promise<void> => {
    const { id, file } = chosen;
    const query = { idea, name: file.name.slice(-1_000), alt };
    const result = await send({ params: { attachment: id }, query }, file);
    if (result?.ok !== true) return;
    showAttachments(idea, result.value);
    toast({ text: say.sent });
    onDone();
  };
  const onEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    // The draft around it is not what is being sent.
    event.preventDefault();
    void attach();
  };
  return (
    <div className={cx(css.adding, css.chosen)}>
      <p>
        <strong>{say.chosen(chosen.file.name, chosen.file.size)}</strong>
      </p>
      {chosen.image ? (
        <div className={css.field}>
          <TextField
            label={say.alt}
            hint={say.altHint}
            optional
            limit={ALT_LIMIT}
            maxLength={ALT_LIMIT}
            autoComplete="off"
            value={alt}
            onChange={setAlt}
            onKeyDown={onEnter}
          />
        </div>
      ) : (
        <p className={css.quiet}>{say.pdfKeeps}</p>
      )}
      {percent !== null && (
        <>
          <progress className={css.progress} max={100} value={percent} aria-label={say.sending(percent)} />
          <p className={css.quiet}>{say.sending(percent)}</p>
        </>
      )}
      <FailureNotice failure={failure} />
      <ButtonRow>
        <Button pending={percent !== null} onClick={() => void attach()}>
          {say.send}
        </Button>
        <Button tone="quiet" onClick={onDone}>
          {say.drop}
        </Button>
      </ButtonRow>
    </div>
  );
}
