/** Starting, saying that it is done, confirming it: the acts of a delivery that goes well. */
import type { IdeaId } from '@butinerie/contracts';
import { proposeDelivered } from '@butinerie/contracts';
import { useState } from 'react';
import { useWords } from '../platform/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import css from './delivery.module.css';
import { useDraft } from './kept-draft.ts';
import { useConfirm, usePropose, useStart } from './queries.ts';
import { words } from './words.ts';

export interface FormProps {
  readonly idea: IdeaId;
  readonly onDone: () => void;
}

export function StartForm({ idea, onDone }: FormProps) {
  const say = useWords(words);
  const { run, pending, failure } = useStart();
  const start = async (unmeasured: boolean): Promise<void> => {
    const started = await run({ params: { idea }, body: { unmeasured } });
    if (started.ok) onDone();
  };
  return (
    <div className={css.form}>
      <p>{say.startWhat}</p>
      <FailureNotice failure={failure} />
      <ButtonRow>
        <Button tone="primary" pending={pending} onClick={() => void start(false)}>
          {say.start}
        </Button>
        <Button pending={pending} onClick={() => void start(true)}>
          {say.startUnmeasured}
        </Button>
      </ButtonRow>
    </div>
  );
}

export function ProposeForm({ idea, onDone }: FormProps) {
  const say = useWords(words);
  const { draft, type, sent } = useDraft('propose', idea);
  const [wrong, setWrong] = useState<'text' | 'link' | null>(null);
  const { run, pending, failure } = usePropose();
  const propose = async (): Promise<void> => {
    const link = draft.link.trim() || null;
    const lacks = draft.text.trim() === '' ? 'text' : isLink(link) ? null : 'link';
    setWrong(lacks);
    if (lacks !== null) return;
    const proposed = await run({ params: { idea }, body: { note: draft.text, link } });
    if (!proposed.ok) return;
    sent();
    onDone();
  };
  return (
    <div className={css.form}>
      <TextArea
        label={say.proposeField}
        hint={say.proposeHint}
        value={draft.text}
        onChange={(text) => type({ text })}
        error={wrong === 'text' ? say.textMissing : null}
      />
      <TextField
        label={say.linkField}
        hint={say.linkHint}
        optional
        inputMode="url"
        value={draft.link}
        onChange={(link) => type({ link })}
        error={wrong === 'link' ? say.linkWrong : null}
      />
      <FailureNotice failure={failure} />
      <ButtonRow>
        <Button tone="primary" pending={pending} onClick={() => void propose()}>
          {say.propose}
        </Button>
      </ButtonRow>
    </div>
  );
}

const isLink = (link: string | null): boolean => proposeDelivered.body.shape.link.safeParse(link).success;

export function ConfirmForm({ idea, onDone }: FormProps) {
  const say = useWords(words);
  const { draft, type, sent } = useDraft('confirm', idea);
  const [missing, setMissing] = useState(false);
  const { run, pending, failure } = useConfirm();
  const answer = async (confirmed: boolean): Promise<void> => {
    const lacks = !confirmed && draft.text.trim() === '';
    setMissing(lacks);
    if (lacks) return;
    const answered = await run({ params: { idea }, body: { confirmed, reason: draft.text } });
    if (!answered.ok) return;
    sent();
    onDone();
  };
  return (
    <div className={css.form}>
      <TextArea
        label={say.refuseField}
        optional
        value={draft.text}
        onChange={(text) => type({ text })}
        error={missing ? say.refuseMissing : null}
      />
      <FailureNotice failure={failure} />
      <ButtonRow>
        <Button tone="primary" pending={pending} onClick={() => void answer(true)}>
          {say.confirm}
        </Button>
        <Button pending={pending} onClick={() => void answer(false)}>
          {say.refuse}
        </Button>
      </ButtonRow>
    </div>
  );
}
