/**
 * One challenge in whatever phase it is: question, deadline, line of time, one primary act, then what there is to read.
 * The ideas come as arguments from the composition, since they are another concept's.
 */
import { addressOf, readCalendar, type Challenge } from '@butinerie/contracts';
import { actOpen } from '../platform/act-open.ts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useFormats, useWords } from '../platform/language.tsx';
import { Button, ButtonRow, LinkButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Page, Prose, Section } from '../ui/page.tsx';
import { TimeBar } from '../ui/time-bar.tsx';
import { Banner, InColour } from '../ui/visual.tsx';
import css from './challenges.module.css';
import { DeadlineLine } from './deadline-line.tsx';
import { ExtensionNotice } from './extension-notice.tsx';
import { PauseNotice } from './pause-notice.tsx';
import { PhaseNotice } from './phase-notice.tsx';
import { words } from './words.ts';

export interface ChallengeViewProps {
  /** As of this moment: see `useChallengeNow`. */
  readonly challenge: Challenge;
  readonly now: number;
  /** Drafts, the three ideas, the list. */
  readonly children: ReactNode;
  /** Where « Je rebondis » leads on this page; null while there is no idea. */
  readonly reboundTarget: string | null;
  /** What moderators and sponsors find beside. */
  readonly tools?: ReactNode;
  /** « Suivre ». */
  readonly follow?: ReactNode;
  readonly others?: ReactNode;
}

export function ChallengeView(props: ChallengeViewProps) {
  const { challenge, now, children, reboundTarget, tools, follow, others } = props;
  const say = useWords(words);
  return (
    <InColour colour={challenge.visual.colour}>
      <Page
        title={challenge.question}
        picture={<Banner challenge={challenge.id} visual={challenge.visual} />}
        kicker={say.kicker[challenge.phase]}
        now={<DeadlineLine challenge={challenge} now={now} />}
        acts={<Acts challenge={challenge} now={now} reboundTarget={reboundTarget} follow={follow} />}
      >
        <PauseNotice challenge={challenge} />
        <PhaseNotice challenge={challenge} />
        <ExtensionNotice challenge={challenge} />
        {tools}
        {children}
        <About challenge={challenge} />
        {others}
      </Page>
    </InColour>
  );
}

/** While there is a closing to be reminded of. */
const FOLLOWABLE: ReadonlySet<Challenge['phase']> = new Set(['scheduled', 'ideation', 'rebound']);

function Acts({
  challenge,
  now,
  reboundTarget,
  follow,
}: Pick<ChallengeViewProps, 'challenge' | 'now' | 'reboundTarget' | 'follow'>) {
  const say = useWords(words);
  const { opensAt, ideasUntil, closesAt, decisionDueAt, phase, id } = challenge;
  const proposes = actOpen(challenge, 'publishIdea');
  const rebounds = actOpen(challenge, 'reboundOnIdea') && reboundTarget !== null;
  const answering = phase === 'closing' || phase === 'deliberation';
  // Three dates at most: what is behind, and what is next.
  const marks = [
    { at: opensAt.instant, label: say.marks.opens },
    ...(answering || ideasUntil.instant === closesAt.instant
      ? []
      : [{ at: ideasUntil.instant, label: say.marks.ideasUntil }]),
    { at: closesAt.instant, label: say.marks.closes },
    ...(answering ? [{ at: decisionDueAt.instant, label: say.marks.answers }] : []),
  ];
  const followable = FOLLOWABLE.has(phase);
  const timed = proposes || answering || phase === 'scheduled' || phase === 'rebound';
  const goToIdeas = (): void => {
    const target = reboundTarget && document.getElementById(reboundTarget);
    if (!target) return;
    target.scrollIntoView();
    target.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true });
  };
  return (
    <div className={css.acts}>
      {timed && <TimeBar marks={marks} now={now} />}
      {(proposes || rebounds || followable) && (
        <ButtonRow>
          {proposes && (
            <LinkButton to={`/defis/${id}/proposer`} tone="primary" icon="plus">
              {say.haveIdea}
            </LinkButton>
          )}
          {rebounds && (
            <Button tone={proposes ? 'secondary' : 'primary'} icon="rebound" onClick={goToIdeas}>
              {say.rebound}
            </Button>
          )}
          {followable && follow}
        </ButtonRow>
      )}
    </div>
  );
}

function About({ challenge }: { readonly challenge: Challenge }) {
  const say = useWords(words);
  const { list, moment } = useFormats();
  const { brief, audience, sponsors, moderators, phase, id, ideasUntil, closesAt } = challenge;
  const dated = phase === 'scheduled' || phase === 'ideation' || phase === 'rebound';
  const twoSteps = ideasUntil.instant !== closesAt.instant;
  // A sponsor answers for a directorate: the directorate is what people know.
  const committed = [...new Set(sponsors.map(({ directorate, name }) => directorate ?? name))];
  if (!brief && !dated && committed.length === 0) return null;
  return (
    <Section title={say.about}>
      <Prose>
        {brief
          .split(/\n{2,}/)
          .filter((paragraph) => paragraph.trim())
          .map((paragraph) => (
            <p key={paragraph} className={css.brief}>
              {paragraph}
            </p>
          ))}
        {twoSteps && (phase === 'scheduled' || phase === 'ideation') && (
          <p>{say.ideasUntil(moment(ideasUntil))}</p>
        )}
      </Prose>
      <dl className={css.people}>
        {audience.directorates !== null && (
          <div>
            <dt>{say.audience}</dt>
            <dd>
              {audience.directorates.length === 0
                ? say.invitedOnly
                : list(audience.directorates.map(({ name }) => name))}
            </dd>
          </div>
        )}
        {committed.length > 0 && (
          <div>
            <dt>{say.sponsors}</dt>
            <dd>{list(committed)}</dd>
          </div>
        )}
        {moderators.length > 0 && (
          <div>
            <dt>{say.moderators}</dt>
            <dd>{list(moderators.map(({ name }) => name))}</dd>
          </div>
        )}
      </dl>
      {committed.length > 0 && (
        <p>
          <Link to={`/defis/${id}/engagement`}>{say.commitment}</Link>
        </p>
      )}
      {dated && (
        <p>
          <a className={css.calendar} href={addressOf(readCalendar, { params: { challenge: id } })} download>
            <Icon name="arrow" />
            {say.calendar}
          </a>
        </p>
      )}
    </Section>
  );
}
