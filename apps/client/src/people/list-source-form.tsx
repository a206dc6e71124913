/** Where a list comes from: pasted, chosen, or dropped. */
import type { ListSource } from '@butinerie/contracts';
import { useState, type DragEvent, type FormEvent } from 'react';
import { useWords } from '../platform/language.tsx';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/classes.ts';
import { TextArea } from '../ui/field.tsx';
import { FileButton } from '../ui/file-button.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { readyRows, type ReadList } from './invitation.ts';
import { sourceOfFile } from './list-source.ts';
import css from './people.module.css';
import { usePreviewPeople } from './queries.ts';
import { words } from './words.ts';

export function ListSourceForm({ onRead }: { readonly onRead: (list: ReadList) => void }) {
  const say = useWords(words);
  const { run, pending, failure } = usePreviewPeople();
  const [pasted, setPasted] = useState('');
  const [nothing, setNothing] = useState(false);
  const [tooLarge, setTooLarge] = useState(false);
  const [over, setOver] = useState(false);

  const read = async (source: ListSource): Promise<void> => {
    setNothing(false);
    setTooLarge(false);
    const result = await run({ body: { source } });
    if (result.ok) onRead({ ...result.value, source, rows: readyRows(result.value.rows) });
  };
  const readFile = async (file: File | undefined): Promise<void> => {
    const source = file && (await sourceOfFile(file));
    if (source) await read(source);
    else setTooLarge(file !== undefined);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (pasted.trim() === '') setNothing(true);
    else void read({ pasted });
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void readFile(event.dataTransfer.files[0]);
  };
  const unreadable: Readonly<Record<string, string>> = say.unreadable;
  const why = failure?.code === 'unreadable-list' ? unreadable[failure.reason] : undefined;
  return (
    <form className={css.source} noValidate onSubmit={submit}>
      <TextArea
        label={say.paste}
        hint={say.pasteHint}
        placeholder={say.pasteExample}
        rows={6}
        spellCheck={false}
        value={pasted}
        onChange={(next) => {
          setPasted(next);
          setNothing(false);
        }}
        error={nothing ? say.nothingPasted : null}
      />
      <div>
        <Button type="submit" tone="primary" pending={pending}>
          {say.read}
        </Button>
      </div>
      {/* Dropping is a convenience beside the button, which the keyboard has. */}
      <div
        className={cx(css.drop, over && css.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <FileButton label={say.file} accept=".xlsx,.csv,.txt,.tsv" onFile={(file) => void readFile(file)} />
        <span className={css.quiet}>{say.fileHint}</span>
      </div>
      {tooLarge && (
        <Notice live tone="danger" title={say.fileTooLarge}>
          <p>{say.unreadableWhat}</p>
        </Notice>
      )}
      {why ? (
        <Notice live tone="danger" title={why}>
          <p>{say.unreadableWhat}</p>
        </Notice>
      ) : (
        <FailureNotice failure={failure} />
      )}
    </form>
  );
}
