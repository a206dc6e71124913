/** What is asked about ideas that are alike. */
import { findSimilar, type ChallengeId, type IdeaId } from '@butinerie/contracts';
import { useRead } from '../platform/query.ts';

export const useSimilar = (challenge: ChallengeId, title: string, except: readonly IdeaId[], when: boolean) =>
  useRead(findSimilar, { params: { challenge }, body: { title, except: [...except] } }, { when });
