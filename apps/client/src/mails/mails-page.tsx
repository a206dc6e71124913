/** The mail page: what was written to whom, where no mail server sends it. */
import type { Mail } from '@butinerie/contracts';
import { useFormats, useWords } from '../platform/language.tsx';
import { useInstance } from '../platform/session.tsx';
import { CardList, Entry, Tag, TitleLink, type TagTone } from '../ui/card.tsx';
import { EmptyState, Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Reading } from '../ui/reading.tsx';
import css from './mails.module.css';
import { useMails } from './queries.ts';
import { words } from './words.ts';

const TONE_OF = {
  waiting: 'plain',
  sent: 'good',
  shown: 'accent',
  failed: 'danger',
} as const satisfies Record<Mail['state'], TagTone>;

export function MailsPage() {
  const say = useWords(words);
  const { mailPage } = useInstance();
  const { moment } = useFormats();
  return (
    <Page title={say.title} now={say.now}>
      {mailPage ? (
        <Notice title={say.noServer}>
          <p>{say.noServerWhat}</p>
        </Notice>
      ) : (
        <Notice>{say.server}</Notice>
      )}
      <Reading read={useMails()}>
        {({ mails }) =>
          mails.length === 0 ? (
            <EmptyState title={say.empty}>{say.emptyWhat}</EmptyState>
          ) : (
            <CardList label={say.list}>
              {mails.map(({ id, subject, to, at, state, linkOver }) => (
                <Entry key={id}>
                  <h2 className={css.subject}>
                    <TitleLink to={`/courriels/${id}`}>{subject}</TitleLink>
                  </h2>
                  <p className={css.facts}>
                    <span>{say.to(to)}</span>
                    {state === 'shown' && linkOver ? (
                      <Tag>{say.linkOver}</Tag>
                    ) : (
                      <Tag tone={TONE_OF[state]}>{say.state[state]}</Tag>
                    )}
                  </p>
                  <p className={css.quiet}>{moment(at)}</p>
                </Entry>
              ))}
            </CardList>
          )
        }
      </Reading>
    </Page>
  );
}
