/** What is asked of a name: effaced, or replaced and by what. The same for her and for an officer. */
import type { NameChange } from '@butinerie/contracts';
import { useWords } from '../platform/language.tsx';
import { RadioCards } from '../ui/choices.tsx';
import { TextField } from '../ui/field.tsx';
import { words } from './words.ts';

type Kind = NameChange['kind'];
interface Wish {
  readonly kind: Kind;
  readonly name: string;
}
export const NO_WISH: Wish = { kind: 'pseudonym', name: '' };

/** Null while the name to show is missing. */
export const changeOf = ({ kind, name }: Wish): NameChange | null =>
  kind === 'erase' ? { kind } : name.trim() === '' ? null : { kind, name: name.trim() };

export interface ChangeFieldsProps {
  readonly wish: Wish;
  readonly onChange: (wish: Wish) => void;
  readonly tried: boolean;
  /** Asked by an officer, for somebody else. */
  readonly theirs?: boolean;
}
export function ChangeFields({ wish, onChange, tried, theirs = false }: ChangeFieldsProps) {
  const say = useWords(words);
  const asked = theirs ? say.theirs : say;
  return (
    <>
      <RadioCards<Kind>
        legend={asked.choose}
        value={wish.kind}
        onChange={(kind) => onChange({ ...wish, kind })}
        options={(['pseudonym', 'erase'] as const).map((value) => ({
          value,
          label: asked.kinds[value],
          hint: asked.kindHints[value],
        }))}
      />
      {wish.kind === 'pseudonym' && (
        <TextField
          label={say.newName}
          autoComplete="off"
          value={wish.name}
          onChange={(name) => onChange({ ...wish, name })}
          error={tried && changeOf(wish) === null ? say.newNameMissing : undefined}
        />
      )}
    </>
  );
}
