/** She asks that her name be effaced or replaced: a code goes to her mailbox, since a session left open is not her. */
import {
  ok,
  refuse,
  type CodesOf,
  type Failure,
  type NameChange,
  type NameRequest,
  type NameRequestId,
  type Result,
} from '@butinerie/contracts';
import type { askNameChange as contract } from '@butinerie/contracts';
import { askNameChange as decide } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { codeHash, newCode } from '../platform/mailed-code.ts';
import { shownOne, tellHer, type NamesDeps } from './deps.ts';
import type { NameRequestRecord } from './names.store.ts';

type Answer = Result<NameRequest, Failure<CodesOf<typeof contract>>>;

export async function askNameChange(
  deps: NamesDeps,
  { id, change }: { id: NameRequestId; change: NameChange },
  { person }: Speaker,
): Promise<Answer> {
  const mailbox = (await deps.people.mailboxes([person])).get(person);
  if (mailbox === undefined || mailbox.mail === null) return refuse('no-mailbox', { person });
  const now = deps.clock.now();
  const code = newCode();
  const record: NameRequestRecord = {
    id,
    person,
    by: person,
    change,
    state: 'to-confirm',
    reference: null,
    askedAt: now,
    dueAt: null,
    doneAt: null,
    code: { hash: codeHash(id, code), sentAt: now, tries: 0 },
  };
  const asked = await deps.database.transaction(async (tx) => {
    const known = await deps.store.record(id, tx);
    // A retry whose first answer was lost: the code is in the mail that left.
    if (known !== null) return known.person === person ? ok(known) : refuse('id-taken', { id });
    const decided = decide(await deps.store.of(person, tx), {
      person,
      administrators: await deps.identities.administrators(tx),
    });
    if (!decided.ok) return decided;
    await deps.store.create(tx, record);
    await tellHer(deps, tx, {
      person,
      step: 'code',
      said: { change, code },
    });
    return ok(record);
  });
  if (!asked.ok) return asked;
  deps.notifications.announce([]);
  return ok(await shownOne(deps, asked.value));
}
