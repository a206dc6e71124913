/** On the idea's page: where its ninety days stand, until when, who has to act next, and the act itself. */
import type { Delivery, DeliveryEvent, IdeaPage } from '@butinerie/contracts';
import { useState } from 'react';
import { useDaysLeft } from '../platform/days-left.ts';
import { useFormats, useWords } from '../platform/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { AbandonForm, Afterwards, AnswerForm, KeepForm } from './abandoning-forms.tsx';
import { ConfirmForm, ProposeForm, StartForm } from './delivering-forms.tsx';
import { DeliveryEvents, Happened } from './delivery-events.tsx';
import css from './delivery.module.css';
import { words } from './words.ts';

/** Nothing before a directorate has adopted it. */
export function DeliveryBlock({ idea }: { readonly idea: IdeaPage }) {
  return idea.delivery && <Standing idea={idea} delivery={idea.delivery} />;
}

interface StandingProps {
  readonly idea: IdeaPage;
  readonly delivery: Delivery;
}
function Standing({ idea, delivery }: StandingProps) {
  const say = useWords(words);
  const [done, setDone] = useState(false);
  const { step, events } = delivery;
  const matter = step === null ? null : matterOf(delivery);
  return (
    <section className={css.block}>
      <h2>{step === null ? say.given : say.steps[step]}</h2>
      {idea.dueOn !== null && <Due dueOn={idea.dueOn} />}
      <Ball idea={idea} delivery={delivery} />
      {matter && <Happened event={matter} />}
      {done && (
        <Notice live tone="good">
          <p>{say.done}</p>
        </Notice>
      )}
      <Acts idea={idea} onDone={() => setDone(true)} />
      <DeliveryEvents events={events} />
    </section>
  );
}

/** What is to be confirmed, or what is heard or was ended about. */
function matterOf({ step, events }: Delivery): DeliveryEvent | null {
  if (step === 'to_confirm' || step === 'delivered')
    return events.findLast(({ type }) => type === 'delivered_proposed') ?? null;
  if (step === 'hearing' || step === 'abandoned')
    return events.findLast(({ type }) => type === 'abandonment_proposed') ?? null;
  return null;
}

function Due({ dueOn }: { readonly dueOn: string }) {
  const say = useWords(words);
  const { day } = useFormats();
  const left = useDaysLeft(dueOn) ?? 0;
  if (left >= 0) return <p>{say.due(day(dueOn), left)}</p>;
  return (
    <Notice tone="warning" title={say.late(day(dueOn))}>
      <p>{say.lateBy(-left)}</p>
    </Notice>
  );
}

function Ball({ idea, delivery: { step, until, unmeasured } }: StandingProps) {
  const say = useWords(words);
  const { day, list } = useFormats();
  const { originators, carrier } = idea.credits;
  const authors = [...new Set([...originators, ...(carrier ? [carrier] : [])].map(({ name }) => name))];
  return (
    <>
      {unmeasured === true && <p className={css.quiet}>{say.unmeasured}</p>}
      {step === 'to_confirm' && until !== null && <p>{say.confirmBy(list(authors), day(until))}</p>}
      {step === 'hearing' && until !== null && <p>{say.hearingBy(day(until))}</p>}
      {step === 'abandoned' && <p>{say.abandonedWhat}</p>}
    </>
  );
}

function Acts({ idea, onDone }: { readonly idea: IdeaPage; readonly onDone: () => void }) {
  const may = (act: string): boolean => idea.acts.includes(act);
  const form = { idea: idea.id, onDone };
  const [mayOffer, mayCarry] = [may('offerAgain'), may('carryOnDelivery')];
  return (
    <>
      {may('startDelivery') && <StartForm {...form} />}
      {may('proposeDelivered') && <ProposeForm {...form} />}
      {may('confirmDelivered') && <ConfirmForm {...form} />}
      {may('keepDelivering') && <KeepForm {...form} />}
      {may('answerAbandonment') && <AnswerForm {...form} />}
      {(mayOffer || mayCarry) && <Afterwards {...form} mayOffer={mayOffer} mayCarry={mayCarry} />}
      {may('abandonDelivery') && <AbandonForm {...form} />}
    </>
  );
}
