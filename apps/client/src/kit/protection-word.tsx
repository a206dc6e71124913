/** By whose word the note on personal data holds; the officer gives hers here. */
import type { Challenge, KitText } from '@butinerie/contracts';
import { useFormats, useWords } from '../platform/language.tsx';
import { Button } from '../ui/button.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import css from './kit.module.css';
import { useValidateProtection } from './queries.ts';
import { words } from './words.ts';

export interface ProtectionWordProps {
  readonly challenge: Challenge;
  readonly text: KitText | undefined;
}
export function ProtectionWord({ challenge, text }: ProtectionWordProps) {
  const say = useWords(words);
  const { day } = useFormats();
  const toast = useToast();
  const { run, pending, failure } = useValidateProtection();
  const { id, version, protection, acts } = challenge;
  const validate = async (): Promise<void> => {
    if ((await run({ params: { challenge: id }, body: { version } })).ok) toast({ text: say.validated });
  };
  return (
    <>
      <p className={css.quiet}>
        {protection === null
          ? say.notValidated
          : say.validatedBy(protection.how, protection.by?.name ?? '', day(protection.at))}
      </p>
      {protection !== null && text !== undefined && text.at > protection.at && (
        <Notice tone="warning">{say.writtenSince}</Notice>
      )}
      <FailureNotice failure={failure} />
      {acts.includes('validateProtection') && (
        <div>
          <Button tone="primary" pending={pending} onClick={() => void validate()}>
            {say.validate}
          </Button>
        </div>
      )}
    </>
  );
}
