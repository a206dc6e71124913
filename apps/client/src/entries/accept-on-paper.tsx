/** The charter beside an idea that is entered: read here, accepted by the agent, said by a tick. */
import type { Charter } from '@butinerie/contracts';
import { useWords } from '../platform/language.tsx';
import { CharterText } from '../ui/charter-text.tsx';
import { Checkbox } from '../ui/choices.tsx';
import folded from '../ui/folded.module.css';
import { Notice } from '../ui/notice.tsx';
import { words } from './words.ts';

export interface AcceptOnPaperProps {
  readonly charter: Charter;
  readonly label: string;
  readonly accepted: boolean;
  readonly onChange: (accepted: boolean) => void;
  /** It was sent without: said beside the tick. */
  readonly missing: boolean;
}
export function AcceptOnPaper({ charter, label, accepted, onChange, missing }: AcceptOnPaperProps) {
  const say = useWords(words);
  return (
    <div>
      <details className={folded.folded}>
        <summary>{say.charterRead}</summary>
        <CharterText charter={charter} />
      </details>
      <Checkbox label={label} checked={accepted} onChange={onChange} />
      {missing && (
        <Notice live tone="warning">
          {say.charterMissing}
        </Notice>
      )}
    </div>
  );
}
