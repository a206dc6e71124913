/** Words that no form takes any more, because the idea was closed meanwhile: still there to read and copy. */
import { useWords } from '../platform/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { KeptText } from '../ui/page.tsx';
import { words } from './words.ts';

export function Unsent({ text }: { readonly text: string }) {
  const say = useWords(words);
  return (
    <Notice title={say.unsent}>
      <KeptText>{text}</KeptText>
    </Notice>
  );
}
