/** The first step: what is asked. What was typed stays whatever the answer. */
import { askNameChange, mintId, readMyNameRequests } from '@butinerie/contracts';
import { useState, type FormEvent } from 'react';
import { useWords } from '../platform/language.tsx';
import { useAct } from '../platform/query.ts';
import { Button } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { ChangeFields, changeOf, NO_WISH } from './change-fields.tsx';
import css from './names.module.css';
import { words } from './words.ts';

export function AskForm() {
  const say = useWords(words);
  const { run, pending, failure } = useAct(askNameChange, { refreshes: [readMyNameRequests] });
  const [id, setId] = useState(() => mintId('nameRequest'));
  const [wish, setWish] = useState(NO_WISH);
  const [tried, setTried] = useState(false);
  const ask = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const change = changeOf(wish);
    if (change === null) return;
    const asked = await run({ body: { id, change } });
    if (asked.ok) setId(mintId('nameRequest'));
  };
  return (
    <form className={css.form} noValidate onSubmit={(event) => void ask(event)}>
      <ChangeFields wish={wish} onChange={setWish} tried={tried} />
      <p className={css.quiet}>{say.askWhat}</p>
      <FailureNotice failure={failure} />
      <div>
        <Button type="submit" tone={wish.kind === 'erase' ? 'danger' : 'primary'} pending={pending}>
          {say.ask}
        </Button>
      </div>
    </form>
  );
}
