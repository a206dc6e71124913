/** The desk of an evaluator: delivered ideas whose effect is to be looked at, those that wait the longest first. */
import type { AnswerOf, readEvaluations } from '@butinerie/contracts';
import { calendarDay, PARIS } from '@butinerie/domain';
import { serverNow } from '../platform/clock.ts';
import { useFormats, useWords } from '../platform/language.tsx';
import { CardList, Entry, TitleLink } from '../ui/card.tsx';
import { CreditLine } from '../ui/credit-line.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Reading, Skeleton } from '../ui/reading.tsx';
import { Evidence } from './evidence.tsx';
import css from './impact.module.css';
import { useEvaluations } from './queries.ts';
import { words } from './words.ts';

type Waiting = AnswerOf<typeof readEvaluations>['waiting'][number];

export function EvaluationsPage() {
  const say = useWords(words);
  const read = useEvaluations();
  return (
    <Page title={say.evaluations} now={say.evaluationsNow}>
      <Reading read={read} skeleton={<Skeleton lines={6} />}>
        {({ waiting }) =>
          waiting.length === 0 ? (
            <EmptyState title={say.evaluationsNone}>{say.evaluationsNoneWhat}</EmptyState>
          ) : (
            <CardList>
              {waiting.map((each) => (
                <WaitingLine key={each.idea} waiting={each} />
              ))}
            </CardList>
          )
        }
      </Reading>
    </Page>
  );
}

function WaitingLine({ waiting }: { readonly waiting: Waiting }) {
  const say = useWords(words);
  const { day } = useFormats();
  const { idea, title, question, credits, looks, level, validated, pilot } = waiting;
  const today = calendarDay(new Date(serverNow()), PARIS);
  const state = ({ measured, on }: Waiting['looks'][number]): string => {
    if (measured) return say.lookDone;
    return on <= today ? say.lookLate : say.lookAhead;
  };
  return (
    <Entry>
      <p className={css.quiet}>{question}</p>
      <h2>
        <TitleLink to={`/idees/${idea}/effets`}>{title}</TitleLink>
      </h2>
      <CreditLine credits={credits} authorToConfirm={credits.originators.length === 0} />
      <ul>
        {looks.map((look) => (
          <li key={look.day}>
            {say.look(look.day, day(look.on))} — {state(look)}
          </li>
        ))}
      </ul>
      <p>{say.pilotedBy(pilot.name)}</p>
      {level !== null && (
        <p>
          <Evidence level={level} /> {level > 0 && !validated && say.toValidate}
        </p>
      )}
    </Entry>
  );
}
