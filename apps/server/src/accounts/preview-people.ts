/** Shows what a list says before anybody is invited: which rows cannot be taken, and why. Writes nothing. */
import {
  ok,
  refuse,
  type AnswerOf,
  type Failure,
  type ListSource,
  type PersonId,
  type previewPeople as route,
  type Result,
} from '@butinerie/contracts';
import { checkPeopleRows, mailKey, mayInvitePeople } from '@butinerie/domain';
import type { Kit } from './deps.ts';
import type { Speaker } from './index.ts';
import { readList } from './lists/read-list.ts';

export async function previewPeople(
  kit: Kit,
  source: ListSource,
  by: Speaker,
): Promise<Result<AnswerOf<typeof route>, Failure<'unreadable-list' | 'not-allowed'>>> {
  if (!mayInvitePeople(by))
    return refuse('not-allowed', { act: 'previewPeople', why: 'moderators-and-administrators' });
  const list = await readList(source);
  if (!list.ok) return list;
  const { format, encoding, rows } = list.value;
  const holders = await kit.people.byMails(rows.flatMap(({ mail }) => (mail === null ? [] : [mail])));
  const known = new Map<string, PersonId>();
  for (const { _id, mail, account } of holders) if (mail !== null && account) known.set(mailKey(mail), _id);
  return ok({ format, encoding, rows: checkPeopleRows(rows, known) });
}
