/** A register that does not extend what was seen: what happened, the evidence, whom to send it to. Loaded when needed. */
import { useState } from 'react';
import { useFormats, useWords } from '../platform/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useToast } from '../ui/toast.tsx';
import folded from '../ui/folded.module.css';
import css from './attribution.module.css';
import { forgetRegister, type Alarm } from './pin-store.ts';
import { words } from './words.ts';

export function AlarmBand({ alarm }: { readonly alarm: Alarm }) {
  const say = useWords(words);
  const formats = useFormats();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const reasons: Readonly<Record<string, string>> = { ...say.checks.reasons, 'key-lost': say.keyLostReason };
  const keyLost = alarm.reason === 'key-lost';
  const evidence = [
    `${say.evidenceWhen(formats.moment(alarm.at))}${alarm.reason}`,
    location.origin,
    '',
    say.evidenceSeen,
    alarm.seen ?? say.evidenceNone,
    '',
    say.evidenceShown,
    alarm.shown,
  ].join('\n');
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(evidence);
    toast({ text: say.copied });
  };
  return (
    <>
      <div className={css.alarm} role="alert">
        <span>{keyLost ? say.keyLost : say.alarm}</span>
        <button type="button" onClick={() => setOpen(true)}>
          {say.alert}
        </button>
      </div>
      <Dialog
        title={keyLost ? say.keyLostTitle : say.alertTitle}
        open={open}
        onClose={() => setOpen(false)}
        footer={
          <ButtonRow>
            <Button tone="primary" onClick={() => void copy()}>
              {say.copy}
            </Button>
            <Button
              onClick={() => {
                location.href = `mailto:?subject=${encodeURIComponent(say.mailSubject)}&body=${encodeURIComponent(evidence)}`;
              }}
            >
              {say.mail}
            </Button>
          </ButtonRow>
        }
      >
        <p>{keyLost ? say.keyLostWhat : say.alertWhat}</p>
        <p>
          <strong>{say.alertReason}</strong> — {reasons[alarm.reason] ?? alarm.reason}
        </p>
        <p>{say.alertDo}</p>
        <h3>{say.evidence}</h3>
        <pre className={css.mono}>{evidence}</pre>
        <details className={folded.folded}>
          <summary>{say.forgetTitle}</summary>
          <p>{say.forgetWhat}</p>
          <Button
            tone="danger"
            onClick={() => {
              setOpen(false);
              forgetRegister();
            }}
          >
            {say.forget}
          </Button>
        </details>
      </Dialog>
    </>
  );
}
