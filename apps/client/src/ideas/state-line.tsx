/** Who has the ball, and until when: one line under the credit. */
import type { Challenge, IdeaPage } from '@butinerie/contracts';
import { addWorkingDays, ANSWER_WORKING_DAYS, calendarDay } from '@butinerie/domain';
import type { ReactNode } from 'react';
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
      const { adoption } = idea;
      if (adoption === null) return ball.adopted;
      return ball.pilot(
        [adoption.pilot.name, adoption.directorate.name].join(', '),
        adoption.milestone.title,
        day(adoption.milestone.dueOn),
      );
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
