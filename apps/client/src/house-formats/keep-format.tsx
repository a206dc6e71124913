/** The settings of a challenge, kept under a name. */
import { FORMAT_NAME_LIMIT, mintId, type Challenge, type ChallengeId } from '@butinerie/contracts';
import { useState, type FormEvent } from 'react';
import { useKept } from '../platform/kept.ts';
import { useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Section } from '../ui/page.tsx';
import { Reading } from '../ui/reading.tsx';
import { useToast } from '../ui/toast.tsx';
import css from './house-formats.module.css';
import { nameError } from './name-error.ts';
import { showFormats, useChallengeToKeep, useSaveFormat } from './queries.ts';
import { words } from './words.ts';

export function KeepFormat({ of }: { readonly of: ChallengeId }) {
  return <Reading read={useChallengeToKeep(of)}>{(challenge) => <KeepForm challenge={challenge} />}</Reading>;
}

const recall = (raw: unknown): string | null => (typeof raw === 'string' ? raw : null);

function KeepForm({ challenge }: { readonly challenge: Challenge }) {
  const say = useWords(words);
  const me = useSignedIn();
  const toast = useToast();
  const { run, pending, failure } = useSaveFormat();
  // One for each format: pressed again after a lost answer, it is the same one.
  const [format, setFormat] = useState(() => mintId('format'));
  const [tried, setTried] = useState(false);
  const [kept, keep] = useKept(`butinerie.format.${me.id}.${challenge.id}`, recall);
  const name = kept ?? '';
  const error = nameError(name, say);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (error !== null) return;
    const body = { challenge: challenge.id, name: name.trim() };
    const result = await run({ params: { format }, body });
    if (!result.ok) return;
    showFormats(result.value);
    keep(null);
    setTried(false);
    setFormat(mintId('format'));
    toast({ text: say.kept });
  };
  return (
    <Section title={say.keepTitle(challenge.question)}>
      <p className={css.what}>{say.keepWhat}</p>
      <form className={css.form} noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          label={say.name}
          hint={say.nameHint}
          limit={FORMAT_NAME_LIMIT}
          autoComplete="off"
          value={name}
          onChange={(text) => keep(text === '' ? null : text)}
          error={tried ? error : null}
        />
        <FailureNotice failure={failure} />
        <div>
          <Button type="submit" tone="primary" pending={pending}>
            {say.keep}
          </Button>
        </div>
      </form>
    </Section>
  );
}
