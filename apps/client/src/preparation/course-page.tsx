/** The course of a challenge for whoever decides about it without preparing it: the general direction. */
import { challengeId, type Challenge, type ChallengeId } from '@butinerie/contracts';
import { useWords } from '../platform/language.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { NamedPage, ReadPage } from '../ui/read-page.tsx';
import { CourseSection } from './course-section.tsx';
import { words } from './course-words.ts';
import { useChallengeToPrepare } from './queries.ts';

export function CoursePage() {
  return (
    <NamedPage param="challenge" schema={challengeId}>
      {(id) => <Course id={id} />}
    </NamedPage>
  );
}

function Course({ id }: { readonly id: ChallengeId }) {
  const read = useChallengeToPrepare(id);
  return <ReadPage read={read}>{(challenge) => <CourseOf challenge={challenge} />}</ReadPage>;
}

function CourseOf({ challenge }: { readonly challenge: Challenge }) {
  const say = useWords(words);
  return (
    <Page
      kicker={say.courseTitle}
      title={challenge.question}
      now={challenge.acts.includes('archiveChallenge') ? say.archiveNow : say.courseNow}
      acts={
        <div>
          <LinkButton to={`/defis/${challenge.id}`}>{say.back}</LinkButton>
        </div>
      }
    >
      <CourseSection challenge={challenge} empty={say.courseNothing} />
    </Page>
  );
}
