/** How far a figure can be believed: dots and words, never the one without the other. */
import type { EffectInterval, EvidenceLevel } from '@butinerie/contracts';
import { useWords } from '../platform/language.tsx';
import css from './impact.module.css';
import { placed } from './say-effect.ts';
import { words } from './words.ts';

export function Evidence({ level }: { readonly level: EvidenceLevel }) {
  const say = useWords(words);
  return (
    <span className={css.level}>
      <svg viewBox="0 0 44 10" width="44" height="10" aria-hidden="true" focusable="false">
        {[1, 2, 3, 4].map((each) => (
          <circle
            key={each}
            cx={each * 11 - 6}
            cy="5"
            r="4"
            fill={each <= level ? 'currentColor' : 'none'}
            stroke="currentColor"
          />
        ))}
      </svg>
      {say.level[level]}
    </span>
  );
}

/** The dot with its bar, and the dashed line where no effect would be. The sentence beside it says the same. */
export function IntervalBar({ interval }: { readonly interval: EffectInterval }) {
  const at = placed(interval);
  const x = (share: number): string => `${share}%`;
  return (
    <svg className={css.bar} aria-hidden="true" focusable="false">
      <line className={css.nothing} x1={x(at.nothing)} x2={x(at.nothing)} y1="0" y2="100%" />
      <line x1={x(at.low)} x2={x(at.high)} y1="50%" y2="50%" />
      <circle cx={x(at.estimate)} cy="50%" r="5" />
    </svg>
  );
}
