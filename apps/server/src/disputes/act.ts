/** Every act on a dispute: load, decide, commit with its leaf, tell those concerned. */
import {
  ok,
  refuse,
  type Dispute,
  type DisputeId,
  type Failure,
  type IdeaId,
  type PersonId,
  type Result,
} from '@butinerie/contracts';
import * as rules from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { CreditAct } from '../attribution/index.ts';
import type { NoticeToTell } from '../notifications/index.ts';
import {
  concerned,
  consenting,
  disputedIdea,
  factsOf,
  loadDispute,
  noticesOf,
  openToDisputes,
  shown,
  type Disputed,
  type DisputesDeps,
} from './deps.ts';
import type { DisputeRecord } from './disputes.store.ts';

interface Become {
  readonly record: DisputeRecord;
  readonly acts: readonly CreditAct[];
  /** Who hears of it; everybody concerned unless said. */
  readonly kind?: NoticeToTell['kind'];
  readonly to?: readonly PersonId[];
  readonly reason: string;
  /** Whose name joins those of the idea. */
  readonly added?: PersonId;
  /** Who did it, where it is not as whom she speaks about the idea. */
  readonly actor?: PersonId;
}
/** A dispute is found under its idea, and nowhere else. */
interface Asked {
  readonly id: DisputeId;
  readonly of: IdeaId;
  readonly by: Speaker;
}
type Decide<F extends Failure> = (record: DisputeRecord, idea: Disputed) => Result<Become, F>;
type Answered<F extends Failure> = Promise<Result<Dispute, F | Failure<'not-found'>>>;

async function act<F extends Failure>(
  deps: DisputesDeps,
  { id, of, by }: Asked,
  decide: Decide<F>,
): Answered<F> {
  const done = await deps.database.transaction(async (tx) => {
    const loaded = await loadDispute(deps, { id, of }, { by, tx });
    if (!loaded.ok) return loaded;
    const { idea } = loaded.value;
    const decided = decide(loaded.value.record, idea);
    if (!decided.ok) return decided;
    const { record, acts, added } = decided.value;
    await deps.store.amend(tx, record);
    if (acts.length > 0) await deps.ledger.record(tx, acts);
    if (added !== undefined) {
      await deps.ideas.amend(tx, idea.id, idea.state, { originators: [...idea.originators, added] });
      await deps.pseudonyms.alsoIn(tx, [added], idea.id);
    }
    const { kind = 'dispute-moved', to = await concerned(deps, idea, record), reason } = decided.value;
    const { actor = by.person } = decided.value;
    const notices = noticesOf(to, kind, { idea, actor, reason });
    await deps.notifications.tell(tx, notices);
    return ok({ idea, notices });
  });
  if (!done.ok) return done;
  await deps.pseudonyms.caughtUp();
  deps.notifications.announce(done.value.notices);
  deps.ideas.announce(done.value.idea);
  const now = await loadDispute(deps, { id, of }, { by });
  if (!now.ok) return now;
  const [one] = await shown(deps, [now.value.record], { idea: now.value.idea, by });
  return one === undefined ? refuse('not-found', { what: 'dispute' }) : ok(one);
}

export async function openDispute(
  deps: DisputesDeps,
  { idea: of, id, text }: { idea: IdeaId; id: DisputeId; text: string },
  by: Speaker,
): Answered<Failure<'already-answered' | 'id-taken' | 'challenge-phase'>> {
  const made = await deps.database.transaction(async (tx) => {
    const loaded = await disputedIdea(deps, of, { by, tx });
    if (!loaded.ok) return loaded;
    const idea = loaded.value;
    const known = await deps.store.record(id, tx);
    if (known !== null)
      return known.idea === of && known.opened.by === by.person
        ? ok({ record: known, idea, notices: [] })
        : refuse('id-taken', { id });
    const open = await openToDisputes(deps, idea, { by, tx });
    if (!open.ok) return open;
    const decided = rules.openDispute((await deps.store.of(of, tx)).map(factsOf), by);
    if (!decided.ok) return decided;
    const record: DisputeRecord = {
      id,
      idea: of,
      challenge: idea.challenge,
      opened: { by: by.person, at: deps.clock.now(), text },
      answers: [],
      correction: null,
      closed: null,
      version: 0,
    };
    await deps.store.create(tx, record);
    await deps.ledger.record(tx, [{ act: 'dispute.opened', dispute: id, idea: of, by: by.person, text }]);
    const to = await concerned(deps, idea, record);
    const notices = noticesOf(to, 'dispute-moved', { idea, actor: by.person, reason: text });
    await deps.notifications.tell(tx, notices);
    return ok({ record, idea, notices });
  });
  if (!made.ok) return made;
  const { record, idea, notices } = made.value;
  deps.notifications.announce(notices);
  const [one] = await shown(deps, [record], { idea, by });
  return one === undefined ? refuse('not-found', { what: 'dispute' }) : ok(one);
}

