/** The officer's request: which idea, why, by which reference. */
import { askShredding, ideaId, listShreddings, mintId, SHREDDING_MOTIVES } from '@butinerie/contracts';
import { useState, type FormEvent } from 'react';
import { useWords } from '../platform/language.tsx';
import { remember, useAct } from '../platform/query.ts';
import { Button } from '../ui/button.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import css from './shreddings.module.css';
import { words } from './words.ts';

const SHORTEST = 3;

export function AskShredding() {
  const say = useWords(words);
  const { run, pending, failure } = useAct(askShredding);
  const [id, setId] = useState(() => mintId('shredding'));
  const [address, setAddress] = useState('');
  const [motive, setMotive] = useState<(typeof SHREDDING_MOTIVES)[number]>('third-party');
  const [reference, setReference] = useState('');
  const [title, setTitle] = useState('no');
  const [tried, setTried] = useState(false);
  const idea = ideaId.safeParse(/id_[0-9a-z]{26}/.exec(address)?.[0]).data;
  const short = reference.trim().length < SHORTEST;
  const ask = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (idea === undefined || short) return;
    const asked = await run({
      body: { id, idea, motive, reference: reference.trim(), title: title === 'yes' },
    });
    if (!asked.ok) return;
    remember(listShreddings, {}, asked.value);
    setId(mintId('shredding'));
    setAddress('');
    setReference('');
    setTried(false);
  };
  return (
    <form className={css.form} noValidate onSubmit={(event) => void ask(event)}>
      <TextField
        label={say.idea}
        hint={say.ideaHint}
        autoComplete="off"
        value={address}
        onChange={setAddress}
        error={tried && idea === undefined ? say.ideaMissing : undefined}
      />
      <Select
        label={say.motive}
        value={motive}
        onChange={(chosen) => setMotive(SHREDDING_MOTIVES.find((known) => known === chosen) ?? motive)}
        options={SHREDDING_MOTIVES.map((value) => ({ value, label: say.motiveOptions[value] }))}
      />
      <Select
        label={say.withTitle}
        value={title}
        onChange={setTitle}
        options={[
          { value: 'no', label: say.no },
          { value: 'yes', label: say.yes },
        ]}
      />
      <TextField
        label={say.reference}
        hint={say.referenceHint}
        autoComplete="off"
        value={reference}
        onChange={setReference}
        error={tried && short ? say.referenceMissing : undefined}
      />
      <FailureNotice failure={failure} />
      <div>
        <Button type="submit" tone="danger" pending={pending}>
          {say.ask}
        </Button>
      </div>
    </form>
  );
}
