/** The conversation under an idea: each rebound a knot on its thread, taken into the text or not, never anonymous. */
import { BROUGHT_LIMIT, type Challenge, type IdeaPage, type Rebound } from '@butinerie/contracts';
import type { Act } from '@butinerie/domain';
import { actOpen } from '../platform/act-open.ts';
import { useState } from 'react';
import { useFormats, useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { Button, ButtonRow, LinkButton } from '../ui/button.tsx';
import { Tag } from '../ui/card.tsx';
import { TextField } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { KeptText, Section } from '../ui/page.tsx';
import { PersonName } from '../ui/person-name.tsx';
import { Knot, Thread } from '../ui/thread.tsx';
import { useToast } from '../ui/toast.tsx';
import { showRebound, useDeclineRebound, useTakeRebound } from './queries.ts';
import { ReboundForm } from './rebound-form.tsx';
import css from './rebounds.module.css';
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
  if (!open && idea.rebounds.length === 0 && idea.mine === null) return null;
  return (
    <Section title={say.title(idea.rebounds.length)} id={REBOUNDS}>
      {idea.rebounds.length === 0 ? (
        <p className={css.quiet}>{open ? say.none : idea.mine ? say.noneMine : say.noneEver}</p>
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
  const toast = useToast();
  const { shortDay } = useFormats();
  const take = useTakeRebound();
  const decline = useDeclineRebound();
  const [sure, setSure] = useState(false);
  const [line, setLine] = useState('');
  const { id, person, text, at, answer, grownInto } = rebound;
  const mine = person.id === me.id;

  const answerWith = async (taken: boolean): Promise<void> => {
    const params = { rebound: id };
    const result = await (taken ? take.run({ params, body: { brought: line } }) : decline.run({ params }));
    if (!result.ok) return;
    showRebound(result.value);
    toast({ text: taken ? say.takenToast(person.name) : say.declinedToast });
  };
  return (
    <Knot personId={person.id}>
      <div className={css.rebound}>
        <p className={css.head}>
          <PersonName person={person} directorate />
          <span className={css.quiet}>{shortDay(at)}</span>
          {answer !== 'open' && <Tag tone={answer === 'taken' ? 'good' : 'plain'}>{say.answer[answer]}</Tag>}
        </p>
        <KeptText>{text}</KeptText>
        <FailureNotice failure={take.failure ?? decline.failure} />
        {brought !== null && (
          <p className={css.quiet}>
            {say.brings} <q>{brought}</q>
          </p>
        )}
        {answers && answer === 'open' && (
          <TextField
            label={say.broughtField}
            optional
            limit={BROUGHT_LIMIT}
            value={line}
            onChange={setLine}
          />
        )}
        {answers && answer === 'open' && (
          <ButtonRow>
            <Button icon="check" pending={take.pending} onClick={() => void answerWith(true)}>
              {say.take}
            </Button>
            {sure ? (
              <Button tone="danger" pending={decline.pending} onClick={() => void answerWith(false)}>
                {say.declineSure}
              </Button>
            ) : (
              <Button tone="quiet" onClick={() => setSure(true)}>
                {say.decline}
              </Button>
            )}
          </ButtonRow>
        )}
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
