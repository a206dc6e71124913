/** What stands beside a draft while it is written, brought together from the concepts that know it. */
import { DraftAttachments } from './attachments/attachments.tsx';
import type { DraftAids } from './ideas/draft-form.tsx';
import { SimilarIdeas } from './search/similar-ideas.tsx';

export const draftAids: DraftAids = {
  underTitle: ({ challenge, idea, title, parents }) => (
    <SimilarIdeas challenge={challenge} title={title} except={[idea, ...parents]} />
  ),
  underText: ({ idea, savedAt }) => <DraftAttachments idea={idea} saved={savedAt !== null} />,
};
