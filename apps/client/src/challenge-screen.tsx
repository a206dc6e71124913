/** The first page of whoever is signed in, the page of one challenge, and proposing in it: composed of their concepts. */
import { challengeId, listIdeas, type Challenge } from '@butinerie/contracts';
import { actAllowed } from '@butinerie/domain';
import { useEffect, useRef } from 'react';
import { useParams } from 'react-router';
import { WelcomePage } from './accounts/welcome-page.tsx';
import { ChallengeView } from './challenges/challenge-view.tsx';
import { byImportance } from './challenges/current-challenge.ts';
import { ProposeLine } from './challenges/deadline-line.tsx';
import { OtherChallenges } from './challenges/other-challenges.tsx';
import { useChallenge, useChallengeNow, useChallenges } from './challenges/queries.ts';
import { IdeaList, THREE_IDEAS } from './ideas/idea-list.tsx';
import { MyDrafts } from './ideas/my-drafts.tsx';
import { ProposePage } from './ideas/propose-page.tsx';
import { useIdeas } from './ideas/queries.ts';
import { ButtonRow, LinkButton } from './ui/button.tsx';
import { NotFoundPage } from './ui/not-found-page.tsx';
import { useWords } from './platform/language.tsx';
import { refresh } from './platform/query.ts';
import { useMe } from './platform/session.tsx';
import { PageFrame } from './ui/page.tsx';
import { Reading, Skeleton } from './ui/reading.tsx';
import { words } from './words.ts';

/** `/`: the challenge of the moment; who is not signed in reads what this place is. */
export function HomeScreen() {
  return useMe() ? <CurrentChallenge /> : <WelcomePage />;
}

function CurrentChallenge() {
  const read = useChallenges();
  if (read.state !== 'ready')
    return (
      <PageFrame>
        <Reading read={read} skeleton={<Skeleton lines={8} />}>
          {() => null}
        </Reading>
      </PageFrame>
    );
  const [current, ...others] = byImportance(read.value.challenges);
  return current ? <WholeChallenge read={current} others={others} /> : <WelcomePage />;
}

/** `/defis/:challenge`. */
export function ChallengeScreen() {
  const parsed = challengeId.safeParse(useParams()['challenge']);
  const read = useChallenge(parsed.data ?? NOWHERE, parsed.success);
  if (!parsed.success || (read.state === 'refused' && read.failure.code === 'not-found'))
    return <NotFoundPage />;
  if (read.state !== 'ready')
    return (
      <PageFrame>
        <Reading read={read} skeleton={<Skeleton lines={8} />}>
          {() => null}
        </Reading>
      </PageFrame>
    );
  return <WholeChallenge key={read.value.id} read={read.value} others={[]} />;
}

interface WholeChallengeProps {
  readonly read: Challenge;
  readonly others: readonly Challenge[];
}
function WholeChallenge({ read, others }: WholeChallengeProps) {
  const { challenge, now } = useChallengeNow(read);
  const ideas = useIdeas(challenge.id);
  const rebounds = actAllowed(challenge.phase, 'reboundOnIdea');
  const some = ideas.state === 'ready' && ideas.value.ideas.length > 0;
  // The order and the counters of the list follow the phase.
  const phase = useRef(challenge.phase);
  useEffect(() => {
    if (phase.current === challenge.phase) return;
    phase.current = challenge.phase;
    refresh(listIdeas, { params: { challenge: challenge.id } });
  }, [challenge.phase, challenge.id]);

  return (
    <ChallengeView
      challenge={challenge}
      now={now}
      tools={<Tools challenge={challenge} />}
      reboundTarget={some ? THREE_IDEAS : null}
      others={<OtherChallenges challenges={others} />}
    >
      <MyDrafts challenge={challenge.id} />
      {challenge.phase !== 'scheduled' && challenge.phase !== 'draft' && (
        <Reading read={ideas} skeleton={<Skeleton lines={6} />}>
          {({ ideas: listed }) => (
            <IdeaList
              ideas={listed}
              rebound={rebounds}
              welcome={actAllowed(challenge.phase, 'publishIdea')}
            />
          )}
        </Reading>
      )}
    </ChallengeView>
  );
}

/** Stands for no challenge at all where the address names none; nothing is asked about it. */
const NOWHERE = challengeId.parse(`ch_${'0'.repeat(26)}`);

/** `/defis/:challenge/proposer`. */
export function ProposeScreen() {
  const parsed = challengeId.safeParse(useParams()['challenge']);
  const read = useChallenge(parsed.data ?? NOWHERE, parsed.success);
  // Without a network the question is not known, and writing is possible all the same. The page is one and the same
  // before and after the question is known: another one would take the field from under somebody's fingers.
  const { challenge, now } = useChallengeNow(read.state === 'ready' ? read.value : null);
  if (!parsed.success || (read.state === 'refused' && read.failure.code === 'not-found'))
    return <NotFoundPage />;
  return (
    <ProposePage challenge={challenge} now={challenge && <ProposeLine challenge={challenge} now={now} />} />
  );
}

/** The way on for those who choose and those who adopt, when it is their turn. */
function Tools({ challenge }: { readonly challenge: Challenge }) {
  const say = useWords(words);
  const chooses = ['answerIdea', 'proposeResults', 'confirmResults'].some((act) =>
    challenge.acts.includes(act),
  );
  const adopts = challenge.acts.includes('adoptIdea');
  if (!chooses && !adopts) return null;
  return (
    <ButtonRow>
      {chooses && <LinkButton to={`/defis/${challenge.id}/choix`}>{say.answerIdeas}</LinkButton>}
      {adopts && <LinkButton to="/adopter">{say.ideasThatWait}</LinkButton>}
    </ButtonRow>
  );
}
