/** Ending a challenge before its results: never without a reason that everybody reads. */
import type { Challenge } from '@butinerie/contracts';
import { useState } from 'react';
import { useWords } from '../platform/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import { useCancelChallenge } from './queries.ts';
import { words } from './words.ts';

const REASON_LIMIT = 2_000;

export function CancelChallenge({ challenge }: { readonly challenge: Challenge }) {
  const say = useWords(words);
  const toast = useToast();
  const { run, pending, failure } = useCancelChallenge();
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);

  const cancel = async (): Promise<void> => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return;
    const { id, version } = challenge;
    const result = await run({ params: { challenge: id }, body: { reason, version } });
    if (!result.ok) return;
    setAsked(false);
    toast({ text: say.cancelled });
  };
  return (
    <div>
      <Button tone="danger" aria-haspopup="dialog" onClick={() => setAsked(true)}>
        {say.cancel}
      </Button>
      <Dialog
        open={asked}
        title={say.cancelAsk}
        onClose={() => setAsked(false)}
        footer={
          <ButtonRow>
            <Button tone="danger" pending={pending} onClick={() => void cancel()}>
              {say.cancelYes}
            </Button>
            <Button onClick={() => setAsked(false)}>{say.cancelNo}</Button>
          </ButtonRow>
        }
      >
        <p>{say.cancelFollows}</p>
        <TextArea
          label={say.cancelReason}
          limit={REASON_LIMIT}
          value={reason}
          onChange={setReason}
          error={missing && reason.trim() === '' ? say.cancelReasonMissing : null}
        />
        <FailureNotice failure={failure} />
      </Dialog>
    </div>
  );
}
