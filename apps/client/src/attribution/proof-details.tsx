/** Everything needed to do the check again elsewhere: signed state, keys, acts as registered, hashes. Folded. */
import { useWords } from '../platform/language.tsx';
import folded from '../ui/folded.module.css';
import css from './attribution.module.css';
import type { Proved } from './prove-idea.ts';
import { words } from './words.ts';

export function ProofDetails({ proved }: { readonly proved: Extract<Proved, { state: 'proved' }> }) {
  const say = useWords(words);
  const { watched, leaves } = proved;
  return (
    <details className={folded.folded}>
      <summary>{say.detailsTitle}</summary>
      <div className={css.details}>
        <div>
          <h3>{say.checkpoint}</h3>
          <pre className={css.mono}>{watched.note}</pre>
        </div>
        <div>
          <h3>{say.keys}</h3>
          <pre className={css.mono}>{watched.vkeys.join('\n')}</pre>
        </div>
        {leaves.map(({ n, leaf, hashes }) => (
          <div key={n}>
            <h3>{say.leafOf(n)}</h3>
            <pre className={css.mono}>{leaf}</pre>
            <p className={css.day}>{say.proofOf}</p>
            <pre className={css.mono}>{hashes.join('\n') || '—'}</pre>
          </div>
        ))}
      </div>
    </details>
  );
}
