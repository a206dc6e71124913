/** The themes and questions that the rows of an import name: the challenge gets them, and each idea its own. */
import {
  FIELDS_AT_MOST,
  LONG_ANSWER,
  mintId,
  THEMES_AT_MOST,
  type FormField,
  type ImportedIdea,
} from '@butinerie/contracts';
import type { ThemeSet } from '@butinerie/domain';
import type { IdeaRecord } from '../ideas/index.ts';

export interface ImportedAsks {
  readonly themes: readonly ThemeSet[];
  readonly fields: readonly FormField[];
  of(idea: ImportedIdea): Pick<IdeaRecord, 'theme' | 'answers'>;
}

const distinct = (words: readonly (string | undefined)[]): string[] => [
  ...new Set(words.flatMap((word) => (word === undefined || word === '' ? [] : [word]))),
];
const themesIn = (ideas: readonly ImportedIdea[]): string[] => distinct(ideas.map(({ theme }) => theme));
const questionsIn = (ideas: readonly ImportedIdea[]): string[] =>
  distinct(ideas.flatMap(({ answers = [] }) => answers.map(({ question }) => question)));

/** What one challenge can ask: more is no set of themes but another text. */
export function asksTooMuch(ideas: readonly ImportedIdea[]): boolean {
  return themesIn(ideas).length > THEMES_AT_MOST * 4 || questionsIn(ideas).length > FIELDS_AT_MOST * 4;
}

export function asksOf(ideas: readonly ImportedIdea[]): ImportedAsks {
  const themes = themesIn(ideas).map((fr): ThemeSet => {
    return { id: mintId('theme'), fr, en: '', retired: false, moderators: [] };
  });
  // Nobody is asked again: several values were several, one text is a text.
  const fields = questionsIn(ideas).map((fr): FormField => {
    const said = ideas.flatMap(({ answers = [] }) => answers.filter(({ question }) => question === fr));
    const several = said.some(({ values }) => values.length > 1);
    const options = several ? distinct(said.flatMap(({ values }) => values)).slice(0, 20) : [];
    return {
      id: mintId('field'),
      kind: several ? 'several' : 'long',
      fr,
      en: '',
      helpFr: '',
      helpEn: '',
      required: false,
      limit: several ? null : LONG_ANSWER,
      options: options.map((option) => ({ fr: option, en: '' })),
      retired: false,
    };
  });
  return {
    themes,
    fields,
    of: ({ theme, answers = [] }) => ({
      theme: themes.find(({ fr }) => fr === theme)?.id ?? null,
      answers: answers.flatMap(({ question, values }) => {
        const field = fields.find(({ fr }) => fr === question);
        const kept = values.filter((value) => value.trim() !== '');
        return field === undefined || kept.length === 0 ? [] : [{ field: field.id, values: kept }];
      }),
    }),
  };
}
