/** The course of a challenge for whoever decides about it without preparing it: the general direction. */
import { challengeId, type ChallengeId } from '@butinerie/contracts';
import { useParams } from 'react-router';
import { useWords } from '../platform/language.tsx';
import { LinkButton } from '../ui/button.tsx';
import { NotFoundPage } from '../ui/not-found-page.tsx';
import { Page, PageFrame } from '../ui/page.tsx';
import { Reading } from '../ui/reading.tsx';
import { CourseSection } from './course-section.tsx';
import { words } from './course-words.ts';
import { useChallengeToPrepare } from './queries.ts';

export function CoursePage() {
  const id = challengeId.safeParse(useParams()['challenge']);
  return id.success ? <Course id={id.data} /> : <NotFoundPage />;
}

function Course({ id }: { readonly id: ChallengeId }) {
  const say = useWords(words);
  const read = useChallengeToPrepare(id);
  if (read.state !== 'ready')
    return (
      <PageFrame>
        <Reading read={read}>{() => null}</Reading>
      </PageFrame>
    );
  return (
    <Page
      kicker={say.courseTitle}
      title={read.value.question}
      now={say.courseNow}
      acts={
        <div>
          <LinkButton to={`/defis/${id}`}>{say.back}</LinkButton>
        </div>
      }
    >
      <CourseSection challenge={read.value} empty={say.courseNothing} />
    </Page>
  );
}
