/** What is wrong with the name of a format, before it is sent. */
import { FORMAT_NAME_LIMIT } from '@butinerie/contracts';
import { lengthOf } from '@butinerie/domain';

export function nameError(
  name: string,
  say: { readonly nameMissing: string; readonly nameTooLong: string },
): string | null {
  if (name.trim() === '') return say.nameMissing;
  return lengthOf(name.trim()) > FORMAT_NAME_LIMIT ? say.nameTooLong : null;
}
