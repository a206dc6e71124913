/** The author's answer, a page of the same kind as the commitment: carry, contribute, or be kept informed. */
import type { Adoption, CarrierChoice, IdeaPage } from '@butinerie/contracts';
import { useState } from 'react';
import { useFormats, useWords } from '../platform/language.tsx';
import { Button, ButtonRow, LinkButton } from '../ui/button.tsx';
import { RadioCards } from '../ui/choices.tsx';
import { IdeaCredit } from '../ui/credit-line.tsx';
import { NamedIdea } from '../ui/idea-page.tsx';
import { EmptyState, FailureNotice, Notice } from '../ui/notice.tsx';
import { KeptText, Page } from '../ui/page.tsx';
import { Icon } from '../ui/icon.tsx';
import css from './adoption.module.css';
import { Article } from './articles.tsx';
import { useAnswerCarrierOffer } from './queries.ts';
import { words } from './words.ts';

export function CarrierPage() {
  return <NamedIdea>{(idea) => <Answer idea={idea} />}</NamedIdea>;
}

function Answer({ idea }: { readonly idea: IdeaPage }) {
  const say = useWords(words);
  const { adoption } = idea;
  const credit = <IdeaCredit idea={idea} />;
  const back = (
    <ButtonRow>
      <LinkButton to={`/idees/${idea.id}`}>{say.backToIdea}</LinkButton>
    </ButtonRow>
  );
  if (!adoption || !idea.acts.includes('answerCarrierOffer')) {
    const { choice, to } = adoption?.carrierOffer ?? { choice: null, to: null };
    return (
      <Page title={idea.title} credit={credit}>
        <EmptyState title={adoption ? say.carrierNotYours : say.carrierNotYet} act={back}>
          {to && say.carrierTheirs[choice ?? 'open'](to.name)}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page
      title={say.carrierTitle}
      credit={credit}
      now={say.carrierLead(adoption.directorate.name, idea.seal?.title ?? idea.title)}
    >
      <AnswerForm idea={idea.id} adoption={adoption} />
      {back}
    </Page>
  );
}

function AnswerForm({ idea, adoption }: { readonly idea: IdeaPage['id']; readonly adoption: Adoption }) {
  const say = useWords(words);
  const { day } = useFormats();
  const { choice: before, answerBy, answeredAt } = adoption.carrierOffer;
  const [chosen, setChosen] = useState<CarrierChoice | null>(before);
  const [none, setNone] = useState(false);
  const [saved, setSaved] = useState(false);
  const { run, pending, failure } = useAnswerCarrierOffer();
  const send = async (): Promise<void> => {
    setNone(chosen === null);
    if (chosen === null) return;
    const result = await run({ params: { idea }, body: { choice: chosen } });
    if (result.ok) setSaved(true);
  };
  return (
    <div className={css.sheet}>
      <Article title={say.blockPromise}>
        <KeptText>{adoption.promise}</KeptText>
        <p className={css.quiet}>
          {say.pilotedBy(adoption.pilot.name)} · {say.dueDate}, {day(adoption.dueOn)}
          {adoption.firstDueOn !== null && ` ${say.movedFrom(day(adoption.firstDueOn))}`}
        </p>
      </Article>
      <section className={css.article}>
        <RadioCards
          legend={say.carrierLegend}
          value={chosen}
          onChange={(choice) => {
            setChosen(choice);
            setNone(false);
            setSaved(false);
          }}
          options={[
            { value: 'carry', label: say.carry, hint: say.carryHint(say.halfDays(adoption.halfDays)) },
            { value: 'contribute', label: say.contribute, hint: say.contributeHint },
            { value: 'informed', label: say.informedChoice, hint: say.informedHint },
          ]}
          error={none ? say.carrierChoose : null}
        />
      </section>
      <div className={css.sign}>
        <p className={css.lock}>
          <Icon name="lock" />
          <span>{say.carrierKeep}</span>
        </p>
        <p className={css.quiet}>
          {answeredAt ? say.carrierChosenOn(day(answeredAt)) : say.carrierSilence(day(answerBy))}
        </p>
        <FailureNotice failure={failure} />
        <Button tone="primary" pending={pending} onClick={() => void send()}>
          {say.carrierSend}
        </Button>
        {saved && (
          <Notice live tone="good" title={say.carrierSaved}>
            <p>{say.carrierSavedWhat(adoption.sponsor.name, adoption.pilot.name)}</p>
          </Notice>
        )}
      </div>
    </div>
  );
}
