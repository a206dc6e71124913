/** The desk of who answers for a directorate: what waits for her, what was promised, until when. */
import type { AnswerOf, readDesk } from '@butinerie/contracts';
import { endOfDay, isPast, PARIS } from '@butinerie/domain';
import type { ReactNode } from 'react';
import { useNow } from '../platform/clock.ts';
import { useDaysLeft } from '../platform/days-left.ts';
import { useFormats, useWords } from '../platform/language.tsx';
import { CardList, Entry, TitleLink } from '../ui/card.tsx';
import { CreditLine } from '../ui/credit-line.tsx';
import { Icon } from '../ui/icon.tsx';
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
    adopted: entries.filter((entry) => entry.adoption).toSorted(byDay),
    declined: entries.filter((entry) => !entry.adoption && said(entry)),
  };
}

/** What is to be told first stands first, and what is late before it; what has ended comes last. */
function byDay(one: DeskEntry, other: DeskEntry): number {
  const [first, second] = [one.dueOn ?? ENDED, other.dueOn ?? ENDED];
  return first < second ? -1 : first > second ? 1 : 0;
}
/** Sorts after every day. */
const ENDED = 'ended';

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
      {adopted.length > 0 && (
        <Pile title={say.adopted(adopted.length)} entries={adopted}>
          <Strip entries={adopted} />
        </Pile>
      )}
      {declined.length > 0 && <Pile title={say.declined(declined.length)} entries={declined} />}
    </>
  );
}

/** The ninety days of everything adopted, in figures with what they are out of. */
function Strip({ entries }: { readonly entries: readonly DeskEntry[] }) {
  const say = useWords(words);
  const { list } = useFormats();
  const now = useNow(...entries.map(({ dueOn }) => dueOn && endOfDay(dueOn, PARIS).getTime() + 1_000));
  const late = entries.filter(({ dueOn }) => dueOn !== null && isPast(dueOn, new Date(now), PARIS)).length;
  const at = (step: DeskEntry['step']): number => entries.filter((entry) => entry.step === step).length;
  const parts = [
    late > 0 ? say.countLate(late) : [],
    at('delivered') > 0 ? say.countDelivered(at('delivered')) : [],
    at('abandoned') > 0 ? say.countAbandoned(at('abandoned')) : [],
  ].flat();
  return parts.length > 0 && <p>{say.outOf(list(parts), entries.length)}</p>;
}

function DueLine({ dueOn }: { readonly dueOn: string }) {
  const say = useWords(words);
  const { day } = useFormats();
  const left = useDaysLeft(dueOn) ?? 0;
  if (left >= 0) return <p>{say.dueLine(day(dueOn), say.days(left))}</p>;
  return (
    <p className={css.late}>
      <Icon name="warning" />
      <span>{say.lateLine(day(dueOn), say.days(-left))}</span>
    </p>
  );
}

interface PileProps {
  readonly title: string;
  readonly entries: readonly DeskEntry[];
  readonly children?: ReactNode;
}
function Pile({ title, entries, children }: PileProps) {
  return (
    <Section title={title}>
      {children}
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
  const { list } = useFormats();
  const { adoption, credits, declinedBy, dueOn, gaveUp, reason, step } = entry;
  return (
    <Entry>
      <p className={css.quiet}>{entry.question}</p>
      <h3>
        <TitleLink to={`/idees/${entry.idea}/adopter`}>{entry.title}</TitleLink>
      </h3>
      <CreditLine credits={credits} authorToConfirm={credits.originators.length === 0} />
      {adoption ? (
        <>
          {step !== null && <p>{say.steps[step]}</p>}
          {dueOn !== null && <DueLine dueOn={dueOn} />}
          <p className={css.quiet}>{say.pilotedBy(adoption.pilot.name)}</p>
        </>
      ) : (
        <p className={css.reason}>
          <span className={css.quiet}>{say.reason} ·</span> {reason}
        </p>
      )}
      {gaveUp.length > 0 && <p className={css.quiet}>{say.gaveUpBy(list(gaveUp))}</p>}
      {declinedBy.length > 0 && <p className={css.quiet}>{say.declinedBy(list(declinedBy))}</p>}
    </Entry>
  );
}
