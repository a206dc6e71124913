/** A page about the kit of the challenge in the address: both are read first. */
import { challengeId, type Challenge, type ChallengeId, type Kit } from '@butinerie/contracts';
import type { ReactNode } from 'react';
import { NamedPage, ReadPage } from '../ui/read-page.tsx';
import { useChallengeOfKit, useKit } from './queries.ts';

type Children = (challenge: Challenge, kit: Kit) => ReactNode;

export function WithKit({ children }: { readonly children: Children }) {
  return (
    <NamedPage param="challenge" schema={challengeId}>
      {(id) => <ReadBoth id={id}>{children}</ReadBoth>}
    </NamedPage>
  );
}

function ReadBoth({ id, children }: { readonly id: ChallengeId; readonly children: Children }) {
  const challenge = useChallengeOfKit(id);
  const kit = useKit(id);
  return (
    <ReadPage read={challenge}>
      {(known) => <ReadPage read={kit}>{(its) => children(known, its)}</ReadPage>}
    </ReadPage>
  );
}
