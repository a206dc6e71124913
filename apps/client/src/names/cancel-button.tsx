/** Takes a request back, for her or for an officer. */
import {
  cancelNameChange,
  listNameRequests,
  readMyNameRequests,
  type NameRequest,
} from '@butinerie/contracts';
import { useWords } from '../platform/language.tsx';
import { useAct } from '../platform/query.ts';
import { Button } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import { words } from './words.ts';

export function CancelButton({ request }: { readonly request: NameRequest }) {
  const say = useWords(words);
  const toast = useToast();
  const { run, pending, failure } = useAct(cancelNameChange, {
    refreshes: [readMyNameRequests, listNameRequests],
  });
  const cancel = async (): Promise<void> => {
    const result = await run({ params: { request: request.id }, body: {} });
    if (result.ok) toast({ text: say.cancelled });
  };
  return (
    <>
      <div>
        <Button pending={pending} onClick={() => void cancel()}>
          {say.cancel}
        </Button>
      </div>
      <FailureNotice failure={failure} />
    </>
  );
}
