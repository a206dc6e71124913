/** Registers a request that somebody signed, with its reference. */
import { listNameRequests, mintId, orderNameChange, type PersonRef } from '@butinerie/contracts';
import { useState, type FormEvent } from 'react';
import { useWords } from '../platform/language.tsx';
import { useAct } from '../platform/query.ts';
import { Button } from '../ui/button.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import { ChangeFields, changeOf, NO_WISH } from './change-fields.tsx';
import css from './names.module.css';
import { words } from './words.ts';

const SHORTEST = 3;

export function OrderForm({ people }: { readonly people: readonly PersonRef[] }) {
  const say = useWords(words);
  const toast = useToast();
  const { run, pending, failure } = useAct(orderNameChange, { refreshes: [listNameRequests] });
  const [id, setId] = useState(() => mintId('nameRequest'));
  const [chosen, setChosen] = useState('');
  const [wish, setWish] = useState(NO_WISH);
  const [reference, setReference] = useState('');
  const [tried, setTried] = useState(false);
  const person = people.find((each) => each.id === chosen);
  const short = reference.trim().length < SHORTEST;

  const order = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const change = changeOf(wish);
    if (person === undefined || change === null || short) return;
    const made = await run({ body: { id, person: person.id, change, reference: reference.trim() } });
    if (!made.ok) return;
    toast({ text: say.orderedToast });
    setId(mintId('nameRequest'));
    setChosen('');
    setReference('');
    setWish(NO_WISH);
    setTried(false);
  };
  return (
    <form className={css.form} noValidate onSubmit={(event) => void order(event)}>
      <Select
        label={say.person}
        value={chosen}
        onChange={setChosen}
        error={tried && person === undefined ? say.personMissing : undefined}
        options={[
          { value: '', label: say.personNone },
          ...people.map(({ id: value, name, directorate }) => ({
            value,
            label: directorate === null ? name : `${name}, ${directorate}`,
          })),
        ]}
      />
      <ChangeFields wish={wish} onChange={setWish} tried={tried} theirs />
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
        <Button type="submit" tone="primary" pending={pending}>
          {say.order}
        </Button>
      </div>
    </form>
  );
}
