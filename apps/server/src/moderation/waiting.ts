/** One thing that waits for a moderator, before names and rights are put to it. */
import type { ModerationItem, PersonId } from '@butinerie/contracts';
import type { ModerationLogged } from '@butinerie/domain';
import type { AttachmentRecord } from '../attachments/index.ts';
import type { IdeaRecord } from '../ideas/index.ts';

export interface Waiting extends Pick<ModerationItem, 'key' | 'kind' | 'text' | 'acts'> {
  readonly at: Date;
  readonly idea: IdeaRecord;
  readonly person: PersonId | null;
  /** Besides those who have a link with the idea, who does not decide about it. */
  readonly involved?: readonly PersonId[];
  readonly other?: IdeaRecord;
  readonly dueAt?: Date;
  readonly comment?: ModerationItem['comment'];
  readonly file?: AttachmentRecord;
  readonly late?: ModerationItem['late'];
  readonly motive?: ModerationItem['motive'];
}

/** What there is, and what of the log holds. */
export interface Seen {
  readonly ideas: readonly IdeaRecord[];
  readonly log: readonly ModerationLogged[];
  readonly done: readonly ModerationLogged[];
}
