/**
 * A code typed: the first one makes the key that comes and waits for a second person, the second one's is the act. The
 * leaf is what counts; files follow it, at once or at the next start.
 */
import { ok, refuse, type CodesOf, type Failure, type KeyChangeId, type Result } from '@butinerie/contracts';
import type { confirmKeyChange as contract } from '@butinerie/contracts';
import { formatVerifierKey } from '@butinerie/attribution';
import { confirmKeyChange as decide, oneWaits } from '@butinerie/domain';
import type { Speaker } from '../../accounts/index.ts';
import { CannotStart } from '../../platform/cannot-start.ts';
import { codeHash } from '../../platform/mailed-code.ts';
import type { Transaction } from '../../platform/mongo.ts';
import { sameSecret } from '../../platform/tokens.ts';
import type { CreditAct } from '../acts.ts';
import { tellAdministrator, type KeysDeps } from './deps.ts';
import type { KeyChangeRecord } from './key-changes.store.ts';

type Refused = Failure<CodesOf<typeof contract> | 'not-allowed' | 'not-found'>;
type Step = 'opened' | 'done' | { readonly refused: Refused };

export async function confirmKeyChange(
  deps: KeysDeps,
  { id, typed }: { id: KeyChangeId; typed: string },
  by: Speaker,
): Promise<Result<true, Refused>> {
  await deps.sign.begin();
  const stepped = await deps.database.transaction(async (tx): Promise<Result<Step, Refused>> => {
    const record = await deps.store.record(id, tx);
    if (record === null) return refuse('not-found', { what: 'key-change' });
    const { code } = record;
    // Somebody else's code is nobody's: whoever types it says nothing.
    const right = code?.person === by.person && sameSecret(code.hash, codeHash(id, typed));
    const now = deps.clock.now();
    const decided = decide(record, { by, code: code ?? { sentAt: now, tries: 0 }, right, now });
    if (!decided.ok) {
      if (decided.failure.code === 'wrong-code' && code !== null)
        await deps.store.amend(tx, id, { code: { ...code, tries: code.tries + 1 } });
      // Kept as counted: only a refusal that is returned as such takes its transaction with it.
      return ok({ refused: decided.failure });
    }
    if (decided.value.step === 'do') return perform(deps, tx, { record, second: by });
    return open(deps, tx, { record, expiresAt: decided.value.expiresAt });
  });
  if (!stepped.ok) return stepped;
  if (typeof stepped.value === 'object') return { ok: false, failure: stepped.value.refused };
  if (stepped.value === 'done') {
    const head = await deps.sign.head();
    if (!head.ok) return head;
  }
  return ok(true);
}

async function open(
  deps: KeysDeps,
  tx: Transaction,
  { record, expiresAt }: { record: KeyChangeRecord; expiresAt: Date },
): Promise<Result<Step, Refused>> {
  const { id, kind, by: person } = record;
  // Another key made beside the one in use would take the place of the one that change waits with.
  if (oneWaits(await deps.store.all(tx), deps.clock.now()))
    return refuse('already-answered', { answer: 'waiting' });
  const newKey = kind === 'rotate' ? prepared(deps) : formatVerifierKey(deps.files.current().key);
  if (newKey === null) return refuse('key-state', { state: 'signs', why: 'folder' });
  await deps.store.amend(tx, id, { state: 'waiting', expiresAt, newKey, code: null });
  const who = await namesOf(deps, [person]);
  for (const other of await deps.identities.administrators(tx))
    if (other !== person)
      await tellAdministrator(deps, tx, { person: other, step: 'asked', said: { kind, who } });
  return ok('opened');
}

/** Null where the folder of the key is not to be written to. */
function prepared({ files, keys, log }: KeysDeps): string | null {
  try {
    return formatVerifierKey(files.prepare(keys.current()).key);
  } catch (error) {
    if (error instanceof CannotStart || (error instanceof Error && 'code' in error)) {
      log.warn({ err: error }, 'the next attribution key could not be made beside the one in use');
      return null;
    }
    throw error;
  }
}

async function perform(
  deps: KeysDeps,
  tx: Transaction,
  { record, second }: { record: KeyChangeRecord; second: Speaker },
): Promise<Result<Step, Refused>> {
  // Another server may have changed the key since; whoever does so at this moment makes this transaction start over.
  await deps.sign.begin();
  const act = actOf(deps, record, second);
  if (!act.ok) return act;
  await deps.record(tx, [act.value]);
  const { id, kind, by } = record;
  const done = { state: 'done' as const, second: second.person, doneAt: deps.clock.now(), code: null };
  await deps.store.amend(tx, id, done);
  const who = await namesOf(deps, [by, second.person]);
  for (const person of await deps.identities.administrators(tx))
    await tellAdministrator(deps, tx, { person, step: 'done', said: { kind, who } });
  return ok('done');
}

function actOf(
  { sign, files, keys }: KeysDeps,
  { kind, newKey, by }: KeyChangeRecord,
  { person: second }: Speaker,
): Result<CreditAct, Refused> {
  // A key that was made for this change and is not here any more would leave nobody who signs.
  const next = newKey === null ? null : files.find(newKey);
  if (next === null) return refuse('key-state', { state: 'signs', why: 'next-missing' });
  const lost = sign.lost();
  if (kind === 'rotate') {
    const [old] = keys.signers();
    if (lost !== null || old === undefined) return refuse('key-state', { state: 'lost', why: kind });
    return ok({ act: 'key.rotated', by, second, old, next });
  }
  if (lost === null) return refuse('key-state', { state: 'signs', why: kind });
  const { old, last } = lost;
  if (old === null || last === null) return refuse('key-state', { state: 'lost', why: 'old-unknown' });
  return ok({ act: 'key.lost', by, second, old, next, size: last.size, root: last.root });
}

async function namesOf({ people }: KeysDeps, of: readonly KeyChangeRecord['by'][]): Promise<string> {
  const refs = await people.refs(of);
  return of.flatMap((person) => refs.get(person)?.name ?? []).join(', ');
}
