/** What a moderator does about one file, where it stands. */
import type { Attachment, ChallengeId } from '@butinerie/contracts';
import { ReasonedActs } from './reasoned-acts.tsx';

export interface ModerateFileProps {
  readonly challenge: ChallengeId;
  readonly file: Pick<Attachment, 'id' | 'idea' | 'acts'>;
}

export function ModerateFile({ challenge, file }: ModerateFileProps) {
  const about = { idea: file.idea, comment: null, file: file.id, late: null, other: null, decision: null };
  return <ReasonedActs challenge={challenge} about={about} acts={file.acts} />;
}
