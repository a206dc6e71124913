/** What an act of moderation is about besides its idea. */
import type { AttachmentId, CommentId, LateId, ModerationAct } from '@butinerie/contracts';

export interface About {
  readonly comment: CommentId | null;
  readonly file: AttachmentId | null;
  readonly late: LateId | null;
}

const COMMENTS: readonly string[] = [
  'keepContent',
  'hideComment',
  'restoreComment',
] satisfies ModerationAct[];
const FILES: readonly string[] = [
  'keepContent',
  'hideFile',
  'restoreFile',
  'confirmHidden',
] satisfies ModerationAct[];
const LATES: readonly string[] = ['annexLate', 'refuseLate'] satisfies ModerationAct[];

/** Whatever else is named beside is left aside: it would make the act about somebody else. */
export const aboutOf = ({ act, comment, file, late }: About & { readonly act: string }): About => ({
  comment: COMMENTS.includes(act) ? comment : null,
  file: FILES.includes(act) ? file : null,
  late: LATES.includes(act) ? late : null,
});
