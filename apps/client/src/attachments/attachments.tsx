/** The files of an idea, on its page and in its draft. */
import type { Attachments as Listed, IdeaId } from '@butinerie/contracts';
import { ATTACHMENTS_LIMIT } from '@butinerie/contracts';
import { useWords } from '../platform/language.tsx';
import { Section } from '../ui/page.tsx';
import { Reading, Skeleton } from '../ui/reading.tsx';
import { AddFile } from './add-file.tsx';
import { AttachmentItem, type BesideFile } from './attachment-item.tsx';
import css from './attachments.module.css';
import { useAttachments } from './queries.ts';
import { words } from './words.ts';

/** Nothing at all where there is no file and the reader adds none. */
export function Attachments({ idea, ...beside }: BesideFile & { readonly idea: IdeaId }) {
  const say = useWords(words);
  const read = useAttachments(idea);
  if (read.state === 'ready' && read.value.attachments.length === 0 && !read.value.mayAttach) return null;
  return (
    <Section title={say.title} id="fichiers">
      <Reading read={read} skeleton={<Skeleton lines={1} />}>
        {(listed) => <Files idea={idea} {...listed} {...beside} />}
      </Reading>
    </Section>
  );
}

export interface DraftAttachmentsProps {
  readonly idea: IdeaId;
  /** Whether the server knows the draft: a file is added to what exists. */
  readonly saved: boolean;
}
export function DraftAttachments({ idea, saved }: DraftAttachmentsProps) {
  const say = useWords(words);
  const read = useAttachments(idea, saved);
  return (
    <Section title={say.title}>
      {saved ? (
        <Reading read={read} skeleton={<Skeleton lines={1} />}>
          {(listed) => <Files idea={idea} {...listed} />}
        </Reading>
      ) : (
        <p className={css.quiet}>{say.later}</p>
      )}
    </Section>
  );
}

interface FilesProps extends Listed, BesideFile {
  readonly idea: IdeaId;
}
function Files({ idea, attachments, mayAttach, ...beside }: FilesProps) {
  const say = useWords(words);
  const full = attachments.filter(({ state }) => state !== 'removed').length >= ATTACHMENTS_LIMIT;
  const mayRemove = attachments.some((file) => file.mayRemove);
  return (
    <>
      {attachments.length > 0 && (
        // Safari forgets that a list without bullets is a list.
        // eslint-disable-next-line jsx-a11y/no-redundant-roles
        <ul role="list" className={css.list} aria-label={say.title}>
          {attachments.map((file) => (
            <li key={file.id}>
              <AttachmentItem file={file} {...beside} />
            </li>
          ))}
        </ul>
      )}
      {attachments.length === 0 && !mayAttach && <p className={css.quiet}>{say.none}</p>}
      {mayAttach && <AddFile idea={idea} />}
      {!mayAttach && full && mayRemove && <p className={css.quiet}>{say.full}</p>}
    </>
  );
}
