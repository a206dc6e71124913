/** A later closing: asked of those who may agree, told to everybody once it holds. */
import type { Challenge } from '@butinerie/contracts';
import { useFormats, useWords } from '../platform/language.tsx';
import { Button } from '../ui/button.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { KeptText } from '../ui/page.tsx';
import { useToast } from '../ui/toast.tsx';
import { useAgreeToExtension } from './queries.ts';
import { words } from './words.ts';

const WRITTEN: ReadonlySet<Challenge['phase']> = new Set(['ideation', 'rebound']);

export function ExtensionNotice({ challenge }: { readonly challenge: Challenge }) {
  const say = useWords(words).extended;
  const { moment } = useFormats();
  const toast = useToast();
  const { run, pending, failure } = useAgreeToExtension();
  const { extension, acts, id, version, phase } = challenge;
  if (extension === null || !WRITTEN.has(phase)) return null;
  const agree = async (): Promise<void> => {
    const result = await run({ params: { challenge: id }, body: { version } });
    if (result.ok) toast({ text: say.agreed });
  };
  if (extension.agreedBy !== null)
    return (
      <Notice tone="good" title={say.title}>
        <p>{say.what(moment(extension.closesAt))}</p>
        <KeptText>{say.reason(extension.reason)}</KeptText>
      </Notice>
    );
  if (!acts.includes('agreeToExtension') && !acts.includes('askExtension')) return null;
  return (
    <Notice title={say.askedTitle}>
      <p>{say.asked(extension.askedBy?.name ?? say.somebody, moment(extension.closesAt))}</p>
      <KeptText>{say.reason(extension.reason)}</KeptText>
      <p>{say.waits}</p>
      <FailureNotice failure={failure} />
      {acts.includes('agreeToExtension') && (
        <div>
          <Button tone="primary" pending={pending} onClick={() => void agree()}>
            {say.agree}
          </Button>
        </div>
      )}
    </Notice>
  );
}
