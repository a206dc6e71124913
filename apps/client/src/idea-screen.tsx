/** The page of an idea, composed: its own words, the living text, the conversation, and what other concepts add. */
import { ideaId, type Challenge, type IdeaId, type IdeaPage } from '@butinerie/contracts';
import { actAllowed } from '@butinerie/domain';
import type { ReactNode } from 'react';
import { Navigate, useParams } from 'react-router';
import { AdoptionBlock } from './adoption/adoption-block.tsx';
import { ProofBlock } from './attribution/proof-block.tsx';
import { DeadlineLine } from './challenges/deadline-line.tsx';
import { useChallenge, useChallengeNow } from './challenges/queries.ts';
import { LivingText } from './co-editing/living-text.tsx';
import { DraftPage } from './ideas/draft-page.tsx';
import { IdeaView } from './ideas/idea-view.tsx';
import { useIdea } from './ideas/queries.ts';
import { NotFoundPage } from './ui/not-found-page.tsx';
import { REBOUNDS, Rebounds } from './rebounds/rebound-list.tsx';
import { PageFrame } from './ui/page.tsx';
import { Reading, Skeleton } from './ui/reading.tsx';

interface Known {
  readonly idea: IdeaPage;
  readonly challenge: Challenge;
  readonly deadline: ReactNode;
}

export function IdeaScreen() {
  return (
    <WithIdea>
      {(known) =>
        known.idea.state === 'draft' ? (
          <Navigate replace to={`/idees/${known.idea.id}/brouillon`} />
        ) : (
          <WholeIdea {...known} />
        )
      }
    </WithIdea>
  );
}

export function DraftScreen() {
  return (
    <WithIdea>
      {({ idea, challenge, deadline }) => <DraftPage idea={idea} challenge={challenge} now={deadline} />}
    </WithIdea>
  );
}

function WholeIdea({ idea, challenge, deadline }: Known) {
  const open = actAllowed(challenge.phase, 'updateIdea');
  return (
    <IdeaView
      idea={idea}
      challenge={challenge}
      deadline={deadline}
      text={({ writing, onDone }) => (
        <LivingText
          idea={idea}
          writing={writing}
          writable={open && idea.acts.includes('updateIdea')}
          closed={!open}
          onDone={onDone}
        />
      )}
      rebounds={<Rebounds idea={idea} challenge={challenge} />}
      adoption={<AdoptionBlock idea={idea} />}
      rail={<ProofBlock idea={idea} />}
      onRebound={() => {
        const place = document.getElementById(REBOUNDS);
        const field = place?.querySelector('textarea');
        field?.scrollIntoView({ block: 'center' });
        field?.focus({ preventScroll: true });
      }}
    />
  );
}

function WithIdea({ children }: { readonly children: (known: Known) => ReactNode }) {
  const parsed = ideaId.safeParse(useParams()['idea']);
  // Another idea is another page: nothing typed or opened on one is carried over to the next.
  return parsed.success ? (
    <ReadIdea key={parsed.data} id={parsed.data}>
      {children}
    </ReadIdea>
  ) : (
    <NotFoundPage />
  );
}

function ReadIdea({ id, children }: { readonly id: IdeaId; readonly children: (known: Known) => ReactNode }) {
  const read = useIdea(id);
  const waiting = (
    <PageFrame>
      <Skeleton lines={8} />
    </PageFrame>
  );
  if (read.state === 'refused' && read.failure.code === 'not-found') return <NotFoundPage />;
  if (read.state !== 'ready')
    return (
      <PageFrame>
        <Reading read={read} skeleton={<Skeleton lines={8} />}>
          {() => null}
        </Reading>
      </PageFrame>
    );
  return (
    <WithChallenge idea={read.value} waiting={waiting}>
      {children}
    </WithChallenge>
  );
}

interface WithChallengeProps {
  readonly idea: IdeaPage;
  readonly waiting: ReactNode;
  readonly children: (known: Known) => ReactNode;
}
function WithChallenge({ idea, waiting, children }: WithChallengeProps) {
  const read = useChallenge(idea.challenge);
  if (read.state !== 'ready') return waiting;
  return (
    <AtThisMoment idea={idea} read={read.value}>
      {children}
    </AtThisMoment>
  );
}

interface AtThisMomentProps {
  readonly idea: IdeaPage;
  readonly read: Challenge;
  readonly children: (known: Known) => ReactNode;
}
function AtThisMoment({ idea, read, children }: AtThisMomentProps) {
  const { challenge, now } = useChallengeNow(read);
  return children({ idea, challenge, deadline: <DeadlineLine challenge={challenge} now={now} /> });
}
