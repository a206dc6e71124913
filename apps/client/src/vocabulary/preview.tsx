/** Real sentences of the product in the words under somebody's hands. */
import { LANGUAGES, type Language, type Vocabulary } from '@butinerie/contracts';
import { wordsIn } from '@butinerie/domain';
import { useWords } from '../platform/language.tsx';
import { Section } from '../ui/page.tsx';
import css from './vocabulary.module.css';
import { words } from './words.ts';

/** Makes the sentences of one language, with whatever renames them. */
export type Sentences = (language: Language, say: <T>(catalogue: T) => T) => readonly string[];

const NAMES = { fr: 'Français', en: 'English' } as const satisfies Record<Language, string>;

export function Preview({
  vocabulary,
  sentences,
}: {
  readonly vocabulary: Vocabulary;
  readonly sentences: Sentences;
}) {
  const say = useWords(words);
  return (
    <Section title={say.preview}>
      <p className={css.quiet}>{say.previewWhat}</p>
      <div className={css.previews}>
        {LANGUAGES.map((language) => (
          <section key={language} lang={language} className={css.preview} aria-label={NAMES[language]}>
            <h3>{NAMES[language]}</h3>
            <ol className={css.sentences}>
              {sentences(language, (catalogue) => wordsIn(catalogue, vocabulary, language)).map(
                (sentence) => (
                  <li key={sentence}>{sentence}</li>
                ),
              )}
            </ol>
          </section>
        ))}
      </div>
    </Section>
  );
}
