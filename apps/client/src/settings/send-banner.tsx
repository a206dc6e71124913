/** Sending a chosen picture, with its progress. Refused or cut off, the picture and what was said of it stay. */
import { readChallenge, setBanner, type Challenge } from '@butinerie/contracts';
import { useWords } from '../platform/language.tsx';
import { refresh } from '../platform/query.ts';
import { useSendFile } from '../platform/use-send-file.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import css from './settings.module.css';
import { words } from './words.ts';

export interface SendBannerProps {
  readonly challenge: Challenge;
  readonly bytes: Blob;
  readonly said: { readonly alt: string; readonly decorative: 'yes' | 'no' };
  /** It is described, or said to decorate. */
  readonly ready: boolean;
  readonly onTried: () => void;
  readonly onKept: (challenge: Challenge) => void;
  readonly onDropped: () => void;
}
export function SendBanner({ challenge, bytes, said, ready, onTried, onKept, onDropped }: SendBannerProps) {
  const say = useWords(words);
  const toast = useToast();
  const { percent, failure, send } = useSendFile(setBanner);
  const save = async (): Promise<void> => {
    onTried();
    if (!ready) return;
    const { id, version } = challenge;
    const result = await send({ params: { challenge: id }, query: { ...said, version } }, bytes);
    if (result?.ok === true) {
      toast({ text: say.saved });
      onKept(result.value);
    }
    // Somebody changed another setting meanwhile: the same press goes on with what stands now.
    if (result?.ok === false && result.failure.code === 'stale-version')
      refresh(readChallenge, { params: { challenge: id } });
  };
  return (
    <>
      {percent !== null && (
        <>
          <progress
            className={css.progress}
            max={100}
            value={percent}
            aria-label={say.sendingBanner(percent)}
          />
          <p className={css.what}>{say.sendingBanner(percent)}</p>
        </>
      )}
      <FailureNotice failure={failure} />
      <ButtonRow>
        <Button tone="primary" pending={percent !== null} onClick={() => void save()}>
          {say.saveBanner}
        </Button>
        <Button tone="quiet" onClick={onDropped}>
          {say.dropBanner}
        </Button>
      </ButtonRow>
    </>
  );
}
