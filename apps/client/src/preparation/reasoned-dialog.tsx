/** One act on a challenge that asks for a reason, which everybody reads. What was typed survives a refusal. */
import type { Failure } from '@butinerie/contracts';
import { useState, type ReactNode } from 'react';
import type { Offline } from '../platform/call.ts';
import { useWords } from '../platform/language.tsx';
import { Button, ButtonRow, type ButtonTone } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { words } from './words.ts';

const REASON_LIMIT = 2_000;

export interface ReasonedDialogProps {
  readonly tone?: ButtonTone;
  /** On the button, as the title, on the button that does it, on the one that does not. */
  readonly say: { readonly open: string; readonly ask: string; readonly yes: string; readonly no: string };
  /** What follows from it. */
  readonly follows: string;
  readonly pending: boolean;
  readonly failure: Failure | Offline | null;
  /** True once it is done. */
  readonly act: (reason: string) => Promise<boolean>;
  readonly children?: ReactNode;
}

export function ReasonedDialog(props: ReasonedDialogProps) {
  const { tone = 'secondary', say, follows, pending, failure, act, children } = props;
  const own = useWords(words);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const go = async (): Promise<void> => {
    const empty = reason.trim() === '';
    setMissing(empty);
    if (empty || !(await act(reason))) return;
    setOpen(false);
    setReason('');
  };
  return (
    <div>
      <Button tone={tone} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {say.open}
      </Button>
      <Dialog
        open={open}
        title={say.ask}
        onClose={() => setOpen(false)}
        footer={
          <ButtonRow>
            <Button
              tone={tone === 'danger' ? 'danger' : 'primary'}
              pending={pending}
              onClick={() => void go()}
            >
              {say.yes}
            </Button>
            <Button onClick={() => setOpen(false)}>{say.no}</Button>
          </ButtonRow>
        }
      >
        <p>{follows}</p>
        {children}
        <TextArea
          label={own.cancelReason}
          limit={REASON_LIMIT}
          value={reason}
          onChange={setReason}
          error={missing && reason.trim() === '' ? own.cancelReasonMissing : null}
        />
        <FailureNotice failure={failure} />
      </Dialog>
    </div>
  );
}
