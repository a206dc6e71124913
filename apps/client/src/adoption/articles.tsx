/** The articles of the signed page: the names that stay, the dates, what no longer changes. */
import type { Credits, PersonRef } from '@butinerie/contracts';
import { daysBetween } from '@butinerie/domain';
import type { ReactNode } from 'react';
import { useFormats, useWords } from '../platform/language.tsx';
import { Icon } from '../ui/icon.tsx';
import { PersonName } from '../ui/person-name.tsx';
import css from './adoption.module.css';
import { words } from './words.ts';

export function Article({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={css.article}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

export function PeopleLine({
  term,
  people,
}: {
  readonly term: string;
  readonly people: readonly PersonRef[];
}) {
  if (people.length === 0) return null;
  return (
    <>
      <dt>{term}</dt>
      <dd>
        {people.map((person) => (
          <PersonName key={person.id} person={person} directorate />
        ))}
      </dd>
    </>
  );
}

/** Authors first, then those who helped. Who commits and who leads the work stand with the commitment, never here. */
export function NamesThatStay({ credits }: { readonly credits: Credits }) {
  const say = useWords(words);
  return (
    <Article title={say.peopleTitle}>
      <dl className={css.names}>
        <PeopleLine term={say.originators} people={credits.originators} />
        <PeopleLine term={say.coauthors} people={credits.coauthors} />
        <PeopleLine term={say.rebounders} people={credits.rebounders} />
        {credits.carrier && <PeopleLine term={say.carrier} people={[credits.carrier]} />}
      </dl>
    </Article>
  );
}

export interface DatesProps {
  readonly today: string;
  readonly adoptedOn: string;
  /** False while nothing is adopted: the dates are those of an adoption today. */
  readonly sure: boolean;
  readonly milestone: string | null;
  readonly dueOn: string;
  readonly answerBy: string;
  readonly answersNames: string;
}
export function Dates({ today, adoptedOn, sure, milestone, dueOn, answerBy, answersNames }: DatesProps) {
  const say = useWords(words);
  const { day } = useFormats();
  const left = (date: string): ReactNode => {
    const count = daysBetween(today, date);
    return count > 0 && <span className={css.count}> · {say.days(count)}</span>;
  };
  return (
    <Article title={say.datesTitle}>
      <dl className={css.dates}>
        <dt>{say.adoptionDate}</dt>
        <dd>{sure ? day(adoptedOn) : say.todayIf(day(adoptedOn))}</dd>
        {milestone && (
          <>
            <dt>{say.milestoneDue}</dt>
            <dd>
              {day(milestone)}
              {left(milestone)}
            </dd>
          </>
        )}
        <dt>{say.dueDate}</dt>
        <dd>
          {day(dueOn)}
          {sure ? left(dueOn) : <span className={css.count}> · {say.ninety}</span>}
        </dd>
        <dt>{say.answerDate}</dt>
        <dd>
          {say.answerUntil(day(answerBy))}
          <br />
          <span className={css.count}>{say.answerHint(answersNames)}</span>
        </dd>
      </dl>
    </Article>
  );
}

export function WhatIsFixed() {
  const say = useWords(words);
  return (
    <Article title={say.fixedTitle}>
      <p className={css.lock}>
        <Icon name="lock" />
        <span>{say.fixedNames}</span>
      </p>
      <p>{say.fixedText}</p>
      <p>{say.fixedOnce}</p>
    </Article>
  );
}
