/**
 * One idea: title, whose it is, who has the ball, what one can do, the text, the conversation. The living text, the
 * rebounds and the adoption are other concepts': they come as arguments.
 */
import type { Challenge, IdeaPage } from '@butinerie/contracts';
import type { Act } from '@butinerie/domain';
import { actOpen } from '../platform/act-open.ts';
import { useState, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useWords } from '../platform/language.tsx';
import { selfOn } from '../platform/self-on.ts';
import { useSignedIn } from '../platform/session.tsx';
import { IdeaCredit } from '../ui/credit-line.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { AuthorSettings } from './author-settings.tsx';
import { Declines } from './declines.tsx';
import { CoauthorRequests } from './coauthor-requests.tsx';
import { IdeaActs } from './idea-acts.tsx';
import { IdeaRail } from './idea-rail.tsx';
import { LateTexts } from './late-texts.tsx';
import { OwnPseudonym } from './own-pseudonym.tsx';
import { ParticularsView } from './particulars-view.tsx';
import { ReasonedAnswer } from './reasoned-answer.tsx';
import { StateLine } from './state-line.tsx';
import { WithdrawnWhy } from './withdrawn-why.tsx';
import { words } from './words.ts';

export interface TextSlot {
  readonly writing: boolean;
  /** The title stands above the text for readers; writers change it in the editor. */
  readonly onDone: () => void;
}

export interface IdeaViewProps {
  readonly idea: IdeaPage;
  /** As of this moment. */
  readonly challenge: Challenge;
  readonly deadline: ReactNode;
  readonly text: (slot: TextSlot) => ReactNode;
  readonly rebounds: ReactNode;
  /** Puts the focus where one rebounds. */
  readonly onRebound: () => void;
  /** Promise, dates and acts of the adoption. */
  readonly adoption?: ReactNode;
  /** « Suivre ». */
  readonly follow?: ReactNode;
  /** Below people, lineage and the closed version. */
  readonly rail?: ReactNode;
}

const wasPublished = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'published' in state && state.published === true;

export function IdeaView(props: IdeaViewProps) {
  const { idea, challenge, deadline, text, rebounds, onRebound, adoption, follow, rail } = props;
  const say = useWords(words);
  const me = useSignedIn();
  const location = useLocation();
  const [writing, setWriting] = useState(false);
  const may = (act: Act): boolean => idea.acts.includes(act) && actOpen(challenge, act);

  return (
    <Page
      title={idea.title || say.untitled}
      kicker={<Link to={`/defis/${challenge.id}`}>{challenge.question}</Link>}
      credit={<IdeaCredit idea={idea} />}
      now={<StateLine idea={idea} challenge={challenge} deadline={deadline} />}
      acts={
        <IdeaActs
          idea={idea}
          may={may}
          me={selfOn(idea, me).id}
          writing={writing}
          onWrite={() => setWriting(true)}
          onRebound={onRebound}
          follow={follow}
        />
      }
      rail={<IdeaRail idea={idea}>{rail}</IdeaRail>}
    >
      {wasPublished(location.state) && (
        <Notice live tone="good" title={say.published}>
          <p>{idea.pseudonym === null ? say.publishedWhat : say.sealedPromise}</p>
        </Notice>
      )}
      <OwnPseudonym idea={idea} />
      {idea.withdrawal && <WithdrawnWhy withdrawal={idea.withdrawal} />}
      {idea.answer && <ReasonedAnswer answer={idea.answer} />}
      {idea.declines.length > 0 && <Declines declines={idea.declines} />}
      {adoption}
      {may('answerCoauthor') && idea.requests.length > 0 && <CoauthorRequests idea={idea} />}
      {text({ writing, onDone: () => setWriting(false) })}
      <ParticularsView idea={idea} asks={challenge} may={may('setParticulars')} />
      {idea.late.length > 0 && <LateTexts late={idea.late} />}
      {rebounds}
      {idea.mine === 'originator' && <AuthorSettings idea={idea} may={may} />}
    </Page>
  );
}
