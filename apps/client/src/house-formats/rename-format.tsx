/** Another name for a format: what was typed stays while it is refused. */
import { FORMAT_NAME_LIMIT, listFormats, type HouseFormat } from '@butinerie/contracts';
import { useState } from 'react';
import { useWords } from '../platform/language.tsx';
import { refresh } from '../platform/query.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import css from './house-formats.module.css';
import { nameError } from './name-error.ts';
import { showFormats, useRenameFormat } from './queries.ts';
import { words } from './words.ts';

interface RenameFormatProps {
  readonly format: HouseFormat;
  readonly onDone: () => void;
}
export function RenameFormat({ format, onDone }: RenameFormatProps) {
  const say = useWords(words);
  const toast = useToast();
  const { run, pending, failure } = useRenameFormat();
  const [name, setName] = useState(format.name);
  const [tried, setTried] = useState(false);
  const error = nameError(name, say);
  const save = async (): Promise<void> => {
    setTried(true);
    if (error !== null) return;
    const { id, version } = format;
    const result = await run({ params: { format: id }, body: { name: name.trim(), version } });
    if (result.ok) {
      showFormats(result.value);
      toast({ text: say.renamed });
      onDone();
    } else if (result.failure.code === 'stale-version') refresh(listFormats);
  };
  return (
    <div className={css.form}>
      <TextField
        label={say.name}
        limit={FORMAT_NAME_LIMIT}
        autoComplete="off"
        value={name}
        onChange={setName}
        error={tried ? error : null}
      />
      <FailureNotice failure={failure} />
      <ButtonRow>
        <Button tone="primary" pending={pending} onClick={() => void save()}>
          {say.save}
        </Button>
        <Button tone="quiet" onClick={onDone}>
          {say.cancel}
        </Button>
      </ButtonRow>
    </div>
  );
}
