/** The conversation under an idea: each rebound a knot on its thread, taken into the text or not, never anonymous. */
import type { Challenge, IdeaPage, Rebound } from '@butinerie/contracts';
import type { Act } from '@butinerie/domain';
import { actOpen } from '../platform/act-open.ts';
import { readKept } from '../platform/kept.ts';
import { useFormats, useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Tag } from '../ui/card.tsx';
import { ComparedText } from '../ui/compared-text.tsx';
import { Notice } from '../ui/notice.tsx';
import { KeptText, Section } from '../ui/page.tsx';
import { PersonName } from '../ui/person-name.tsx';
import { Knot, Thread } from '../ui/thread.tsx';
import { AnswerRebound } from './answer-rebound.tsx';
import { recallRebound, reboundKey } from './kept-rebound.ts';
import { ReboundForm } from './rebound-form.tsx';
import css from './rebounds.module.css';
import { Unsent } from './unsent.tsx';
import { words } from './words.ts';

export const REBOUNDS = 'rebonds';

export interface ReboundsProps {
  readonly idea: IdeaPage;
  readonly challenge: Challenge;
}

export function Rebounds({ idea, challenge }: ReboundsProps) {
  const say = useWords(words);
  const may = (act: Act): boolean => idea.acts.includes(act) && actOpen(challenge, act);
  const open = may('reboundOnIdea');
  const me = useSignedIn();
  // Closed, maybe while she was writing: her words stay readable.
  const unsent = open ? null : readKept(reboundKey(me.id, idea.id), recallRebound);
  if (!open && unsent === null && idea.rebounds.length === 0 && idea.mine === null) return null;
  const awaited = idea.mine !== null && actOpen(challenge, 'reboundOnIdea');
  return (
    <Section title={say.title(idea.rebounds.length)} id={REBOUNDS}>
      {idea.rebounds.length === 0 ? (
        <p className={css.quiet}>{open ? say.none : awaited ? say.noneMine : say.noneEver}</p>
      ) : (
        <Thread label={say.title(idea.rebounds.length)}>
          {idea.rebounds.map((rebound) => (
            <ReboundKnot
              key={rebound.id}
              rebound={rebound}
              answers={may('takeRebound')}
              growsAt={actOpen(challenge, 'publishIdea') ? challenge.id : null}
              // What grew from it is its author's alone until it is published.
              brought={idea.contributions.find(({ about }) => about === rebound.id)?.brought ?? null}
              born={idea.children.some(({ id }) => id === rebound.grownInto)}
            />
          ))}
        </Thread>
      )}
      {open && <ReboundForm idea={idea.id} />}
      {unsent !== null && <Unsent text={unsent.text} />}
    </Section>
  );
}

interface ReboundKnotProps {
  readonly rebound: Rebound;
  /** Whether the reader may take it or decline it. */
  readonly answers: boolean;
  readonly growsAt: string | null;
  readonly born: boolean;
  /** What it brings, said by who took it. */
  readonly brought: string | null;
}

function ReboundKnot({ rebound, answers, growsAt, born, brought }: ReboundKnotProps) {
  const say = useWords(words);
  const me = useSignedIn();
  const { shortDay } = useFormats();
  const { id, person, text, at, answer, grownInto, suggestion, reason } = rebound;
  const mine = person.id === me.id;
  return (
    <Knot personId={person.id}>
      <div className={css.rebound}>
        <p className={css.head}>
          <PersonName person={person} directorate />
          <span className={css.quiet}>{shortDay(at)}</span>
          {suggestion !== null && <Tag>{say.suggestion}</Tag>}
          {answer !== 'open' && (
            <Tag tone={answer === 'taken' ? 'good' : 'plain'}>
              {suggestion === null ? say.answer[answer] : say.answerToSuggestion[answer]}
            </Tag>
          )}
        </p>
        {suggestion === null ? (
          <KeptText>{text}</KeptText>
        ) : (
          <ComparedText before={suggestion.instead} after={text} />
        )}
        {suggestion !== null && answer === 'open' && !suggestion.stands && (
          <Notice tone="warning" title={say.stale}>
            <p>{say.staleWhat}</p>
          </Notice>
        )}
        {reason !== '' && (
          <p className={css.quiet}>
            {say.because} <q>{reason}</q>
          </p>
        )}
        {brought !== null && (
          <p className={css.quiet}>
            {say.brings} <q>{brought}</q>
          </p>
        )}
        {answers && answer === 'open' && <AnswerRebound rebound={rebound} />}
        {mine && grownInto && (
          <div>
            <LinkButton tone="quiet" to={`/idees/${grownInto}/brouillon`}>
              {say.grown}
            </LinkButton>
          </div>
        )}
        {!mine && grownInto && born && (
          <div>
            <LinkButton tone="quiet" to={`/idees/${grownInto}`}>
              {say.becameIdea}
            </LinkButton>
          </div>
        )}
        {mine && !grownInto && growsAt && (
          <div>
            <LinkButton tone="quiet" icon="arrow" to={`/defis/${growsAt}/proposer?rebond=${id}`}>
              {say.grow}
            </LinkButton>
          </div>
        )}
      </div>
    </Knot>
  );
}
