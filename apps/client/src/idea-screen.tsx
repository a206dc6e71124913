/** The page of an idea, composed: its own words, the living text, the conversation, and what other concepts add. */
import { ideaId, type Challenge, type IdeaId, type IdeaPage } from '@butinerie/contracts';
import { actAllowed } from '@butinerie/domain';
import { actOpen } from './platform/act-open.ts';
import type { ReactNode } from 'react';
import { Navigate } from 'react-router';
import { AdoptionBlock } from './adoption/adoption-block.tsx';
import { ProofBlock } from './attribution/proof-block.tsx';
import { EffectsBlock } from './impact/effects-block.tsx';
import { draftAids } from './draft-aids.tsx';
import { Attachments } from './attachments/attachments.tsx';
import { AuthorshipLink } from './authorship/authorship-link.tsx';
import { DeadlineLine } from './challenges/deadline-line.tsx';
import { PauseNotice } from './challenges/pause-notice.tsx';
import { useChallenge, useChallengeNow } from './challenges/queries.ts';
import { CreditComment } from './contributions/credit-comment.tsx';
import { LivingText } from './co-editing/living-text.tsx';
import { DeliveryBlock } from './delivery/delivery-block.tsx';
import { Discussion } from './discussion/discussion.tsx';
import { DraftPage } from './ideas/draft-page.tsx';
import { HistoryLink } from './history/history-link.tsx';
import { IdeaView } from './ideas/idea-view.tsx';
import { useIdea } from './ideas/queries.ts';
import { ModerateFile } from './moderation/moderate-file.tsx';
import { ReportContent } from './moderation/report-content.tsx';
import { EnteredBy } from './entries/entered-by.tsx';
import { FollowIdea } from './notifications/follow-button.tsx';
import { LineageLink } from './lineage/lineage-link.tsx';
import { NoteOfIdea } from './notes/note-of-idea.tsx';
import { Merges } from './merges/merges.tsx';
import { Quotations } from './quotations/quotations.tsx';
import { REBOUNDS, Rebounds } from './rebounds/rebound-list.tsx';
import { SuggestLink } from './rebounds/suggest-link.tsx';
import { ShreddedNotice } from './shreddings/shredded-notice.tsx';
import { NamedPage, ReadPage } from './ui/read-page.tsx';

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
      {({ idea, challenge, deadline }) => (
        <DraftPage idea={idea} challenge={challenge} now={deadline} aids={draftAids} />
      )}
    </WithIdea>
  );
}

function WholeIdea({ idea, challenge, deadline }: Known) {
  const open = actOpen(challenge, 'updateIdea');
  return (
    <IdeaView
      idea={idea}
      challenge={challenge}
      deadline={deadline}
      text={({ writing, onDone }) => (
        <>
          {idea.shredded && <ShreddedNotice shredded={idea.shredded} />}
          <PauseNotice challenge={challenge} />
          <NoteOfIdea idea={idea.id} />
          <EnteredBy idea={idea.id} />
          <LivingText
            idea={idea}
            writing={writing}
            writable={open && idea.acts.includes('updateIdea')}
            closed={!actAllowed(challenge.phase, 'updateIdea')}
            onDone={onDone}
          />
          <SuggestLink idea={idea} challenge={challenge} />
          <Attachments
            idea={idea.id}
            moderate={(file) => <ModerateFile challenge={challenge.id} file={file} />}
            {...(idea.mine === null
              ? { report: (file) => <ReportContent idea={idea.id} file={file.id} /> }
              : {})}
          />
        </>
      )}
      rebounds={
        <>
          <Rebounds idea={idea} challenge={challenge} />
          <Discussion
            idea={idea}
            report={(comment) => <ReportContent idea={idea.id} comment={comment} />}
            credit={(comment) => <CreditComment idea={idea} comment={comment} />}
          />
          {idea.mine === null && <ReportContent idea={idea.id} />}
        </>
      }
      adoption={
        <>
          <Quotations idea={idea} />
          <Merges idea={idea} />
          <AdoptionBlock idea={idea} />
          <DeliveryBlock idea={idea} />
          <EffectsBlock idea={idea} />
        </>
      }
      rail={
        <>
          <LineageLink idea={idea} />
          <ProofBlock idea={idea} />
          <AuthorshipLink idea={idea} />
          <HistoryLink idea={idea} />
        </>
      }
      follow={idea.mine === null && <FollowIdea idea={idea.id} />}
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
  return (
    <NamedPage param="idea" schema={ideaId}>
      {(id) => <ReadIdea id={id}>{children}</ReadIdea>}
    </NamedPage>
  );
}

function ReadIdea({ id, children }: { readonly id: IdeaId; readonly children: (known: Known) => ReactNode }) {
  const read = useIdea(id);
  return <ReadPage read={read}>{(idea) => <WithChallenge idea={idea}>{children}</WithChallenge>}</ReadPage>;
}

interface WithChallengeProps {
  readonly idea: IdeaPage;
  readonly children: (known: Known) => ReactNode;
}
function WithChallenge({ idea, children }: WithChallengeProps) {
  const read = useChallenge(idea.challenge);
  return (
    <ReadPage read={read}>
      {(challenge) => (
        <AtThisMoment idea={idea} read={challenge}>
          {children}
        </AtThisMoment>
      )}
    </ReadPage>
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
