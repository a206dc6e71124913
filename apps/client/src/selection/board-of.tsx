/** The board read together with its challenge; every page of the choosing begins here. */
import { challengeId, type Challenge, type ChallengeId, type Selection } from '@butinerie/contracts';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useWords } from '../platform/language.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Page, PageFrame } from '../ui/page.tsx';
import { Reading } from '../ui/reading.tsx';
import { useChallengeToAnswer, useSelection } from './queries.ts';
import { words } from './words.ts';

export interface Board {
  readonly selection: Selection;
  readonly challenge: Challenge;
}
export function BoardOf({ children }: { readonly children: (board: Board) => ReactNode }) {
  const say = useWords(words);
  const id = challengeId.safeParse(useParams()['challenge']);
  if (!id.success)
    return (
      <Page title={say.boardTitle}>
        <EmptyState title={say.noIdea} />
      </Page>
    );
  return <Read id={id.data}>{children}</Read>;
}

function Read({
  id,
  children,
}: {
  readonly id: ChallengeId;
  readonly children: (board: Board) => ReactNode;
}) {
  const selection = useSelection(id);
  const challenge = useChallengeToAnswer(id);
  if (selection.state === 'ready' && challenge.state === 'ready')
    return children({ selection: selection.value, challenge: challenge.value });
  return (
    <PageFrame>
      {selection.state === 'ready' ? (
        <Reading read={challenge}>{() => null}</Reading>
      ) : (
        <Reading read={selection}>{() => null}</Reading>
      )}
    </PageFrame>
  );
}
