/** The board read together with its challenge; every page of the choosing begins here. */
import { challengeId, type Challenge, type ChallengeId, type Selection } from '@butinerie/contracts';
import type { ReactNode } from 'react';
import { NamedPage, ReadPage } from '../ui/read-page.tsx';
import { useChallengeToAnswer, useSelection } from './queries.ts';

export interface Board {
  readonly selection: Selection;
  readonly challenge: Challenge;
}
export function BoardOf({ children }: { readonly children: (board: Board) => ReactNode }) {
  return (
    <NamedPage param="challenge" schema={challengeId}>
      {(id) => <BoardRead id={id}>{children}</BoardRead>}
    </NamedPage>
  );
}

interface BoardReadProps {
  readonly id: ChallengeId;
  readonly children: (board: Board) => ReactNode;
}
function BoardRead({ id, children }: BoardReadProps) {
  const selectionRead = useSelection(id);
  const challengeRead = useChallengeToAnswer(id);
  return (
    <ReadPage read={selectionRead}>
      {(selection) => (
        <ReadPage read={challengeRead}>{(challenge) => children({ selection, challenge })}</ReadPage>
      )}
    </ReadPage>
  );
}
