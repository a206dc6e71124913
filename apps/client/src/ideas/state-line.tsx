/** Who has the ball, and until when: one line under the credit. */
import type { Challenge, IdeaPage } from '@butinerie/contracts';
import { addWorkingDays, ANSWER_WORKING_DAYS, calendarDay, PARIS } from '@butinerie/domain';
import type { ReactNode } from 'react';
import { serverNow } from '../platform/clock.ts';
import { useDaysLeft } from '../platform/days-left.ts';
import { useFormats, useWords } from '../platform/language.tsx';
import css from './ideas.module.css';
import { words } from './words.ts';

export interface StateLineProps {
  readonly idea: IdeaPage;
  readonly challenge: Challenge;
  /** The challenge's own line of time. */
  readonly deadline: ReactNode;
}

export function StateLine({ idea, challenge, deadline }: StateLineProps) {
  const ball = useBall(idea, challenge);
  const timed = idea.state === 'draft' || idea.state === 'published';
  return (
    <span className={css.state}>
      <span className={css.ball}>{ball}</span>
      {timed && <span>{deadline}</span>}
    </span>
  );
}

function useBall(idea: IdeaPage, challenge: Challenge): string {
  const { ball } = useWords(words);
  const { list, moment, day } = useFormats();
  const authors = list(idea.credits.originators.map(({ name }) => name));
  const left = useDaysLeft(idea.dueOn);
  const open = idea.rebounds.filter(({ answer }) => answer === 'open').length;
  switch (idea.state) {
    case 'draft':
      return ball.draft;
    case 'published':
      if (challenge.phase !== 'ideation' && challenge.phase !== 'rebound')
        return ball.team(moment(challenge.decisionDueAt));
      if (idea.mine) return open > 0 ? ball.yoursRebounds(open) : ball.yours;
      return open > 0 && authors ? ball.authors(authors, open) : ball.everybody;
    case 'submitted':
    case 'shortlisted':
      return ball.team(moment(challenge.decisionDueAt));
    case 'selected': {
      const { resultsPublishedAt, closesAt } = challenge;
      if (resultsPublishedAt === null) return ball.directorates;
      const published = calendarDay(new Date(resultsPublishedAt), closesAt.timeZone);
      return ball.directoratesBy(day(addWorkingDays(published, ANSWER_WORKING_DAYS)));
    }
    case 'not_selected':
      return ball.notSelected;
    case 'out_of_scope':
      return ball.outOfScope;
    case 'adopted':
    case 'in_progress': {
      const { adoption, delivery } = idea;
      if (adoption === null) return ball.adopted;
      if (delivery?.step === 'to_confirm' && delivery.until)
        return ball.confirm(authors, day(delivery.until));
      if (delivery?.step === 'hearing' && delivery.until) return ball.hearing(day(delivery.until));
      const pilot = [adoption.pilot.name, adoption.directorate.name].join(', ');
      if (left !== null && left < 0) return ball.late(day(adoption.dueOn), pilot);
      const { title, dueOn } = adoption.milestone;
      const reached = dueOn < calendarDay(new Date(serverNow()), PARIS);
      return reached ? ball.due(pilot, day(adoption.dueOn)) : ball.pilot(pilot, title, day(dueOn));
    }
    case 'declined':
      return ball.declined;
    case 'merged':
      return ball.merged;
    case 'delivered':
    case 'measured':
      return ball.delivered;
    case 'abandoned':
      return ball.abandoned;
    case 'withdrawn':
      return ball.withdrawn;
    case 'hidden':
      return ball.hidden;
  }
}
