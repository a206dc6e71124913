/** Sending a chosen picture, with its progress. Refused or cut off, the picture and what was said of it stay. */
import { readChallenge, setBanner, type Challenge, type Failure } from '@butinerie/contracts';
import { useEffect, useRef, useState } from 'react';
import type { Offline } from '../platform/call.ts';
import { useWords } from '../platform/language.tsx';
import { refresh } from '../platform/query.ts';
import { sendFile } from '../platform/send-file.ts';
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
  const [share, setShare] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | Offline | null>(null);
  const taking = useRef(new AbortController());
  useEffect(() => {
    const controller = new AbortController();
    taking.current = controller;
    return () => controller.abort();
  }, []);
  const send = async (): Promise<void> => {
    onTried();
    if (!ready || share !== null) return;
    setShare(0);
    setFailure(null);
    const { id, version } = challenge;
    const { signal } = taking.current;
    const args = { params: { challenge: id }, query: { ...said, version } };
    const result = await sendFile(setBanner, args, bytes, { onProgress: setShare, signal });
    // Left meanwhile: what arrived is there when the page is read again.
    if (signal.aborted) return;
    setShare(null);
    if (result.ok) {
      toast({ text: say.saved });
      onKept(result.value);
      return;
    }
    // Somebody changed another setting meanwhile: the same press goes on with what stands now.
    if (result.failure.code === 'stale-version') refresh(readChallenge, { params: { challenge: id } });
    setFailure(result.failure);
  };
  const percent = Math.round((share ?? 0) * 100);
  return (
    <>
      {share !== null && (
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
        <Button tone="primary" pending={share !== null} onClick={() => void send()}>
          {say.saveBanner}
        </Button>
        <Button tone="quiet" onClick={onDropped}>
          {say.dropBanner}
        </Button>
      </ButtonRow>
    </>
  );
}
