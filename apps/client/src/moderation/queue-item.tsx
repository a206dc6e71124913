/** One thing that waits: what it is, whose words, by when, who may act, and what one can do. */
import { addressOf, readAttachment, type ChallengeId, type ModerationItem } from '@butinerie/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useFormats, useLanguage, useWords } from '../platform/language.tsx';
import { Entry, Tag } from '../ui/card.tsx';
import { KeptText } from '../ui/page.tsx';
import { SpeaksOfSomebody } from '../ui/personal-data-notice.tsx';
import { PersonName } from '../ui/person-name.tsx';
import css from './moderation.module.css';
import { ReasonedActs } from './reasoned-acts.tsx';
import { words } from './words.ts';

export interface QueueItemProps {
  readonly challenge: ChallengeId;
  readonly item: ModerationItem;
  /** Asking the authors of two ideas that are alike. */
  readonly propose: (item: ModerationItem) => ReactNode;
}

export function QueueItem({ challenge, item, propose }: QueueItemProps) {
  const say = useWords(words);
  const { day, moment, list } = useFormats();
  const { kind, idea, other, person, text, at, dueAt, overdue, motive, acts, linked, handlers } = item;
  const { comment, file, late, theme } = item;
  const { language } = useLanguage();
  const urgent = kind === 'report' || kind === 'review';
  return (
    <Entry>
      <div className={css.item}>
        <p className={css.head}>
          <Tag tone={urgent ? 'warning' : 'accent'}>{say.kinds[kind]}</Tag>
          {theme && <Tag>{language === 'en' && theme.en ? theme.en : theme.fr}</Tag>}
          {motive && <span>{say.motives[motive]}</span>}
          <span className={css.quiet}>{day(at)}</span>
        </p>
        <h2>
          <Link to={`/idees/${idea.id}`}>{idea.title || say.untitled}</Link>
        </h2>
        {person && <PersonName person={person} directorate />}
        {file && (
          <p>
            <a
              href={addressOf(readAttachment, { params: { attachment: file.id } })}
              {...(file.type === 'pdf' ? { download: file.name } : { target: '_blank', rel: 'noopener' })}
            >
              {say.file(file.name)}
            </a>
          </p>
        )}
        {text && <KeptText>{text}</KeptText>}
        {kind === 'late' && <SpeaksOfSomebody text={text} what={say.latePersonal} />}
        {other && (
          <>
            <p className={css.head}>
              {say.like}{' '}
              <Link to={`/idees/${other.id}`}>
                <strong>{other.title || say.untitled}</strong>
              </Link>
            </p>
            <KeptText>{other.text}</KeptText>
          </>
        )}
        {dueAt && (
          <p className={css.quiet}>
            {say.due[kind](moment(dueAt))} {overdue && <strong>{say.overdue}</strong>}
          </p>
        )}
        {linked && <p>{say.linked}</p>}
        {kind !== 'question' && handlers.length === 0 && <p>{say.handledByNobody}</p>}
        {acts.length < 2 && handlers.length > 0 && kind !== 'question' && (
          <p className={css.quiet}>{say.handledBy(list(handlers.map(({ name }) => name)))}</p>
        )}
        {acts.length > 0 && (
          <ReasonedActs
            challenge={challenge}
            about={{
              idea: idea.id,
              comment,
              file: file?.id ?? null,
              late,
              other: other?.id ?? null,
              decision: null,
            }}
            acts={acts}
            first={acts.includes('notDuplicates') && propose(item)}
          />
        )}
      </div>
    </Entry>
  );
}
