/** Passages of a text that look like somebody's personal data, each with what could stand in its place. */
import { findPersonalData, maskOf, type PersonalData } from '@butinerie/domain';
import { useWords } from '../platform/language.tsx';
import { Button } from './button.tsx';
import css from './personal-data.module.css';
import { Notice } from './notice.tsx';
import { words } from './words.ts';

export interface PersonalDataNoticeProps<Passage extends PersonalData> {
  readonly passages: readonly Passage[];
  /** What becomes of these words, and so what can be done. */
  readonly what: string;
  /** Null where the text cannot be changed any more. */
  readonly acts: {
    readonly mask: (passages: readonly Passage[]) => void;
    readonly leave: () => void;
    readonly leaveLabel: string;
  } | null;
}

export function PersonalDataNotice<Passage extends PersonalData>(props: PersonalDataNoticeProps<Passage>) {
  const { passages, what, acts } = props;
  const say = useWords(words);
  return (
    <Notice live tone="warning" title={say.personalData(passages.length)}>
      <p>{what}</p>
      <ul className={css.passages}>
        {passages.map((passage, at) => (
          <li key={`${at} ${passage.text}`}>
            <span>
              <q>{passage.text}</q> {say.personalKinds[passage.kind]}
            </span>
            {acts && (
              <Button onClick={() => acts.mask([passage])}>{say.maskAs(maskOf(passage, say.masks))}</Button>
            )}
          </li>
        ))}
      </ul>
      {acts && (
        <div className={css.acts}>
          {passages.length > 1 && <Button onClick={() => acts.mask(passages)}>{say.maskAll}</Button>}
          <Button tone="quiet" onClick={acts.leave}>
            {acts.leaveLabel}
          </Button>
        </div>
      )}
    </Notice>
  );
}

/** Beside words that stay as they are; nothing where they speak of nobody. */
export function SpeaksOfSomebody({ text, what }: { readonly text: string; readonly what: string }) {
  const passages = findPersonalData(text);
  return passages.length > 0 && <PersonalDataNotice passages={passages} what={what} acts={null} />;
}
