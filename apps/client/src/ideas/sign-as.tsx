/** In one's own name, or as somebody nobody knows until the results: chosen on the draft, before anything is said. */
import { mintId } from '@butinerie/contracts';
import { useWords } from '../platform/language.tsx';
import { RadioCards } from '../ui/choices.tsx';
import type { KeptDraft } from './draft-store.ts';
import css from './ideas.module.css';
import type { DraftChange } from './use-draft.ts';
import { words } from './words.ts';

export interface SignAsProps {
  readonly draft: KeptDraft;
  readonly type: (change: DraftChange) => void;
}

export function SignAs({ draft: { pseudonym = null }, type }: SignAsProps) {
  const say = useWords(words);
  const choose = (as: 'name' | 'pseudonym'): void =>
    type({ pseudonym: as === 'name' ? null : (pseudonym ?? mintId('idea')) });
  return (
    <div className={css.signAs}>
      <RadioCards
        legend={say.signAs}
        value={pseudonym === null ? 'name' : 'pseudonym'}
        onChange={choose}
        options={[
          { value: 'name', label: say.signName, hint: say.signNameHint },
          { value: 'pseudonym', label: say.signPseudonym, hint: say.signPseudonymHint },
        ]}
      />
      {pseudonym !== null && <p className={css.lead}>{say.styleBetrays}</p>}
    </div>
  );
}
