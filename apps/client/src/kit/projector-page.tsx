/** `/defis/:challenge/projeter`: an idea nobody has rebounded on yet, large; time, the code, and rebounds as they arrive. */
import { challengeId, type Challenge, type ChallengeId, type Idea } from '@butinerie/contracts';
import { useEffect, useState } from 'react';
import { useFormats, useWords } from '../platform/language.tsx';
import { useArrival } from '../platform/navigation.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import { Page } from '../ui/page.tsx';
import { PersonName } from '../ui/person-name.tsx';
import { NamedPage, ReadPage } from '../ui/read-page.tsx';
import { Knot, Thread } from '../ui/thread.tsx';
import { Banner, InColour } from '../ui/visual.tsx';
import css from './kit.module.css';
import { picture } from './print-page.tsx';
import { useChallengeOfKit, useIdeaCode, useOrphans, useProjected } from './queries.ts';
import { words } from './words.ts';

const MINUTES = [10, 20, 30, 45] as const;

export function ProjectorPage() {
  return (
    <NamedPage param="challenge" schema={challengeId}>
      {(id) => <Projector id={id} />}
    </NamedPage>
  );
}

function Projector({ id }: { readonly id: ChallengeId }) {
  const challenge = useChallengeOfKit(id);
  const read = useOrphans(id);
  return (
    <ReadPage read={challenge}>
      {(known) => (
        <ReadPage read={read}>
          {({ ideas }) => (
            <InColour colour={known.visual.colour}>
              <Chosen challenge={known} orphans={ideas} />
            </InColour>
          )}
        </ReadPage>
      )}
    </ReadPage>
  );
}

interface ChosenProps {
  readonly challenge: Challenge;
  readonly orphans: readonly Idea[];
}
function Chosen({ challenge, orphans }: ChosenProps) {
  const { id, visual } = challenge;
  const say = useWords(words);
  // The one on the wall stays there when its first rebound arrives, and it is no orphan any more.
  const [shown, show] = useState(orphans[0]);
  if (shown === undefined)
    return (
      <Page
        title={say.projectorNone}
        now={say.projectorNoneWhat}
        acts={<LinkButton to={`/defis/${id}`}>{say.back}</LinkButton>}
      />
    );
  const offered = orphans.some((idea) => idea.id === shown.id) ? orphans : [shown, ...orphans];
  return (
    <div className={css.room}>
      <OnTheWall key={shown.id} idea={shown} />
      <div className={css.aside}>
        <Banner challenge={id} visual={visual} />
        <Code idea={shown} />
        <Countdown />
        <div className={css.tools}>
          <Select
            label={say.chooseIdea}
            value={shown.id}
            onChange={(value) => show(offered.find((idea) => idea.id === value) ?? shown)}
            options={offered.map((idea) => ({ value: idea.id, label: idea.title }))}
          />
          <LinkButton to={`/defis/${id}`}>{say.quit}</LinkButton>
        </div>
      </div>
    </div>
  );
}

function OnTheWall({ idea }: { readonly idea: Idea }) {
  const say = useWords(words);
  const { list } = useFormats();
  const heading = useArrival(idea.title);
  const read = useProjected(idea.id);
  const rebounds = read.state === 'ready' ? read.value.rebounds : [];
  return (
    <div className={css.onTheWall}>
      <h1 ref={heading} tabIndex={-1}>
        {idea.title}
      </h1>
      <p className={css.big}>{say.ideaBy(list(idea.credits.originators.map(({ name }) => name)))}</p>
      <p className={css.big}>{read.state === 'ready' ? read.value.text : idea.text}</p>
      <h2>{say.arriving}</h2>
      <div aria-live="polite">
        <Thread label={say.arriving}>
          {rebounds.toReversed().map(({ id, person, text }) => (
            <Knot key={id} personId={person.id}>
              <PersonName person={person} directorate />
              <p className={css.big}>{text}</p>
            </Knot>
          ))}
        </Thread>
      </div>
    </div>
  );
}

function Code({ idea }: { readonly idea: Idea }) {
  const say = useWords(words);
  const read = useIdeaCode(idea.id);
  if (read.state !== 'ready') return null;
  return (
    <>
      <p className={css.big}>{say.reboundHere}</p>
      <img className={css.qr} src={picture(read.value.qr)} alt={say.projectorQr} />
    </>
  );
}

/** A room's own clock: it closes nothing, the challenge's dates do. */
function Countdown() {
  const say = useWords(words);
  const [minutes, setMinutes] = useState(30);
  const [endsAt, setEndsAt] = useState<number | null>(null);
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (endsAt === null) return undefined;
    const timer = setInterval(() => setNow(performance.now()), 250);
    return () => clearInterval(timer);
  }, [endsAt]);
  const seconds = endsAt === null ? minutes * 60 : Math.max(0, Math.ceil((endsAt - now) / 1_000));
  const two = (n: number): string => String(n).padStart(2, '0');
  return (
    <>
      <p role="timer" aria-label={say.left} className={css.clock}>
        {two(Math.floor(seconds / 60))}:{two(seconds % 60)}
      </p>
      <output>{seconds === 0 && say.over}</output>
      <div className={css.tools}>
        {endsAt === null && (
          <Select
            label={say.howLong}
            value={String(minutes)}
            onChange={(value) => setMinutes(Number(value))}
            options={MINUTES.map((n) => ({ value: String(n), label: say.minutes(n) }))}
          />
        )}
        <Button
          onClick={() => {
            const start = performance.now();
            setNow(start);
            setEndsAt(endsAt === null ? start + minutes * 60_000 : null);
          }}
        >
          {endsAt === null ? say.begin : say.stop}
        </Button>
      </div>
    </>
  );
}
