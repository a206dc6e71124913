/** Reads and acts of the files beside an idea. */
import {
  describeAttachment,
  listAttachments,
  removeAttachment,
  restoreAttachment,
  type Attachments,
  type IdeaId,
} from '@butinerie/contracts';
import { remember, useAct, useRead } from '../platform/query.ts';

export const useAttachments = (idea: IdeaId, when = true) =>
  useRead(listAttachments, { params: { idea } }, { when });
export const useDescribeAttachment = () => useAct(describeAttachment);
export const useRemoveAttachment = () => useAct(removeAttachment);
export const useRestoreAttachment = () => useAct(restoreAttachment);

export const showAttachments = (idea: IdeaId, value: Attachments): void =>
  remember(listAttachments, { params: { idea } }, value);
