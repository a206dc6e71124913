/** Two texts as one: what was taken out struck through, what was added underlined, both said aloud as such. */
import { saidDifferently } from '@butinerie/collaboration/document';
import { useWords } from '../platform/language.tsx';
import css from './compared-text.module.css';
import { words } from './words.ts';

export interface ComparedTextProps {
  readonly before: string;
  readonly after: string;
}
export function ComparedText({ before, after }: ComparedTextProps) {
  const say = useWords(words);
  const found = saidDifferently(before, after);
  return (
    <p className={css.text}>
      {found.map(({ kind, text }, at) => {
        if (kind === 'same') return <span key={at}>{text}</span>;
        const Mark = kind === 'removed' ? 'del' : 'ins';
        return (
          <Mark key={at} className={css[kind]}>
            <span className="out-of-sight">{kind === 'removed' ? say.removedWords : say.addedWords}</span>
            {text}
          </Mark>
        );
      })}
    </p>
  );
}
