/** The themes of the challenge, in their order, each with the people whose queue its ideas come to first. */
import {
  mintId,
  THEME_LIMIT,
  THEMES_AT_MOST,
  type Challenge,
  type PersonId,
  type ThemeId,
} from '@butinerie/contracts';
import { useState } from 'react';
import { useWords } from '../platform/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Checkbox } from '../ui/choices.tsx';
import { TextField } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Section } from '../ui/page.tsx';
import { moved } from './moved.ts';
import { PartState } from './part-state.tsx';
import { useSetThemes } from './queries.ts';
import css from './settings.module.css';
import { listOf, usePart, useSaved } from './use-part.ts';
import { words } from './words.ts';

interface Row {
  readonly id: ThemeId;
  readonly fr: string;
  readonly en: string;
  readonly retired: boolean;
  readonly moderators: readonly PersonId[];
}

const rowsOf = ({ themes }: Challenge): readonly Row[] =>
  themes.map((theme) => ({ ...theme, moderators: theme.moderators.map(({ id }) => id) }));

const recall = listOf<Row>(['id', 'fr', 'en', 'retired', 'moderators']);
const linesOf = (rows: readonly Row[]): readonly string[] =>
  rows.map(({ fr, en, retired }) => `${fr}${en && ` / ${en}`}${retired ? ' (—)' : ''}`);

export function ThemesSection({ challenge }: { readonly challenge: Challenge }) {
  const say = useWords(words);
  const { run, pending, failure } = useSetThemes();
  const { id, version, moderators } = challenge;
  const part = usePart({ name: 'themes', challenge: id }, rowsOf(challenge), recall);
  const { value: rows, change: setRows } = part;
  const [tried, setTried] = useState(false);
  const offered = rows.filter(({ retired }) => !retired);
  const change = (theme: ThemeId, fields: Partial<Row>): void =>
    setRows(rows.map((row) => (row.id === theme ? { ...row, ...fields } : row)));
  const add = (): void =>
    setRows([...rows, { id: mintId('theme'), fr: '', en: '', retired: false, moderators: [] }]);
  const saved = useSaved(part, rowsOf);
  const save = async (): Promise<void> => {
    setTried(true);
    if (rows.some(({ fr }) => fr.trim() === '')) return;
    const themes = rows.map((row) => ({ ...row, moderators: [...row.moderators] }));
    saved(await run({ params: { challenge: id }, body: { themes, version } }), id);
  };
  return (
    <Section title={say.themesTitle}>
      <p className={css.what}>{say.themesWhat}</p>
      {rows.map((row, at) => (
        <fieldset key={row.id} className={css.item}>
          <legend>{row.fr.trim() || say.newTheme}</legend>
          {row.retired && <p className={css.what}>{say.retiredTheme}</p>}
          <TextField
            label={say.inFrench}
            limit={THEME_LIMIT}
            value={row.fr}
            onChange={(fr) => change(row.id, { fr })}
            error={tried && row.fr.trim() === '' ? say.wordsMissing : null}
          />
          <TextField
            label={say.inEnglish}
            optional
            limit={THEME_LIMIT}
            value={row.en}
            onChange={(en) => change(row.id, { en })}
          />
          {moderators.length > 1 && (
            <fieldset className={css.many}>
              <legend>{say.receivedBy}</legend>
              {moderators.map((person) => (
                <Checkbox
                  key={person.id}
                  label={person.name}
                  checked={row.moderators.includes(person.id)}
                  onChange={(checked) =>
                    change(row.id, {
                      moderators: checked
                        ? [...row.moderators, person.id]
                        : row.moderators.filter((known) => known !== person.id),
                    })
                  }
                />
              ))}
            </fieldset>
          )}
          <ButtonRow>
            {at > 0 && <Button onClick={() => setRows(moved(rows, at))}>{say.moveUp}</Button>}
            <Button tone="quiet" onClick={() => change(row.id, { retired: !row.retired })}>
              {row.retired ? say.offerAgain : say.retire}
            </Button>
          </ButtonRow>
        </fieldset>
      ))}
      <PartState part={part} linesOf={linesOf} />
      <FailureNotice failure={part.theirs === null ? failure : null} />
      <ButtonRow>
        {offered.length < THEMES_AT_MOST && (
          <Button icon="plus" onClick={add}>
            {say.addTheme}
          </Button>
        )}
        <Button tone="primary" pending={pending} disabled={part.theirs !== null} onClick={() => void save()}>
          {say.saveThemes}
        </Button>
      </ButtonRow>
    </Section>
  );
}
