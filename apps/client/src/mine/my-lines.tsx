/** One draft, idea or rebound of mine on the list: its state, who has the ball, until when. */
import type { Challenge, Idea, IdeaState, Rebound } from '@butinerie/contracts';
import { useFormats, useWords } from '../platform/language.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Entry, Tag, TitleLink, type TagTone } from '../ui/card.tsx';
import { KeptText } from '../ui/page.tsx';
import { ballOfDraft, ballOfIdea, ballOfRebound, type Ball } from './ball.ts';
import css from './mine.module.css';
import { useWholeIdea } from './queries.ts';
import { words } from './words.ts';

const TONES: Partial<Record<IdeaState, TagTone>> = {
  selected: 'accent',
  adopted: 'good',
  in_progress: 'good',
  delivered: 'good',
  measured: 'good',
};

/** A deadline with its hour, or a bare date. */
function BallLine({ ball }: { readonly ball: Ball }) {
  const say = useWords(words);
  const { day, moment } = useFormats();
  const { until } = ball;
  return (
    <p className={css.ball}>
      {say.balls[ball.say]} {until && say.until(until.length === 10 ? day(until) : moment(until))}
    </p>
  );
}

interface MyIdeaProps {
  readonly idea: Idea;
  readonly challenge: Challenge | null;
}

export function MyDraft({ idea, challenge }: MyIdeaProps) {
  const say = useWords(words);
  const { day } = useFormats();
  return (
    <Entry>
      <h3>
        <TitleLink to={`/idees/${idea.id}/brouillon`}>{idea.title.trim() || say.untitled}</TitleLink>
      </h3>
      <p className={css.quiet}>{say.savedOn(day(idea.savedAt))}</p>
      <BallLine ball={ballOfDraft(challenge)} />
    </Entry>
  );
}

export function MyIdea({ idea, challenge }: MyIdeaProps) {
  const say = useWords(words);
  const adopted = idea.state === 'adopted' || idea.state === 'in_progress';
  const whole = useWholeIdea(idea.id, adopted && idea.mine === 'originator');
  const page = whole.state === 'ready' ? whole.value : null;
  // Only the first originator is asked, and only she may answer.
  const asked = page?.acts.includes('answerCarrierOffer') ?? false;
  const adoption = page?.adoption ?? null;
  const told =
    adoption && !asked
      ? { ...adoption, carrierOffer: { ...adoption.carrierOffer, choice: 'informed' as const } }
      : adoption;
  const ball = ballOfIdea(idea, challenge, told);
  return (
    <Entry>
      <h3>
        <TitleLink to={`/idees/${idea.id}`}>{idea.title}</TitleLink>
      </h3>
      <p className={css.line}>
        <Tag tone={TONES[idea.state] ?? 'plain'}>{say.states[idea.state]}</Tag>
        {idea.mine === 'coauthor' && <span className={css.quiet}>{say.coauthor}</span>}
        {idea.adoptedBy && <span className={css.quiet}>{say.adoptedBy(idea.adoptedBy)}</span>}
      </p>
      <BallLine ball={ball} />
      {ball.say === 'offer' && (
        <div className={css.line}>
          <LinkButton to={`/idees/${idea.id}/porter`}>{say.answerOffer}</LinkButton>
        </div>
      )}
    </Entry>
  );
}

export interface MyReboundProps {
  readonly rebound: Rebound;
  readonly challenges: readonly Challenge[];
}
export function MyRebound({ rebound, challenges }: MyReboundProps) {
  const say = useWords(words);
  const { day } = useFormats();
  const read = useWholeIdea(rebound.idea, true);
  const idea = read.state === 'ready' ? read.value : null;
  const challenge = challenges.find(({ id }) => id === idea?.challenge) ?? null;
  return (
    <Entry>
      <h3>
        <TitleLink to={`/idees/${rebound.idea}`}>
          {idea ? say.reboundOn(idea.title) : say.reboundOfDay(day(rebound.at))}
        </TitleLink>
      </h3>
      <KeptText>{rebound.text}</KeptText>
      <p className={css.line}>
        <Tag tone={rebound.answer === 'taken' ? 'good' : 'plain'}>{say.answers[rebound.answer]}</Tag>
        <span className={css.quiet}>{say.reboundOfDay(day(rebound.at))}</span>
      </p>
      <BallLine ball={ballOfRebound(rebound, challenge)} />
    </Entry>
  );
}
