/** A new challenge begun with a format of the house, or the way to choose one. */
import type { FormatId, HouseFormat } from '@butinerie/contracts';
import { useWords } from '../platform/language.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { words } from './format-words.ts';

export interface ChosenFormat {
  readonly id: FormatId;
  /** Null once it was taken off the list. */
  readonly listed: HouseFormat | null;
}

export function FormatNotice({ format }: { readonly format?: ChosenFormat }) {
  const say = useWords(words);
  if (format === undefined)
    return (
      <div>
        <LinkButton to="/preparer/formats">{say.houseFormats}</LinkButton>
      </div>
    );
  return (
    <Notice title={format.listed ? say.formatTitle(format.listed.name) : say.formatGone}>
      <p>{say.formatWhat}</p>
    </Notice>
  );
}
