/** Whose idea it is, on the board: never smaller than the text. */
import type { SelectionEntry } from '@butinerie/contracts';
import { useFormats, useWords } from '../platform/language.tsx';
import css from './selection.module.css';
import { words } from './words.ts';

export function AuthorsLine({ entry: { originators } }: { readonly entry: SelectionEntry }) {
  const say = useWords(words);
  const { list } = useFormats();
  return (
    <p>
      <span className={css.glue}>{say.ideaOf}</span>{' '}
      {originators.length === 0 ? (
        <em>{say.authorToConfirm}</em>
      ) : (
        <strong>{list(originators.map(({ name }) => name))}</strong>
      )}
    </p>
  );
}
