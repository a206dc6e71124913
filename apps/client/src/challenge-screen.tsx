/** The first page of whoever is signed in, the page of one challenge, and proposing in it: composed of their concepts. */
import { challengeId, listIdeas, type Challenge, type ChallengeId } from '@butinerie/contracts';
import { actOpen } from './platform/act-open.ts';
import { useEffect, useRef } from 'react';
import { draftAids } from './draft-aids.tsx';
import { WelcomePage } from './accounts/welcome-page.tsx';
import { ChallengeView } from './challenges/challenge-view.tsx';
import { byImportance } from './challenges/current-challenge.ts';
import { ProposeLine } from './challenges/deadline-line.tsx';
import { OtherChallenges } from './challenges/other-challenges.tsx';
import { PauseNotice } from './challenges/pause-notice.tsx';
import { useChallenge, useChallengeNow, useChallenges } from './challenges/queries.ts';
import { IdeaList, THREE_IDEAS } from './ideas/idea-list.tsx';
import { MyDrafts } from './ideas/my-drafts.tsx';
import { ProposePage } from './ideas/propose-page.tsx';
import { EVERYTHING, queryOf } from './ideas/list-query.ts';
import { useIdeas } from './ideas/queries.ts';
import { FollowChallenge } from './notifications/follow-button.tsx';
import { ButtonRow, LinkButton } from './ui/button.tsx';
import { NotFoundPage } from './ui/not-found-page.tsx';
import { useWords } from './platform/language.tsx';
import { refresh } from './platform/query.ts';
import { keepsNotes } from './menu.ts';
import { useMe } from './platform/session.tsx';
import { NamedPage, ReadPage } from './ui/read-page.tsx';
import { Reading, Skeleton } from './ui/reading.tsx';
import { words } from './words.ts';

/** `/`: the challenge of the moment; who is not signed in reads what this place is. */
export function HomeScreen() {
  return useMe() ? <CurrentChallenge /> : <WelcomePage />;
}

function CurrentChallenge() {
  const read = useChallenges();
  return (
    <ReadPage read={read}>
      {({ challenges }) => {
        const [current, ...others] = byImportance(challenges);
        return current ? <WholeChallenge read={current} others={others} /> : <WelcomePage />;
      }}
    </ReadPage>
  );
}

/** `/defis/:challenge`. */
export function ChallengeScreen() {
  return (
    <NamedPage param="challenge" schema={challengeId}>
      {(id) => <OneChallenge id={id} />}
    </NamedPage>
  );
}

function OneChallenge({ id }: { readonly id: ChallengeId }) {
  const read = useChallenge(id);
  return <ReadPage read={read}>{(challenge) => <WholeChallenge read={challenge} others={[]} />}</ReadPage>;
}

const FIRST_IDEAS = queryOf(EVERYTHING, 0);

interface WholeChallengeProps {
  readonly read: Challenge;
  readonly others: readonly Challenge[];
}
function WholeChallenge({ read, others }: WholeChallengeProps) {
  const { challenge, now } = useChallengeNow(read);
  const ideas = useIdeas(challenge.id, FIRST_IDEAS);
  const rebounds = actOpen(challenge, 'reboundOnIdea');
  const some = ideas.state === 'ready' && ideas.value.total > 0;
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
      follow={<FollowChallenge challenge={challenge.id} />}
      reboundTarget={some ? THREE_IDEAS : null}
      others={<OtherChallenges challenges={others} />}
    >
      <MyDrafts challenge={challenge.id} />
      {challenge.phase !== 'scheduled' && challenge.phase !== 'draft' && (
        <Reading read={ideas} skeleton={<Skeleton lines={6} />}>
          {(first) => (
            <IdeaList
              challenge={challenge.id}
              first={first}
              rebound={rebounds}
              welcome={actOpen(challenge, 'publishIdea')}
            />
          )}
        </Reading>
      )}
    </ChallengeView>
  );
}

/** `/defis/:challenge/proposer`. */
export function ProposeScreen() {
  return (
    <NamedPage param="challenge" schema={challengeId}>
      {(id) => <Propose id={id} />}
    </NamedPage>
  );
}

function Propose({ id }: { readonly id: ChallengeId }) {
  const read = useChallenge(id);
  // Without a network the question is not known, and writing is possible all the same. The page is one and the same
  // before and after the question is known: another one would take the field from under somebody's fingers.
  const { challenge, now } = useChallengeNow(read.state === 'ready' ? read.value : null);
  if (read.state === 'refused' && read.failure.code === 'not-found') return <NotFoundPage />;
  return (
    <ProposePage
      challenge={challenge}
      now={challenge && <ProposeLine challenge={challenge} now={now} />}
      notice={challenge && <PauseNotice challenge={challenge} />}
      aids={draftAids}
    />
  );
}

/** The way on for those who choose and those who adopt, when it is their turn. */
const STEERING: ReadonlySet<string> = new Set(['pauseChallenge', 'resumeChallenge', 'askExtension']);

/** New ideas have ended here: the next one is kept for the next challenge. */
const LATER: ReadonlySet<Challenge['phase']> = new Set([
  'rebound',
  'closing',
  'deliberation',
  'decided',
  'delivery',
  'impact_review',
  'archived',
]);

/** Something has been promised: what it gave is read on a page of its own. */
const EFFECTS: ReadonlySet<Challenge['phase']> = new Set(['delivery', 'impact_review', 'archived']);

function Tools({ challenge }: { readonly challenge: Challenge }) {
  const say = useWords(words);
  const chooses = ['answerIdea', 'proposeResults', 'confirmResults'].some((act) =>
    challenge.acts.includes(act),
  );
  const adopts = challenge.acts.includes('adoptIdea');
  const steers = challenge.acts.some((act) => STEERING.has(act));
  const archives = challenge.acts.includes('archiveChallenge');
  const moderates = challenge.acts.includes('readModeration');
  const me = useMe();
  const mayKeep = me !== null && keepsNotes(me);
  const later = mayKeep && LATER.has(challenge.phase) && !challenge.acts.includes('publishIdea');
  const changed = EFFECTS.has(challenge.phase);
  if (!changed && !chooses && !adopts && !steers && !archives && !moderates && !later) return null;
  return (
    <ButtonRow>
      {moderates && <LinkButton to={`/defis/${challenge.id}/moderation`}>{say.moderationQueue}</LinkButton>}
      {moderates && actOpen(challenge, 'publishIdea') && (
        <LinkButton to={`/defis/${challenge.id}/saisir`}>{say.enterForSomebody}</LinkButton>
      )}
      {chooses && <LinkButton to={`/defis/${challenge.id}/choix`}>{say.answerIdeas}</LinkButton>}
      {steers && <LinkButton to={`/defis/${challenge.id}/cours`}>{say.steerChallenge}</LinkButton>}
      {archives && <LinkButton to={`/defis/${challenge.id}/cours`}>{say.archiveChallenge}</LinkButton>}
      {adopts && <LinkButton to="/adopter">{say.ideasThatWait}</LinkButton>}
      {changed && <LinkButton to={`/defis/${challenge.id}/effets`}>{say.whatChanged}</LinkButton>}
      {later && <LinkButton to="/notes/ecrire">{say.keepForLater}</LinkButton>}
    </ButtonRow>
  );
}
