/** The inbox: what concerns me, newest first, each with where to act. Following one reads it. */
import { listNotices, type AnswerOf, type Notice } from '@butinerie/contracts';
import { Link } from 'react-router';
import { revise } from '../platform/query.ts';
import { useFormats, useWords } from '../platform/language.tsx';
import { Button, ButtonRow, LinkButton } from '../ui/button.tsx';
import { cx } from '../ui/classes.ts';
import { EmptyState, FailureNotice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Reading, Skeleton } from '../ui/reading.tsx';
import card from '../ui/card.module.css';
import css from './inbox.module.css';
import { noticePath } from './notice-path.ts';
import { words as preferencesWords } from './preferences-words.ts';
import { useMarkNoticesRead, useNotices } from './queries.ts';
import { words } from './words.ts';

type Inbox = AnswerOf<typeof listNotices>;

/** As the server will say in a moment. */
export function markedRead(inbox: Inbox, read: readonly Notice['id'][], at: string): Inbox {
  const marked = new Set(read);
  const fresh = inbox.notices.filter(({ id, readAt }) => marked.has(id) && readAt === null).length;
  return {
    notices: inbox.notices.map((notice) =>
      marked.has(notice.id) && notice.readAt === null ? { ...notice, readAt: at } : notice,
    ),
    unread: Math.max(inbox.unread - fresh, 0),
  };
}

/** The contract takes so many at once. */
const AT_ONCE = 500;

export function InboxPage() {
  const say = useWords(words);
  const preferences = useWords(preferencesWords);
  const read = useNotices();
  const { run, pending, failure } = useMarkNoticesRead();
  const unread = read.state === 'ready' ? read.value.unread : 0;
  const mark = (notices: readonly Notice['id'][]): void => {
    if (notices.length === 0) return;
    revise(listNotices, {}, (inbox) => markedRead(inbox, notices, new Date().toISOString()));
    void run({ body: { notices: [...notices] } });
  };
  const waiting =
    read.state === 'ready'
      ? read.value.notices.filter(({ readAt }) => readAt === null).slice(0, AT_ONCE)
      : [];
  return (
    <Page
      title={say.title}
      now={read.state === 'ready' && read.value.notices.length > 0 ? say.unreadLine(unread) : undefined}
      acts={
        <ButtonRow>
          {waiting.length > 0 && (
            <Button pending={pending} onClick={() => mark(waiting.map(({ id }) => id))}>
              {say.readAll}
            </Button>
          )}
          <LinkButton to="/avis/courriels" tone="quiet">
            {preferences.link}
          </LinkButton>
        </ButtonRow>
      }
    >
      <FailureNotice failure={failure} />
      <Reading read={read} skeleton={<Skeleton lines={6} />}>
        {({ notices }) =>
          notices.length === 0 ? (
            <EmptyState title={say.none}>{say.noneWhat}</EmptyState>
          ) : (
            // Safari forgets that a list without bullets is a list.
            // eslint-disable-next-line jsx-a11y/no-redundant-roles
            <ul role="list" className={css.notices}>
              {notices.map((notice) => (
                <NoticeLine
                  key={notice.id}
                  notice={notice}
                  onFollow={() => notice.readAt === null && mark([notice.id])}
                />
              ))}
            </ul>
          )
        }
      </Reading>
    </Page>
  );
}

function NoticeLine({ notice, onFollow }: { readonly notice: Notice; readonly onFollow: () => void }) {
  const say = useWords(words);
  const { day, moment } = useFormats();
  const { kind, about, actor, at, readAt, reason, until } = notice;
  return (
    <li className={cx(css.notice, readAt === null && css.unread)}>
      <Link to={noticePath(notice)} className={cx(card.link, css.link)} onClick={onFollow}>
        {readAt === null && <span className="out-of-sight">{say.unread} </span>}
        {say.lines[kind](about, actor?.name ?? say.somebody, {
          reason,
          until: until === null ? '' : moment(until),
        })}
      </Link>
      <time className={css.day} dateTime={at.slice(0, 10)}>
        {day(at)}
      </time>
    </li>
  );
}
