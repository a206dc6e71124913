/** One thing of the product and the words for it, in both languages. */
import { WORD_LIMIT, type Language, type OwnTerm, type Term } from '@butinerie/contracts';
import { DEFAULT_WORDS, GENDERS, wordsIn } from '@butinerie/domain';
import { useWords } from '../platform/language.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/choices.tsx';
import { TextField } from '../ui/field.tsx';
import { maySoften, softensAtFirst, type FieldProblem } from './form.ts';
import css from './vocabulary.module.css';
import { words } from './words.ts';

export interface TermFieldsProps {
  readonly term: Term;
  readonly value: OwnTerm;
  readonly problems: ReadonlyMap<string, FieldProblem>;
  readonly onChange: (value: OwnTerm) => void;
}

/** « laisser un apport »: what the verb becomes, by the same hand that says it everywhere. */
function verbOf(rebound: OwnTerm, language: Language): string {
  const terms = { challenge: null, idea: null, rebound, note: null, pollen: null };
  return wordsIn(language === 'fr' ? 'rebondir' : 'to rebound', { name: null, terms }, language);
}

export function TermFields({ term, value, problems, onChange }: TermFieldsProps) {
  const say = useWords(words);
  const product = DEFAULT_WORDS[term];
  const both = new Set([product.fr.singular, product.en.singular]);
  const name = [...both].join(' / ');
  const labels = {
    fr: { singular: say.frenchOne, plural: say.frenchMany, softly: say.softFrench },
    en: { singular: say.englishOne, plural: say.englishMany, softly: say.softEnglish },
  };
  const field = (language: Language, which: 'singular' | 'plural') => {
    const problem = problems.get(`${term}.${language}.${which}`);
    return (
      <TextField
        label={labels[language][which]}
        lang={language}
        maxLength={WORD_LIMIT}
        autoComplete="off"
        value={value[language][which]}
        onChange={(typed) =>
          onChange({
            ...value,
            [language]: {
              ...value[language],
              [which]: typed,
              ...(which === 'singular' && { softly: softensAtFirst(typed) }),
            },
          })
        }
        error={problem === undefined ? null : say.problems[problem]}
      />
    );
  };
  const softly = (language: Language) =>
    maySoften(value[language].singular) && (
      <Checkbox
        label={labels[language].softly(value[language].singular)}
        checked={value[language].softly}
        onChange={(checked) => onChange({ ...value, [language]: { ...value[language], softly: checked } })}
      />
    );
  const isProducts = JSON.stringify(value) === JSON.stringify(product);
  return (
    <fieldset className={css.term}>
      <legend>{name}</legend>
      <p className={css.quiet}>
        {say.genders[GENDERS[term]]} {say.suggestions(say.examples[term])}
      </p>
      <div className={css.pair}>
        {field('fr', 'singular')}
        {field('fr', 'plural')}
      </div>
      {softly('fr')}
      <div className={css.pair}>
        {field('en', 'singular')}
        {field('en', 'plural')}
      </div>
      {softly('en')}
      {term === 'rebound' && !isProducts && (
        <p className={css.quiet}>{say.leftVerb(`${verbOf(value, 'fr')} / ${verbOf(value, 'en')}`)}</p>
      )}
      {!isProducts && (
        <div>
          <Button tone="quiet" onClick={() => onChange(product)}>
            {say.productWord(name)}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
