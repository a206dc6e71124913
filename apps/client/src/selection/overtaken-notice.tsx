/** Somebody answered the same idea meanwhile: both texts are there, and the reader chooses. */
import type { SelectionEntry } from '@butinerie/contracts';
import { useWords } from '../platform/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { SaidAnswer } from './said-answer.tsx';
import { words } from './words.ts';

export interface OvertakenNoticeProps {
  readonly entry: SelectionEntry;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}
export function OvertakenNotice({ entry, onKeepMine, onTakeTheirs }: OvertakenNoticeProps) {
  const say = useWords(words);
  const { answer } = entry;
  return (
    <Notice live tone="warning" title={answer ? say.overtaken(answer.by.name) : say.overtakenNone}>
      {answer && (
        <>
          <p>{say.overtakenWhat}</p>
          <SaidAnswer answer={answer} />
        </>
      )}
      <ButtonRow>
        <Button onClick={onKeepMine}>{say.keepMine}</Button>
        <Button onClick={onTakeTheirs}>{say.takeTheirs}</Button>
      </ButtonRow>
    </Notice>
  );
}
