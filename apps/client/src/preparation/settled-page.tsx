/** A challenge past its preparation: its dates and its team, and the way to end it. */
import type { Challenge, Phase } from '@butinerie/contracts';
import { mayModerate, TIME_BOX_FIELDS } from '@butinerie/domain';
import { useFormats, useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { ButtonRow, LinkButton } from '../ui/button.tsx';
import { KeptText, Page, Section } from '../ui/page.tsx';
import { words as courseWords } from './course-words.ts';
import { CourseSection } from './course-section.tsx';
import css from './preparation.module.css';
import { TeamSection } from './team-section.tsx';
import { words } from './words.ts';

/** Answers are written, or will be once the texts are sealed. */
const ANSWERING: ReadonlySet<Phase> = new Set(['closing', 'deliberation']);

export function SettledPage({ challenge }: { readonly challenge: Challenge }) {
  const say = useWords(words);
  const course = useWords(courseWords);
  const me = useSignedIn();
  const { day, moment } = useFormats();
  const { id, question, brief, phase, cancelled, archived, paused, acts } = challenge;
  return (
    <Page
      kicker={say.settledKicker(say.phase[phase])}
      title={question}
      now={
        cancelled
          ? say.cancelledNow(day(cancelled.at))
          : archived
            ? say.archivedNow(day(archived.at))
            : paused
              ? say.pausedNow
              : say.settledNow
      }
      acts={
        <ButtonRow>
          <LinkButton to={`/defis/${id}`} tone="primary">
            {say.seePage}
          </LinkButton>
          {mayModerate(me, id) && (
            <LinkButton to={`/preparer/nouveau?comme=${id}`}>{say.duplicate}</LinkButton>
          )}
          {acts.includes('readSelection') && (
            <LinkButton to={`/defis/${id}/choix`}>
              {ANSWERING.has(phase) ? say.choose : course.seeAnswers}
            </LinkButton>
          )}
        </ButtonRow>
      }
    >
      {cancelled && <KeptText>{cancelled.reason}</KeptText>}
      {brief && <KeptText>{brief}</KeptText>}
      {archived && (
        <Section title={course.archiveStory}>
          <KeptText>{archived.story}</KeptText>
        </Section>
      )}
      <Section title={say.datesTitle}>
        <dl className={css.theirs}>
          {TIME_BOX_FIELDS.map((field) => (
            <div key={field}>
              <dt>{say.date[field]}</dt>
              <dd>{moment(challenge[field])}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <TeamSection challenge={challenge} />
      <CourseSection challenge={challenge} />
    </Page>
  );
}
