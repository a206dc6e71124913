/** The queue of a challenge, composed: bringing two ideas together is the concept of merges. */
import { challengeId } from '@butinerie/contracts';
import { ProposeMerge } from './merges/propose-merge.tsx';
import { QueuePage } from './moderation/queue-page.tsx';
import { NamedPage } from './ui/read-page.tsx';

export function ModerationScreen() {
  return (
    <NamedPage param="challenge" schema={challengeId}>
      {(challenge) => (
        <QueuePage
          challenge={challenge}
          propose={({ idea, other }) => other && <ProposeMerge idea={{ ...idea, challenge }} into={other} />}
        />
      )}
    </NamedPage>
  );
}
