/** What can still change in the course of a challenge: a pause, a later closing, its end. Each with its reason. */
import type { Challenge } from '@butinerie/contracts';
import { EXTENSION_NOTICE_HOURS } from '@butinerie/domain';
import { useNow } from '../platform/clock.ts';
import { useFormats, useWords } from '../platform/language.tsx';
import { ButtonRow } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { KeptText, Section } from '../ui/page.tsx';
import { ArchiveChallenge } from './archive-challenge.tsx';
import { AskExtension } from './ask-extension.tsx';
import { AgreeToCancellation, CancelChallenge } from './cancel-challenge.tsx';
import { PauseChallenge, ResumeChallenge } from './pause-challenge.tsx';
import { words } from './course-words.ts';

export interface CourseSectionProps {
  readonly challenge: Challenge;
  /** Said where there is nothing to decide; the section is left out otherwise. */
  readonly empty?: string;
}

export function CourseSection(props: CourseSectionProps) {
  // Then it is the only thing left to decide.
  return props.challenge.acts.includes('archiveChallenge') ? (
    <ArchiveChallenge challenge={props.challenge} />
  ) : (
    <Course {...props} />
  );
}

function Course({ challenge, empty }: CourseSectionProps) {
  const say = useWords(words);
  const { moment } = useFormats();
  const { acts, paused, extension, cancellation, closesAt, cancelled } = challenge;
  const may = (act: string): boolean => acts.includes(act);
  const some = ['pauseChallenge', 'resumeChallenge', 'askExtension', 'cancelChallenge'].some(may);
  if (!some && paused === null && extension === null && cancellation === null)
    return empty ? <p>{empty}</p> : null;
  return (
    <Section title={say.courseTitle}>
      {paused && !cancelled && (
        <Notice
          tone="warning"
          title={say.pausedUntil(moment({ instant: paused.until, timeZone: closesAt.timeZone }))}
        >
          <KeptText>{paused.reason}</KeptText>
        </Notice>
      )}
      {extension && (
        <Notice
          tone={extension.agreedBy ? 'good' : 'info'}
          title={
            extension.agreedBy
              ? say.extendedBy(extension.agreedBy.name, moment(extension.closesAt))
              : say.extensionWaits(moment(extension.closesAt))
          }
        >
          <KeptText>{extension.reason}</KeptText>
        </Notice>
      )}
      <AgreeToCancellation challenge={challenge} />
      <TooLateToExtend challenge={challenge} />
      <ButtonRow>
        {may('resumeChallenge') && <ResumeChallenge challenge={challenge} />}
        {may('pauseChallenge') && <PauseChallenge challenge={challenge} />}
        {may('askExtension') && <AskExtension challenge={challenge} />}
        {may('cancelChallenge') && <CancelChallenge challenge={challenge} />}
      </ButtonRow>
    </Section>
  );
}

/** Why there is no button to extend, in the last hours: people arranged their days around the date announced. */
function TooLateToExtend({ challenge }: { readonly challenge: Challenge }) {
  const say = useWords(words);
  const { closesAt, extension, paused, phase, acts } = challenge;
  const last = Date.parse(closesAt.instant) - EXTENSION_NOTICE_HOURS * 3_600_000;
  const late = useNow(last) > last;
  const written = phase === 'ideation' || phase === 'rebound';
  if (!late || !written || extension !== null || paused !== null) return null;
  return acts.includes('pauseChallenge') && <p>{say.tooLateToExtend(EXTENSION_NOTICE_HOURS)}</p>;
}
