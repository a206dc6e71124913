/** A first role changes the locks: said before it is given. */
import type { PersonRecord } from '@butinerie/contracts';
import { useWords } from '../platform/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { words } from './words.ts';

export function FirstRole({ person: { grants, mail } }: { readonly person: PersonRecord }) {
  const say = useWords(words);
  if (grants.length > 0) return null;
  return <Notice>{mail === null ? say.firstRoleSlip : say.firstRole}</Notice>;
}
