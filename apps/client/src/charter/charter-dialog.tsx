/** The question, over what was typed: the rules, and one press that accepts them and sends. */
import { useWords } from '../platform/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { CharterText } from '../ui/charter-text.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { Reading } from '../ui/reading.tsx';
import css from './charter.module.css';
import { readCharterAgain, useAcceptCharter, useCharter } from './queries.ts';
import { words } from './words.ts';

export function CharterDialog({ onAnswer }: { readonly onAnswer: (accepted: boolean) => void }) {
  const say = useWords(words);
  const read = useCharter(null);
  const { run, pending, failure } = useAcceptCharter();
  const charter = read.state === 'ready' ? read.value : null;
  const again = charter !== null && charter.accepted !== null;
  const accept = async (): Promise<void> => {
    if (charter === null) return;
    const result = await run({ body: { version: charter.current } });
    if (result.ok) onAnswer(true);
    else if (result.failure.code === 'stale-version') readCharterAgain();
  };
  return (
    <Dialog
      open
      title={again ? say.askAgain : say.askTitle}
      onClose={() => onAnswer(false)}
      footer={
        <ButtonRow>
          <Button tone="primary" pending={pending} disabled={charter === null} onClick={() => void accept()}>
            {say.accept}
          </Button>
          <Button onClick={() => onAnswer(false)}>{say.notNow}</Button>
        </ButtonRow>
      }
    >
      <p>{again ? say.askAgainWhat : say.askWhat}</p>
      {failure?.code === 'stale-version' ? (
        <Notice live tone="warning">
          {say.changed}
        </Notice>
      ) : (
        <FailureNotice failure={failure} />
      )}
      <Reading read={read}>
        {(shown) => (
          // It scrolls: the keyboard reaches it.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <section className={css.rules} aria-label={say.rules} tabIndex={0}>
            <CharterText charter={shown} />
          </section>
        )}
      </Reading>
    </Dialog>
  );
}
