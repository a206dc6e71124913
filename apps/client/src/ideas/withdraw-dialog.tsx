/** Taking an idea back, with the question that only the facilitation team reads. */
import type { IdeaPage } from '@butinerie/contracts';
import { useState } from 'react';
import { useWords } from '../platform/language.tsx';
import { Button } from '../ui/button.tsx';
import { RadioCards } from '../ui/choices.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { showPage, useWithdrawIdea } from './queries.ts';
import { words } from './words.ts';

const REASON_LIMIT = 2_000;
type Asked = 'yes' | 'no' | 'unsaid';

export interface WithdrawDialogProps {
  readonly idea: IdeaPage;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function WithdrawDialog({ idea, open, onClose }: WithdrawDialogProps) {
  const say = useWords(words);
  const { run, pending, failure } = useWithdrawIdea();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState<Asked>('unsaid');
  const withdraw = async (): Promise<void> => {
    const result = await run({ params: { idea: idea.id }, body: { reason, askedBySomebody: asked } });
    if (!result.ok) return;
    showPage(result.value);
    onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={say.withdrawTitle}
      footer={
        <>
          <Button tone="danger" pending={pending} onClick={() => void withdraw()}>
            {say.withdrawNow}
          </Button>
          <Button tone="quiet" onClick={onClose}>
            {say.keepIt}
          </Button>
        </>
      }
    >
      <p>{say.withdrawWhat}</p>
      <TextArea
        label={say.withdrawReason}
        optional
        rows={3}
        limit={REASON_LIMIT}
        value={reason}
        onChange={setReason}
      />
      <RadioCards<Asked>
        legend={say.pressure}
        value={asked}
        onChange={setAsked}
        options={[
          { value: 'no', label: say.pressureNo },
          { value: 'yes', label: say.pressureYes },
          { value: 'unsaid', label: say.pressureUnsaid },
        ]}
      />
      <FailureNotice failure={failure} />
    </Dialog>
  );
}
