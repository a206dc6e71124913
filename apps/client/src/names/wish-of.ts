/** What was asked, in words. */
import type { NameRequest } from '@butinerie/contracts';
import type { words } from './words.ts';

export const wishOf = ({ change }: NameRequest, say: (typeof words)['fr']): string =>
  change.kind === 'erase' ? say.wishes.erase : say.wishes.pseudonym(change.name);
