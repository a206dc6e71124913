/** Words and choices above the list of ideas. A choice is offered where there is something to choose between. */
import type { IdeaState, ThemeRef } from '@butinerie/contracts';
import { useLanguage, useWords } from '../platform/language.tsx';
import { Checkbox } from '../ui/choices.tsx';
import { Select, TextField } from '../ui/field.tsx';
import css from './ideas.module.css';
import type { Wanted } from './list-query.ts';
import { inWords } from './particulars.ts';
import { words as particularsWords } from './particulars-words.ts';
import { words } from './words.ts';

export interface ListToolsProps {
  readonly wanted: Wanted;
  readonly onWant: (wanted: Wanted) => void;
  readonly directorates: readonly string[];
  readonly states: readonly IdeaState[];
  readonly themes: readonly ThemeRef[];
  /** Whether one may rebound now. */
  readonly rebound: boolean;
}

export function ListTools({ wanted, onWant, directorates, states, themes, rebound }: ListToolsProps) {
  const say = useWords(words);
  const ask = useWords(particularsWords);
  const { language } = useLanguage();
  const stateOf = (value: string): IdeaState | '' => states.find((state) => state === value) ?? '';
  return (
    <search className={css.tools}>
      <TextField
        label={say.search}
        hint={say.searchHint}
        type="search"
        autoComplete="off"
        value={wanted.search}
        onChange={(search) => onWant({ ...wanted, search })}
      />
      <div className={css.choices}>
        {directorates.length > 1 && (
          <Select
            label={say.directorate}
            value={wanted.directorate}
            onChange={(directorate) => onWant({ ...wanted, directorate })}
            options={[
              { value: '', label: say.allDirectorates },
              ...directorates.map((name) => ({ value: name, label: name })),
            ]}
          />
        )}
        {themes.length > 0 && (
          <Select
            label={ask.theme}
            value={wanted.theme}
            onChange={(chosen) =>
              onWant({ ...wanted, theme: themes.find(({ id }) => id === chosen)?.id ?? '' })
            }
            options={[
              { value: '', label: ask.allThemes },
              ...themes.map((theme) => ({ value: theme.id, label: inWords(theme, language) })),
            ]}
          />
        )}
        {states.length > 1 && (
          <Select
            label={say.whatBecame}
            value={wanted.state}
            onChange={(state) => onWant({ ...wanted, state: stateOf(state) })}
            options={[
              { value: '', label: say.allStates },
              ...states.map((state) => ({ value: state, label: say.state[state] })),
            ]}
          />
        )}
        {rebound && (
          <Checkbox
            label={say.withoutRebound}
            checked={wanted.unanswered}
            onChange={(unanswered) => onWant({ ...wanted, unanswered })}
          />
        )}
      </div>
    </search>
  );
}
