/** `/suivre`: what becomes of an idea, by the code of its paper. The code comes in the fragment of the paper's square. */
import type { FollowedEntry } from '@butinerie/contracts';
import { useEffect, useState } from 'react';
import { useWords } from '../platform/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { CodeForm } from './code-form.tsx';
import css from './entries.module.css';
import { Followed } from './followed.tsx';
import { useClaimEntry } from './queries.ts';
import { words } from './words.ts';

const codeOf = (hash: string): string => /^#([\w-]{8,40})$/.exec(hash)?.[1] ?? '';

export function FollowPage() {
  const say = useWords(words);
  const [start] = useState(() => codeOf(location.hash));
  const [opened, setOpened] = useState<{ entry: FollowedEntry; code: string } | null>(null);
  // Read once, and out of the address: nobody finds it in the history of this device.
  useEffect(() => {
    if (location.hash !== '') history.replaceState(history.state, '', location.pathname);
  }, []);
  return (
    <Page title={say.followTitle} now={opened === null ? say.followNow : undefined}>
      {opened === null ? (
        <CodeForm start={start} onOpen={(entry, code) => setOpened({ entry, code })} />
      ) : (
        <>
          <Followed entry={opened.entry} />
          <div data-print="no" className={css.form}>
            <ButtonRow>
              <Button onClick={() => print()}>{say.print}</Button>
              <Button tone="quiet" onClick={() => setOpened(null)}>
                {say.otherCode}
              </Button>
            </ButtonRow>
            {opened.entry.hasAccount ? (
              <p className={css.quiet}>{say.hasAccount}</p>
            ) : (
              <Claim code={opened.code} />
            )}
          </div>
        </>
      )}
    </Page>
  );
}

function Claim({ code }: { readonly code: string }) {
  const say = useWords(words);
  const { run, pending, failure } = useClaimEntry();
  const claim = async (): Promise<void> => {
    const result = await run({ body: { code } });
    if (!result.ok) return;
    const { pathname, search, hash } = new URL(result.value.url);
    location.assign(pathname + search + hash);
  };
  return (
    <>
      <p>{say.claimWhat}</p>
      <FailureNotice failure={failure} />
      <div>
        <Button pending={pending} onClick={() => void claim()}>
          {say.claim}
        </Button>
      </div>
    </>
  );
}
