/** One queue: what needs a moderator now, oldest first, and what was done, with its reasons. */
import type { ChallengeId, ModerationEvent, ModerationItem } from '@butinerie/contracts';
import { useState } from 'react';
import { useFormats, useWords } from '../platform/language.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { CardList, Entry, Tag } from '../ui/card.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Reading, Skeleton } from '../ui/reading.tsx';
import css from './moderation.module.css';
import { useModeration } from './queries.ts';
import { QueueItem, type QueueItemProps } from './queue-item.tsx';
import { ReasonedActs } from './reasoned-acts.tsx';
import { words } from './words.ts';

type QueuePageProps = Pick<QueueItemProps, 'challenge' | 'propose'>;

export function QueuePage({ challenge, propose }: QueuePageProps) {
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
            <Waiting challenge={challenge} items={items} propose={propose} />
            {events.length > 0 && <History challenge={challenge} events={events} />}
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

interface WaitingProps extends Pick<QueueItemProps, 'challenge' | 'propose'> {
  readonly items: readonly ModerationItem[];
}
/** What a theme sends to somebody else stays one press away: nobody is prevented from acting. */
function Waiting({ challenge, items, propose }: WaitingProps) {
  const say = useWords(words);
  const [all, setAll] = useState(false);
  const others = items.filter(({ routed }) => routed === 'others').length;
  const shown = all ? items : items.filter(({ routed }) => routed !== 'others');
  return (
    <>
      {shown.length === 0 ? (
        <EmptyState title={say.none}>{say.noneWhat}</EmptyState>
      ) : (
        <CardList label={say.title}>
          {shown.map((item) => (
            <QueueItem key={item.key} challenge={challenge} item={item} propose={propose} />
          ))}
        </CardList>
      )}
      {others > 0 && (
        <div>
          <Button aria-pressed={all} onClick={() => setAll(!all)}>
            {all ? say.mineOnly : say.othersToo(others)}
          </Button>
        </div>
      )}
    </>
  );
}

interface HistoryProps {
  readonly challenge: ChallengeId;
  readonly events: readonly ModerationEvent[];
}
function History({ challenge, events }: HistoryProps) {
  const say = useWords(words);
  const { day } = useFormats();
  return (
    <Section title={say.history}>
      <p className={css.quiet}>{say.historyWhat}</p>
      <CardList>
        {events.map(({ id, act, by, at, idea, reason, undone, comment, file, late, acts }) => (
          <Entry key={id}>
            <p className={css.head}>
              <strong>{say.done[act]}</strong>
              {undone && <Tag>{say.undone}</Tag>}
              <span className={css.quiet}>
                {by?.name} · {day(at)}
              </span>
            </p>
            <p>{say.quoted(idea.title)}</p>
            {file && <p>{say.file(file.name)}</p>}
            {reason && <p className={css.quiet}>{reason}</p>}
            {acts.length > 0 && (
              <ReasonedActs
                challenge={challenge}
                about={{ idea: idea.id, comment, file: file?.id ?? null, late, other: null, decision: id }}
                acts={acts}
              />
            )}
          </Entry>
        ))}
      </CardList>
    </Section>
  );
}
