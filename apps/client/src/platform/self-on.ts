/** As whom the reader is named on an idea: herself, or the pseudonym that only she knows to be hers. */
import type { IdeaPage, PersonId } from '@butinerie/contracts';

interface Named {
  readonly id: PersonId;
  readonly name: string;
}

export function selfOn({ pseudonym }: Pick<IdeaPage, 'pseudonym'>, me: Named): Named {
  const sealed = pseudonym !== null && pseudonym.openedAt === null;
  return sealed ? { id: pseudonym.person, name: pseudonym.name } : { id: me.id, name: me.name };
}
