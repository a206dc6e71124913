/** Before anything is known: the layout of a page to come, or the reason why there is none. */
import type { Failure } from '@butinerie/contracts';
import type { Offline } from './platform/call.ts';
import { useWords } from './platform/language.tsx';
import { FailureNotice } from './ui/notice.tsx';
import { Page, PageFrame } from './ui/page.tsx';
import { Skeleton } from './ui/reading.tsx';
import { words } from './words.ts';

export function LoadingPage() {
  return (
    <PageFrame>
      <Skeleton lines={6} />
    </PageFrame>
  );
}

export function UnreachablePage(props: { readonly failure: Failure | Offline; readonly retry: () => void }) {
  const say = useWords(words);
  return (
    <Page title={say.unreachable}>
      <FailureNotice {...props} />
    </Page>
  );
}