export const answerDispute = (deps: DisputesDeps, asked: Asked & { text: string }) =>
  act(deps, asked, (record, idea): Result<Become, Failure<'not-allowed' | 'already-answered'>> => {
    const { id, text, by } = asked;
    const decided = rules.answerDispute(factsOf(record), idea, by);
    if (!decided.ok) return decided;
    const answers = [...record.answers, { by: by.person, at: deps.clock.now(), text }];
    const leaf = { act: 'dispute.answered', dispute: id, idea: idea.id, by: by.person, text } as const;
    return ok({ record: { ...record, answers }, acts: [leaf], reason: text });
  });

export const closeDispute = (deps: DisputesDeps, asked: Asked & { text: string }) =>
  act(
    deps,
    asked,
    (record, idea): Result<Become, Failure<'not-allowed' | 'own-idea' | 'already-answered'>> => {
      const { id, text, by } = asked;
      const decided = rules.closeDispute(factsOf(record), idea, by);
      if (!decided.ok) return decided;
      const closed = { by: by.person, at: deps.clock.now(), text };
      const leaf = { act: 'dispute.closed', dispute: id, idea: idea.id, by: by.person, text } as const;
      return ok({ record: { ...record, closed }, acts: [leaf], reason: text });
    },
  );

/** Her own pseudonym is herself: she decides nothing about it. */
const known = (deps: DisputesDeps, by: Speaker, add: PersonId): PersonId =>
  deps.pseudonyms.seenBy(by.person, [add])[0] ?? add;

export const proposeCorrection = async (
  deps: DisputesDeps,
  asked: Asked & { add: PersonId; why: string },
) => {
  const { add, why, by } = asked;
  const exists = (await deps.people.refs([add])).has(add);
  return act(
    deps,
    asked,
    (
      record,
      idea,
    ): Result<Become, Failure<'not-allowed' | 'own-idea' | 'already-answered' | 'not-found'>> => {
      const decided = rules.proposeCorrection(factsOf(record), idea, { by, add: known(deps, by, add) });
      if (!decided.ok) return decided;
      // A name that is nobody's would join the others for good.
      if (!exists) return refuse('not-found', { what: 'person' });
      const correction = {
        add,
        why,
        by: by.person,
        second: null,
        consented: [],
        refusedBy: null,
        addedAt: null,
      };
      return ok({ record: { ...record, correction }, acts: [], reason: why });
    },
  );
};

export const secondCorrection = (deps: DisputesDeps, asked: Asked) =>
  act(
    deps,
    asked,
    (
      record,
      idea,
    ): Result<Become, Failure<'not-allowed' | 'own-idea' | 'second-person-needed' | 'already-answered'>> => {
      const { correction } = record;
      if (correction === null) return refuse('already-answered', { answer: 'none' });
      const add = known(deps, asked.by, correction.add);
      const facts = factsOf({ ...record, correction: { ...correction, add } });
      const decided = rules.secondCorrection(facts, idea, asked.by);
      if (!decided.ok) return decided;
      const next = { ...record, correction: { ...correction, second: asked.by.person } };
      return ok({
        record: next,
        acts: [],
        kind: 'correction-asked',
        to: idea.originators,
        reason: correction.why,
      });
    },
  );

export const consentToCorrection = (deps: DisputesDeps, asked: Asked & { accept: boolean }) =>
  act(deps, asked, (record, idea): Result<Become, Failure<'not-allowed' | 'already-answered'>> => {
    const { accept } = asked;
    const by = consenting(deps, { record, idea }, asked.by);
    const decided = rules.consentToCorrection(factsOf(record), idea, { by, accept });
    if (!decided.ok) return decided;
    const { correction } = record;
    if (correction === null || correction.second === null)
      return refuse('already-answered', { answer: 'none' });
    const { add, why: reason } = correction;
    if (!accept) {
      const refused = { ...record, correction: { ...correction, refusedBy: by.person } };
      return ok({ record: refused, acts: [], reason, actor: by.person });
    }
    const consented = [...correction.consented, by.person];
    const { complete } = decided.value;
    const addedAt = complete ? deps.clock.now() : null;
    const agreed = { act: 'correction.consented', idea: idea.id, by: by.person, person: add } as const;
    const panel = [correction.by, correction.second];
    const joined = {
      act: 'correction.added',
      idea: idea.id,
      by: correction.by,
      person: add,
      why: reason,
      panel,
    } as const;
    return ok({
      record: { ...record, correction: { ...correction, consented, addedAt } },
      acts: complete ? [agreed, joined] : [agreed],
      reason,
      actor: by.person,
      ...(complete ? { added: add } : {}),
    });
  });
