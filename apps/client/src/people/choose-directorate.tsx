/** The directorate that a sponsor answers for. */
import type { DirectorateId } from '@butinerie/contracts';
import { useWords } from '../platform/language.tsx';
import { Select } from '../ui/field.tsx';
import { Reading } from '../ui/reading.tsx';
import { useDirectorates } from './queries.ts';
import { words } from './words.ts';

export interface ChooseDirectorateProps {
  readonly value: DirectorateId | null;
  readonly onChange: (directorate: DirectorateId | null) => void;
  readonly missing: boolean;
}
export function ChooseDirectorate({ value, onChange, missing }: ChooseDirectorateProps) {
  const say = useWords(words);
  return (
    <Reading read={useDirectorates()}>
      {({ directorates }) => (
        <Select
          label={say.directorate}
          hint={say.directorateHint}
          error={missing ? say.chooseDirectorate : null}
          value={value ?? ''}
          onChange={(chosen) => onChange(directorates.find(({ id }) => id === chosen)?.id ?? null)}
          options={[
            { value: '', label: '—' },
            ...directorates
              .toSorted((a, b) => a.name.localeCompare(b.name, 'fr'))
              .map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
    </Reading>
  );
}
