/** On the idea's page: what was promised, by whom, until when; or the answer that is waited for. */
import type { Adoption, IdeaPage } from '@butinerie/contracts';
import { calendarDay, daysBetween, PARIS } from '@butinerie/domain';
import { serverNow } from '../platform/clock.ts';
import { useFormats, useWords } from '../platform/language.tsx';
import { LinkButton } from '../ui/button.tsx';
import { cx } from '../ui/classes.ts';
import { Icon } from '../ui/icon.tsx';
import { KeptText } from '../ui/page.tsx';
import { PersonName } from '../ui/person-name.tsx';
import css from './adoption.module.css';
import { words } from './words.ts';

/** Nothing while the idea is not adopted and nobody here has to answer for it. */
export function AdoptionBlock({ idea }: { readonly idea: IdeaPage }) {
  const say = useWords(words);
  if (idea.adoption) return <Adopted idea={idea} adoption={idea.adoption} />;
  const waits = idea.acts.includes('adoptIdea') || idea.acts.includes('declineAdoption');
  if (!waits) return null;
  return (
    <section className={cx(css.block, css.waiting)}>
      <h2>{say.waitsForYou}</h2>
      <LinkButton tone="primary" to={`/idees/${idea.id}/adopter`}>
        {say.answerAsDirectorate}
      </LinkButton>
    </section>
  );
}

function Adopted({ idea, adoption }: { readonly idea: IdeaPage; readonly adoption: Adoption }) {
  const say = useWords(words);
  const { day } = useFormats();
  const { carrierOffer, pilot, dueOn, adoptedAt } = adoption;
  const left = daysBetween(calendarDay(new Date(serverNow()), PARIS), dueOn);
  const asked = idea.acts.includes('answerCarrierOffer');
  return (
    <section className={css.block}>
      <h2>{say.blockAdopted(adoption.directorate.name)}</h2>
      <KeptText>{adoption.promise}</KeptText>
      <dl className={css.dates}>
        <dt>{say.blockPilot}</dt>
        <dd>
          <PersonName person={pilot} directorate />
        </dd>
        <dt>{say.blockDue}</dt>
        <dd>
          {day(dueOn)}
          {left > 0 && <span className={css.count}> · {say.days(left)}</span>}
        </dd>
      </dl>
      <p className={css.lock}>
        <Icon name="lock" />
        <span>{say.lockedSince(day(adoptedAt))}</span>
      </p>
      {asked && carrierOffer.choice === null && (
        <>
          <p>{say.offerWaits(day(carrierOffer.answerBy))}</p>
          <LinkButton tone="primary" to={`/idees/${idea.id}/porter`}>
            {say.answerOffer}
          </LinkButton>
        </>
      )}
      {carrierOffer.choice !== null && <p>{say.carrierTheirs[carrierOffer.choice](carrierOffer.to.name)}</p>}
      <p>
        <LinkButton tone="quiet" to={`/idees/${idea.id}/adopter`}>
          {say.seeCommitment}
        </LinkButton>
        {asked && carrierOffer.choice !== null && (
          <LinkButton tone="quiet" to={`/idees/${idea.id}/porter`}>
            {say.changeAnswer}
          </LinkButton>
        )}
      </p>
    </section>
  );
}
