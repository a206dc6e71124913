/** The desk of who answers for a directorate: what waits for her, what was promised, until when. */
import type { AnswerOf, readDesk } from '@butinerie/contracts';
import { calendarDay, daysBetween, PARIS } from '@butinerie/domain';
import { serverNow } from '../platform/clock.ts';
import { useFormats, useWords } from '../platform/language.tsx';
import { CardList, Entry, TitleLink } from '../ui/card.tsx';
import { CreditLine } from '../ui/credit-line.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Reading, Skeleton } from '../ui/reading.tsx';
import css from './adoption.module.css';
import { useDesk } from './queries.ts';
import { words } from './words.ts';

type Desk = AnswerOf<typeof readDesk>;
type DeskEntry = Desk['entries'][number];

/** In three piles: to be answered, promised, declined by every directorate the reader answers for. */
export function pilesOf({ entries, directorates }: Desk) {
  const mine = directorates.map(({ name }) => name);
  const said = ({ declinedBy }: DeskEntry): boolean => mine.every((name) => declinedBy.includes(name));
  return {
    waiting: entries.filter((entry) => !entry.adoption && !said(entry)),
    adopted: entries.filter((entry) => entry.adoption),
    declined: entries.filter((entry) => !entry.adoption && said(entry)),
  };
}

export function DeskPage() {
  const say = useWords(words);
  const read = useDesk();
  const names = read.state === 'ready' ? read.value.directorates.map(({ name }) => name) : [];
  return (
    <Page title={say.desk} now={names.length > 0 ? say.deskFor(names) : undefined}>
      <Reading read={read} skeleton={<Skeleton lines={6} />}>
        {(desk) =>
          desk.directorates.length === 0 ? (
            <EmptyState title={say.deskNobody}>{say.deskNobodyWhat}</EmptyState>
          ) : (
            <Piles desk={desk} />
          )
        }
      </Reading>
    </Page>
  );
}

function Piles({ desk }: { readonly desk: Desk }) {
  const say = useWords(words);
  const { waiting, adopted, declined } = pilesOf(desk);
  return (
    <>
      {waiting.length === 0 ? (
        <EmptyState title={say.waitingNone}>{say.waitingNoneWhat}</EmptyState>
      ) : (
        <Pile title={say.waiting(waiting.length)} entries={waiting} />
      )}
      {adopted.length > 0 && <Pile title={say.adopted(adopted.length)} entries={adopted} />}
      {declined.length > 0 && <Pile title={say.declined(declined.length)} entries={declined} />}
    </>
  );
}

function Pile({ title, entries }: { readonly title: string; readonly entries: readonly DeskEntry[] }) {
  return (
    <Section title={title}>
      <CardList>
        {entries.map((entry) => (
          <DeskLine key={entry.idea} entry={entry} />
        ))}
      </CardList>
    </Section>
  );
}

function DeskLine({ entry }: { readonly entry: DeskEntry }) {
  const say = useWords(words);
  const { list, day } = useFormats();
  const { adoption, credits, declinedBy, reason } = entry;
  const today = calendarDay(new Date(serverNow()), PARIS);
  return (
    <Entry>
      <p className={css.quiet}>{entry.question}</p>
      <h3>
        <TitleLink to={`/idees/${entry.idea}/adopter`}>{entry.title}</TitleLink>
      </h3>
      <CreditLine credits={credits} authorToConfirm={credits.originators.length === 0} />
      {adoption ? (
        <>
          <p>{say.dueLine(day(adoption.dueOn), say.days(Math.max(daysBetween(today, adoption.dueOn), 0)))}</p>
          <p className={css.quiet}>{say.pilotedBy(adoption.pilot.name)}</p>
        </>
      ) : (
        <p className={css.reason}>
          <span className={css.quiet}>{say.reason} ·</span> {reason}
        </p>
      )}
      {declinedBy.length > 0 && <p className={css.quiet}>{say.declinedBy(list(declinedBy))}</p>}
    </Entry>
  );
}
