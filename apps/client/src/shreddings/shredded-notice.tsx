/** Where a text was: that it was destroyed, by which reference, when and why. */
import type { Shredded } from '@butinerie/contracts';
import { useFormats, useWords } from '../platform/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { words } from './words.ts';

export function ShreddedNotice({ shredded: { at, motive, reference } }: { readonly shredded: Shredded }) {
  const say = useWords(words);
  const { day } = useFormats();
  return (
    <Notice tone="warning" title={say.gone}>
      <p>{say.goneWhat(day(at), say.motives[motive], reference)}</p>
    </Notice>
  );
}
