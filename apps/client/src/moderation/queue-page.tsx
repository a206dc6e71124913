/** One queue: what needs a moderator now, oldest first, and what was done, with its reasons. */
import { challengeId, type ChallengeId, type ModerationEvent } from '@butinerie/contracts';
import { useParams } from 'react-router';
import { useFormats, useWords } from '../platform/language.tsx';
import { LinkButton } from '../ui/button.tsx';
import { CardList, Entry, Tag } from '../ui/card.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { NotFoundPage } from '../ui/not-found-page.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Reading, Skeleton } from '../ui/reading.tsx';
import css from './moderation.module.css';
import { useModeration } from './queries.ts';
import { QueueItem } from './queue-item.tsx';
import { words } from './words.ts';

export function QueuePage() {
  const id = challengeId.safeParse(useParams()['challenge']);
  return id.success ? <Queue key={id.data} challenge={id.data} /> : <NotFoundPage />;
}

function Queue({ challenge }: { readonly challenge: ChallengeId }) {
  const say = useWords(words);
  const read = useModeration(challenge);
  return (
    <Page
      title={say.title}
      now={read.state === 'ready' ? say.waiting(read.value.items.length) : undefined}
      acts={
        <div>
          <LinkButton to={`/defis/${challenge}`}>{say.back}</LinkButton>
        </div>
      }
    >
      <Reading read={read} skeleton={<Skeleton lines={8} />}>
        {({ items, events }) => (
          <>
            {items.length === 0 ? (
              <EmptyState title={say.none}>{say.noneWhat}</EmptyState>
            ) : (
              <CardList label={say.title}>
                {items.map((item) => (
                  <QueueItem key={item.key} challenge={challenge} item={item} />
                ))}
              </CardList>
            )}
            {events.length > 0 && <History events={events} />}
          </>
        )}
      </Reading>
      <p>
        <LinkButton tone="quiet" to="/moderation">
          {say.policyLink}
        </LinkButton>
      </p>
    </Page>
  );
}

function History({ events }: { readonly events: readonly ModerationEvent[] }) {
  const say = useWords(words);
  const { day } = useFormats();
  return (
    <Section title={say.history}>
      <p className={css.quiet}>{say.historyWhat}</p>
      <CardList>
        {events.map(({ id, act, by, at, idea, reason, undone }) => (
          <Entry key={id}>
            <p className={css.head}>
              <strong>{say.done[act]}</strong>
              {undone && <Tag>{say.undone}</Tag>}
              <span className={css.quiet}>
                {by?.name} · {day(at)}
              </span>
            </p>
            <p>{say.quoted(idea.title)}</p>
            {reason && <p className={css.quiet}>{reason}</p>}
          </Entry>
        ))}
      </CardList>
    </Section>
  );
}
