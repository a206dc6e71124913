/** Ending a challenge before its results: never without a reason that everybody reads. */
import type { Challenge } from '@butinerie/contracts';
import { useWords } from '../platform/language.tsx';
import { useToast } from '../ui/toast.tsx';
import { useCancelChallenge } from './queries.ts';
import { ReasonedDialog } from './reasoned-dialog.tsx';
import { words } from './words.ts';

export function CancelChallenge({ challenge }: { readonly challenge: Challenge }) {
  const say = useWords(words);
  const toast = useToast();
  const { run, pending, failure } = useCancelChallenge();
  const { id, version } = challenge;
  return (
    <ReasonedDialog
      tone="danger"
      say={{ open: say.cancel, ask: say.cancelAsk, yes: say.cancelYes, no: say.cancelNo }}
      follows={say.cancelFollows}
      pending={pending}
      failure={failure}
      act={async (reason) => {
        const result = await run({ params: { challenge: id }, body: { reason, version } });
        if (result.ok) toast({ text: say.cancelled });
        return result.ok;
      }}
    />
  );
}
