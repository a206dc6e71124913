/** Giving up with a reason, going on after all, answering, and what an author may do afterwards. */
import { REASON_MINIMUM } from '@butinerie/contracts';
import { lengthOf } from '@butinerie/domain';
import { useState } from 'react';
import { useWords } from '../platform/language.tsx';
import { useFailureText } from '../platform/use-failure-text.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import folded from '../ui/folded.module.css';
import { FailureNotice } from '../ui/notice.tsx';
import type { FormProps } from './delivering-forms.tsx';
import css from './delivery.module.css';
import { useDraft } from './kept-draft.ts';
import { useAbandon, useAnswerAbandonment, useCarryOn, useKeepDelivering, useOfferAgain } from './queries.ts';
import { words } from './words.ts';

export function AbandonForm({ idea, onDone }: FormProps) {
  const say = useWords(words);
  const failureText = useFailureText();
  const { draft, type, sent } = useDraft('abandon', idea);
  const [short, setShort] = useState(false);
  const { run, pending, failure } = useAbandon();
  const length = lengthOf(draft.text.trim());
  const tooShort = failureText({ code: 'reason-too-short', minimum: REASON_MINIMUM, length });
  const abandon = async (): Promise<void> => {
    setShort(length < REASON_MINIMUM);
    if (length < REASON_MINIMUM) return;
    const proposed = await run({ params: { idea }, body: { reason: draft.text } });
    if (!proposed.ok) return;
    sent();
    onDone();
  };
  return (
    <details className={folded.folded} open={draft.text !== '' || undefined}>
      <summary>{say.abandonTitle}</summary>
      <div className={css.form}>
        <p>{say.abandonWhat}</p>
        <TextArea
          label={say.abandonField}
          minimum={REASON_MINIMUM}
          value={draft.text}
          onChange={(text) => {
            type({ text });
            setShort(false);
          }}
          error={short ? `${tooShort.what} ${tooShort.next}` : null}
        />
        {!short && <FailureNotice failure={failure} />}
        <ButtonRow>
          <Button pending={pending} onClick={() => void abandon()}>
            {say.abandon}
          </Button>
        </ButtonRow>
      </div>
    </details>
  );
}

export function KeepForm({ idea, onDone }: FormProps) {
  const say = useWords(words);
  const { run, pending, failure } = useKeepDelivering();
  const keep = async (): Promise<void> => {
    if ((await run({ params: { idea } })).ok) onDone();
  };
  return (
    <div className={css.form}>
      <FailureNotice failure={failure} />
      <ButtonRow>
        <Button tone="primary" pending={pending} onClick={() => void keep()}>
          {say.keep}
        </Button>
      </ButtonRow>
    </div>
  );
}

export function AnswerForm({ idea, onDone }: FormProps) {
  const say = useWords(words);
  const { draft, type, sent } = useDraft('answer', idea);
  const [missing, setMissing] = useState(false);
  const { run, pending, failure } = useAnswerAbandonment();
  const answer = async (): Promise<void> => {
    setMissing(draft.text.trim() === '');
    if (draft.text.trim() === '') return;
    const answered = await run({ params: { idea }, body: { text: draft.text } });
    if (!answered.ok) return;
    sent();
    onDone();
  };
  return (
    <div className={css.form}>
      <TextArea
        label={say.answerField}
        hint={say.answerHint}
        value={draft.text}
        onChange={(text) => type({ text })}
        error={missing ? say.textMissing : null}
      />
      <FailureNotice failure={failure} />
      <ButtonRow>
        <Button pending={pending} onClick={() => void answer()}>
          {say.answer}
        </Button>
      </ButtonRow>
    </div>
  );
}

interface AfterwardsProps extends FormProps {
  readonly mayOffer: boolean;
  readonly mayCarry: boolean;
}
export function Afterwards({ idea, onDone, mayOffer, mayCarry }: AfterwardsProps) {
  const say = useWords(words);
  const offering = useOfferAgain();
  const carrying = useCarryOn();
  const act = async ({ run }: typeof offering | typeof carrying): Promise<void> => {
    if ((await run({ params: { idea } })).ok) onDone();
  };
  return (
    <div className={css.form}>
      {mayOffer && (
        <>
          <p>{say.offerWhat}</p>
          <FailureNotice failure={offering.failure} />
          <ButtonRow>
            <Button pending={offering.pending} onClick={() => void act(offering)}>
              {say.offer}
            </Button>
          </ButtonRow>
        </>
      )}
      {mayCarry && (
        <>
          <p>{say.carryWhat}</p>
          <FailureNotice failure={carrying.failure} />
          <ButtonRow>
            <Button pending={carrying.pending} onClick={() => void act(carrying)}>
              {say.carry}
            </Button>
          </ButtonRow>
        </>
      )}
    </div>
  );
}
