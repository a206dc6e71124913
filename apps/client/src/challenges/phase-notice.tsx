/** What the phase means for whoever reads, said once, where it is not plain from the acts on the page. */
import type { Challenge } from '@butinerie/contracts';
import { useWords } from '../platform/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { KeptText } from '../ui/page.tsx';
import { ArchivedStory } from './archived-story.tsx';
import { words } from './words.ts';

export function PhaseNotice({ challenge }: { readonly challenge: Challenge }) {
  const { notice } = useWords(words);
  switch (challenge.phase) {
    case 'scheduled':
      return (
        <Notice title={notice.scheduled}>
          <p>{notice.scheduledWhat}</p>
        </Notice>
      );
    case 'rebound':
      return (
        <Notice title={notice.rebound}>
          <p>{notice.reboundWhat}</p>
        </Notice>
      );
    case 'closing':
      return (
        <Notice live tone="warning" title={notice.closing}>
          <p>{notice.closingWhat}</p>
        </Notice>
      );
    case 'deliberation':
      return (
        <Notice title={notice.deliberation}>
          <p>{notice.deliberationWhat}</p>
        </Notice>
      );
    case 'decided':
      return (
        <Notice tone="good" title={notice.decided}>
          <p>{notice.decidedWhat}</p>
        </Notice>
      );
    case 'impact_review':
      return (
        <Notice title={notice.impactReview}>
          <p>{notice.impactReviewWhat}</p>
        </Notice>
      );
    case 'archived':
      return <ArchivedStory challenge={challenge} />;
    case 'cancelled':
      return (
        <Notice tone="warning" title={notice.cancelled}>
          {challenge.cancelled && <KeptText>{`${notice.reason} ${challenge.cancelled.reason}`}</KeptText>}
          <p>{notice.cancelledWhat}</p>
        </Notice>
      );
    default:
      return null;
  }
}
