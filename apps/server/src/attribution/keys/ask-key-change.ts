/** The first administrator asks; a second one asks for her own code; any of them takes it back. */
import {
  ok,
  refuse,
  type CodesOf,
  type Failure,
  type KeyChangeId,
  type KeyChangeKind,
  type Result,
} from '@butinerie/contracts';
import type {
  askKeyChange as contract,
  cancelKeyChange as cancelContract,
  sendKeyCode as codeContract,
} from '@butinerie/contracts';
import { askKeyChange as decide, askSecondCode, cancelKeyChange as decideCancel } from '@butinerie/domain';
import type { Speaker } from '../../accounts/index.ts';
import type { Transaction } from '../../platform/mongo.ts';
import { codeHash, newCode } from '../../platform/mailed-code.ts';
import { tellAdministrator, type KeysDeps } from './deps.ts';
import type { KeyChangeRecord, MailedCode } from './key-changes.store.ts';

type Asked = Result<true, Failure<CodesOf<typeof contract> | 'not-allowed' | 'not-found'>>;

export async function askKeyChange(
  deps: KeysDeps,
  { id, kind }: { id: KeyChangeId; kind: KeyChangeKind },
  by: Speaker,
): Promise<Asked> {
  await deps.sign.begin();
  return deps.database.transaction(async (tx): Promise<Asked> => {
    const known = (await deps.store.all(tx)).find((record) => record.id === id);
    // A retry whose first answer was lost: the code is in the mail that left.
    if (known !== undefined) return known.by === by.person ? ok(true) : refuse('id-taken', { id });
    const now = deps.clock.now();
    const lost = deps.sign.lost() !== null;
    const decided = decide(await deps.store.all(tx), { by, kind, lost, now });
    if (!decided.ok) return decided;
    const fault = deps.live.fault();
    // A register that does not hold together is not mended by another key.
    if (fault !== null) return refuse('key-state', { state: 'refuses', why: fault });
    const code = await mailCode(deps, tx, { id, kind, by });
    if (code === null) return refuse('no-mailbox', { person: by.person });
    const open: Omit<KeyChangeRecord, 'code'> = {
      id,
      kind,
      state: 'to-confirm',
      by: by.person,
      second: null,
      askedAt: now,
      expiresAt: null,
      doneAt: null,
      newKey: null,
    };
    await deps.store.create(tx, { ...open, code });
    return ok(true);
  });
}

type Sent = Result<true, Failure<CodesOf<typeof codeContract> | 'not-allowed' | 'not-found'>>;

export async function sendKeyCode(deps: KeysDeps, id: KeyChangeId, by: Speaker): Promise<Sent> {
  return deps.database.transaction(async (tx): Promise<Sent> => {
    const record = await deps.store.record(id, tx);
    if (record === null) return refuse('not-found', { what: 'key-change' });
    const decided = askSecondCode(record, { by, now: deps.clock.now() });
    if (!decided.ok) return decided;
    const code = await mailCode(deps, tx, { ...record, by });
    if (code === null) return refuse('no-mailbox', { person: by.person });
    await deps.store.amend(tx, id, { code });
    return ok(true);
  });
}

type Cancelled = Result<true, Failure<CodesOf<typeof cancelContract> | 'not-allowed' | 'not-found'>>;

export async function cancelKeyChange(deps: KeysDeps, id: KeyChangeId, by: Speaker): Promise<Cancelled> {
  return deps.database.transaction(async (tx): Promise<Cancelled> => {
    const record = await deps.store.record(id, tx);
    if (record === null) return refuse('not-found', { what: 'key-change' });
    const decided = decideCancel(record, { by, now: deps.clock.now() });
    if (!decided.ok) return decided;
    await deps.store.amend(tx, id, { state: 'cancelled', code: null });
    return ok(true);
  });
}

/** Null where she has no mailbox. */
async function mailCode(
  deps: KeysDeps,
  tx: Transaction,
  { id, kind, by: { person } }: { id: KeyChangeId; kind: KeyChangeKind; by: Speaker },
): Promise<MailedCode | null> {
  const code = newCode();
  const told = await tellAdministrator(deps, tx, { person, step: 'code', said: { kind, code } });
  return told ? { person, hash: codeHash(id, code), sentAt: deps.clock.now(), tries: 0 } : null;
}
