/** Words that did not all go in, in front of whoever wrote them: to be copied, never in the way of the text. */
import { useState } from 'react';
import { useFormats, useWords } from '../platform/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { usePersonalData } from '../ui/personal-data.tsx';
import css from './co-editing.module.css';
import type { RecoveredDraft } from '../platform/recovered-drafts.ts';
import { words } from './words.ts';

export interface RecoveredTextProps {
  readonly draft: RecoveredDraft;
  /** Answers whether anything was missing; null where this person does not write now. */
  readonly onPutBack: ((text: string) => boolean) | null;
  readonly onForget: () => void;
}

export function RecoveredText({ draft, onPutBack, onForget }: RecoveredTextProps) {
  const say = useWords(words);
  const { day, time } = useFormats();
  const [done, setDone] = useState<'copied' | 'putBack' | 'nothingMissing' | null>(null);
  // What goes back may be masked; what the device keeps stays as she wrote it until she throws it away.
  const [text, setText] = useState(draft.text);
  const whole = [draft.title, text].filter(Boolean).join('\n\n');
  const putBack = (): void => {
    if (onPutBack) setDone(onPutBack(text) ? 'putBack' : 'nothingMissing');
  };
  const guard = usePersonalData([{ text, change: setText }], putBack);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(whole);
      setDone('copied');
    } catch {
      // The field is there to be selected and copied by hand.
    }
  };
  return (
    <Notice tone="warning" title={say.recovered}>
      <p>{say.recoveredWhat(day(draft.at), time(draft.at))}</p>
      <textarea className={css.recovered} readOnly rows={5} aria-label={say.recovered} value={whole} />
      {guard.notice}
      <ButtonRow>
        <Button onClick={() => void copy()}>{say.copy}</Button>
        {onPutBack && <Button onClick={() => guard.passes() && putBack()}>{say.putBack}</Button>}
        <Button tone="quiet" onClick={onForget}>
          {say.discard}
        </Button>
        <output>{done && say.recoveredDone[done]}</output>
      </ButtonRow>
    </Notice>
  );
}
