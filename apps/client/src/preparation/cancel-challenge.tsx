/** Ending a challenge before its results: never without a reason that everybody reads. */
import type { Challenge } from '@butinerie/contracts';
import { useWords } from '../platform/language.tsx';
import { Button } from '../ui/button.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { KeptText } from '../ui/page.tsx';
import { useToast } from '../ui/toast.tsx';
import { useAgreeToCancellation, useCancelChallenge } from './queries.ts';
import { ReasonedDialog } from './reasoned-dialog.tsx';
import { words } from './words.ts';

/** The general direction's answer to what a moderator asked. */
export function AgreeToCancellation({ challenge }: { readonly challenge: Challenge }) {
  const say = useWords(words);
  const toast = useToast();
  const { run, pending, failure } = useAgreeToCancellation();
  const { id, version, cancellation, acts } = challenge;
  if (cancellation === null) return null;
  const agree = async (): Promise<void> => {
    const result = await run({ params: { challenge: id }, body: { version } });
    if (result.ok) toast({ text: say.cancelled });
  };
  return (
    <Notice tone="warning" title={say.cancelWaits(cancellation.askedBy?.name ?? '')}>
      <KeptText>{cancellation.reason}</KeptText>
      <p>{say.cancelWaitsWhat}</p>
      <FailureNotice failure={failure} />
      {acts.includes('agreeToCancellation') && (
        <div>
          <Button tone="danger" pending={pending} onClick={() => void agree()}>
            {say.cancelAgree}
          </Button>
        </div>
      )}
    </Notice>
  );
}

export function CancelChallenge({ challenge }: { readonly challenge: Challenge }) {
  const say = useWords(words);
  const toast = useToast();
  const { run, pending, failure } = useCancelChallenge();
  const { id, version } = challenge;
  // What nobody else has seen ends without anybody else.
  const alone = challenge.phase === 'draft';
  return (
    <ReasonedDialog
      tone="danger"
      say={{
        open: say.cancel,
        ask: say.cancelAsk,
        yes: alone ? say.cancelYes : say.cancelAskYes,
        no: say.cancelNo,
      }}
      follows={alone ? say.cancelFollows : say.cancelAskFollows}
      pending={pending}
      failure={failure}
      act={async (reason) => {
        const result = await run({ params: { challenge: id }, body: { reason, version } });
        if (result.ok) toast({ text: alone ? say.cancelled : say.cancelAsked });
        return result.ok;
      }}
    />
  );
}
