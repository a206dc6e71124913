/** Who adds a file to an idea, describes it, takes it back and reads it. A file goes the way of the text beside it. */
import {
  ATTACHMENTS_LIMIT,
  ok,
  refuse,
  type AttachmentType,
  type Failure,
  type PersonId,
  type Result,
} from '@butinerie/contracts';
import type { AskedInChallenge } from '../accounts/asked.ts';
import { mayModerate } from '../accounts/policy.ts';
import { checkPhase } from '../challenges/acts.ts';
import { checkAuthor, checkOriginator, isAuthor, type IdeaFacts } from '../ideas/idea-facts.ts';

/** Files that one person adds within an hour. */
export const FILES_AN_HOUR = 40;

export interface AttachedFacts {
  readonly addedBy: PersonId;
  readonly removedAt: Date | null;
  readonly hiddenAt: Date | null;
}
type Refusals = Failure<'not-allowed' | 'challenge-phase' | 'idea-state'>;
export type AttachmentAct = 'attachFile' | 'describeAttachment' | 'removeAttachment' | 'restoreAttachment';

/** Whoever writes in the idea, while it is written. */
export function checkAttaching(
  idea: IdeaFacts,
  { by, phase }: AskedInChallenge,
  act: AttachmentAct = 'attachFile',
): Result<true, Refusals> {
  if (idea.state !== 'draft' && idea.state !== 'published')
    return refuse('idea-state', { state: idea.state, act });
  const draft = idea.state === 'draft';
  const writes = draft ? checkOriginator(idea, by.person, act) : checkAuthor(idea, by.person, act);
  if (!writes.ok) return writes;
  const open = checkPhase(phase, draft ? 'saveDraft' : 'attachFile');
  return open.ok ? ok(true) : open;
}

/** `others`: the files the idea has, without this one. */
export function checkRoom(others: readonly AttachedFacts[]): Result<true, Failure<'too-many-files'>> {
  const shown = others.filter(({ removedAt }) => removedAt === null).length;
  return shown < ATTACHMENTS_LIMIT ? ok(true) : refuse('too-many-files', { limit: ATTACHMENTS_LIMIT });
}

/** Its adder or an author, while the idea is written; what is hidden stays as the moderators left it. */
export function checkRemoving(
  idea: IdeaFacts,
  file: AttachedFacts,
  asked: AskedInChallenge,
  act: AttachmentAct,
): Result<true, Refusals> {
  if (file.hiddenAt !== null) return refuse('not-allowed', { act, why: 'hidden' });
  const inIdea = { ...idea, coauthors: [...idea.coauthors, file.addedBy] };
  return checkAttaching(inIdea, asked, act);
}

/** The same people; and moderators at any time, since who does not see an image cannot wait. */
export function checkDescribing(
  idea: IdeaFacts,
  file: AttachedFacts,
  asked: AskedInChallenge,
): Result<true, Refusals> {
  const listed = idea.state !== 'draft';
  if (listed && mayModerate(asked.by, asked.challenge)) return ok(true);
  return checkRemoving(idea, file, asked, 'describeAttachment');
}

/** Of an idea that the reader may read. */
export function mayReadFile(
  idea: Omit<IdeaFacts, 'id' | 'state'>,
  { addedBy, removedAt, hiddenAt }: AttachedFacts,
  reader: PersonId,
  moderates: boolean,
): boolean {
  const theirs = isAuthor(idea, reader) || addedBy === reader;
  if (removedAt !== null) return theirs;
  return hiddenAt === null || theirs || moderates;
}

const EXTENSIONS: Readonly<Record<AttachmentType, readonly string[]>> = {
  jpeg: ['jpg', 'jpeg'],
  png: ['png'],
  webp: ['webp'],
  pdf: ['pdf'],
};
const LONGEST_STEM = 100;

/** A label for people, made of the name it had: without folders and signs that steer, with the extension of what it is. */
export function fileLabel(name: string, type: AttachmentType): string {
  const last = name.split(/[/\\]/).findLast((part) => part.trim() !== '') ?? '';
  // Controls, marks that turn the direction of writing, and what Windows does not take.
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}<>:"|?*]/gu, ' ').replace(/\s+/g, ' ');
  const [extension = ''] = EXTENSIONS[type];
  const own = /^(.*)\.([^.]*)$/.exec(plain);
  const known = own !== null && EXTENSIONS[type].includes((own[2] ?? '').toLowerCase());
  const stem = (known ? (own[1] ?? '') : plain).replace(/^[. ]+|[. ]+$/g, '');
  return `${Array.from(stem).slice(0, LONGEST_STEM).join('') || 'fichier'}.${extension}`;
}
