/** Who keeps the state of the register elsewhere: a list that grows and shrinks by one act each. */
import { chooseWitnesses, readWitnesses, witness, type Witness } from '@butinerie/contracts';
import { useState, type FormEvent } from 'react';
import { useFormats, useWords } from '../platform/language.tsx';
import { remember, useAct, useRead } from '../platform/query.ts';
import { Button } from '../ui/button.tsx';
import { CardList, Entry } from '../ui/card.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Section } from '../ui/page.tsx';
import { Reading, Skeleton } from '../ui/reading.tsx';
import { useToast } from '../ui/toast.tsx';
import css from './register.module.css';
import { words } from './words.ts';

export function WitnessesSection() {
  const say = useWords(words);
  const { day } = useFormats();
  const read = useRead(readWitnesses, {});
  return (
    <Section title={say.witnesses}>
      <p>{say.witnessesWhat}</p>
      <Reading read={read} skeleton={<Skeleton lines={3} />}>
        {({ witnesses, mailedOn }) => (
          <>
            {witnesses.length > 0 && (
              <p className={css.quiet}>{mailedOn === null ? say.notMailed : say.mailedOn(day(mailedOn))}</p>
            )}
            <WitnessList witnesses={witnesses} />
          </>
        )}
      </Reading>
    </Section>
  );
}

const NOBODY: Witness = { name: '', mail: '', language: 'fr' };

function WitnessList({ witnesses }: { readonly witnesses: readonly Witness[] }) {
  const say = useWords(words);
  const toast = useToast();
  const { run, pending, failure } = useAct(chooseWitnesses);
  const [wanted, setWanted] = useState(NOBODY);
  const [tried, setTried] = useState(false);
  const known = witnesses.some(({ mail }) => mail.toLowerCase() === wanted.mail.trim().toLowerCase());
  const mailFaulty = !witness.shape.mail.safeParse(wanted.mail.trim()).success;
  const nameFaulty = wanted.name.trim() === '';

  const choose = async (next: readonly Witness[]): Promise<boolean> => {
    const result = await run({ body: { witnesses: [...next] } });
    if (!result.ok) return false;
    remember(readWitnesses, {}, result.value);
    toast({ text: say.kept });
    return true;
  };
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (known || mailFaulty || nameFaulty) return;
    const added = { ...wanted, name: wanted.name.trim(), mail: wanted.mail.trim() };
    if (!(await choose([...witnesses, added]))) return;
    setWanted(NOBODY);
    setTried(false);
  };
  return (
    <>
      {witnesses.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <CardList label={say.witnesses}>
          {witnesses.map((each) => (
            <Entry key={each.mail}>
              <p>
                {each.name}
                <span className={css.mail}>{each.mail}</span>
              </p>
              <Button
                tone="quiet"
                onClick={() => void choose(witnesses.filter(({ mail }) => mail !== each.mail))}
              >
                {say.remove} <span className="out-of-sight">{say.removeWhom(each.name)}</span>
              </Button>
            </Entry>
          ))}
        </CardList>
      )}
      <form className={css.form} noValidate onSubmit={(event) => void add(event)}>
        <TextField
          label={say.name}
          value={wanted.name}
          onChange={(name) => setWanted({ ...wanted, name })}
          error={tried && nameFaulty ? say.nameMissing : undefined}
        />
        <TextField
          label={say.mail}
          type="email"
          autoComplete="off"
          value={wanted.mail}
          onChange={(mail) => setWanted({ ...wanted, mail })}
          error={(tried && (known ? say.alreadyThere : mailFaulty && say.mailMissing)) || undefined}
        />
        <Select
          label={say.language}
          value={wanted.language}
          onChange={(language) => setWanted({ ...wanted, language: language === 'en' ? 'en' : 'fr' })}
          options={(['fr', 'en'] as const).map((value) => ({ value, label: say.languages[value] }))}
        />
        <FailureNotice failure={failure} />
        <div>
          <Button type="submit" tone="primary" pending={pending}>
            {say.add}
          </Button>
        </div>
        <p className={css.quiet}>{say.firstLeaves}</p>
      </form>
    </>
  );
}
