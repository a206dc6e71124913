/** Writes a draft, or rewrites it. Whoever begins a challenge moderates it. */
import type {
  Challenge,
  ChallengeId,
  CodesOf,
  draftChallenge as contract,
  Failure,
  Grant,
  Result,
} from '@butinerie/contracts';
import { mintId, ok, refuse } from '@butinerie/contracts';
import {
  beginLike,
  draftChallenge as decide,
  NEW_ASKS,
  type ChallengeAsks,
  type ChallengeDrafted,
} from '@butinerie/domain';
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { Speaker } from '../accounts/index.ts';
import { isDuplicateKey, type Transaction } from '../platform/mongo.ts';
import { stateOf } from './challenge-times.ts';
import { moderatorsOf, stale, type ChallengeDeps } from './deps.ts';
import type { ChallengeRecord } from './index.ts';
import { readChallenge } from './read-challenge.ts';

type Body = z.infer<(typeof contract)['body']>;
type Answer = Result<Challenge, Failure<CodesOf<typeof contract>>>;

export const draftChallenge =
  (deps: ChallengeDeps) =>
  async (id: ChallengeId, body: Body, by: Speaker): Promise<Answer> => {
    const current = await deps.store.record(id);
    if (current !== null && current.version === body.version + 1 && holds(current, body, by))
      return readChallenge(deps)(id, by);
    if (current !== null && body.version === 0 && current.createdBy !== by.person)
      return refuse('id-taken', { id });
    const asked = { by, now: deps.clock.now() };
    const decided = decide(current && stateOf(current), { id, ...body }, asked);
    if (!decided.ok) return decided;

    const like = current === null ? (body.like ?? null) : null;
    const format = current === null ? (body.format ?? null) : null;
    if (like !== null && format !== null)
      return refuse('invalid-input', { issues: [{ path: 'format', message: 'not together with like' }] });
    const asks =
      like !== null
        ? await asksLike(deps, { id, like, by })
        : format === null
          ? ok(NEW_ASKS)
          : await deps.beginWith(format, by);
    if (!asks.ok) return asks;
    const lead = leadOf(decided.value);
    const kept = await keep(deps, { id, body, current, by, lead, like, asks: asks.value });
    if (!kept.ok) return kept;
    await deps.challenges.announce(id);
    // Her session still knows her without the role that this act gave her.
    return readChallenge(deps)(id, lead === null ? by : { ...by, grants: [...by.grants, lead] });
  };

/** What she sent is what is written: a retry whose first answer was lost. */
function holds(record: ChallengeRecord, { question, brief, timeBox }: Body, by: Speaker): boolean {
  const { opensAt, ideasUntil, closesAt, decisionDueAt } = record;
  return (
    record.createdBy === by.person &&
    record.scheduledAt === null &&
    record.question === question &&
    record.brief === brief &&
    isDeepStrictEqual({ opensAt, ideasUntil, closesAt, decisionDueAt }, timeBox)
  );
}

function leadOf({ makesModerator, draft }: ChallengeDrafted): Grant | null {
  return makesModerator === null ? null : { role: 'moderator_lead', challenge: draft.id, directorate: null };
}

async function asksLike(
  deps: ChallengeDeps,
  { id, like, by }: { id: ChallengeId; like: ChallengeId; by: Speaker },
): Promise<Result<ChallengeAsks, Failure<'not-found'>>> {
  return beginLike(await deps.store.record(like), {
    by,
    moderators: [...(await moderatorsOf(deps.people, id)), by.person],
    newThemeId: () => mintId('theme'),
    newFieldId: () => mintId('field'),
  });
}

/** Who was in the jury of that one is asked again; anybody can be taken out before it opens. */
async function copyJury(
  { people, roles }: ChallengeDeps,
  tx: Transaction,
  { from, to }: { from: ChallengeId; to: ChallengeId },
): Promise<void> {
  for (const { person, grants } of await people.speakers())
    if (grants.some(({ role, challenge }) => role === 'juror' && challenge === from))
      await roles.give(tx, person, { role: 'juror', challenge: to, directorate: null });
}

interface Keeping {
  readonly like: ChallengeId | null;
  readonly asks: ChallengeAsks;
  readonly id: ChallengeId;
  readonly body: Body;
  readonly current: ChallengeRecord | null;
  readonly by: Speaker;
  readonly lead: Grant | null;
}

async function keep(
  deps: ChallengeDeps,
  keeping: Keeping,
): Promise<Result<true, Failure<'stale-version' | 'id-taken'>>> {
  const { id, body, current, by, lead, like } = keeping;
  const { timeBox, question, brief } = body;
  try {
    return await deps.database.transaction(async (tx) => {
      if (current === null) await deps.challenges.create(tx, newChallenge(keeping));
      else if (!(await deps.challenges.change(tx, current, { question, brief, ...timeBox })))
        return stale(deps, id, tx);
      if (lead !== null) await deps.roles.give(tx, by.person, lead);
      if (like !== null) {
        await copyJury(deps, tx, { from: like, to: id });
        await deps.copyKit(tx, { from: like, to: id, by: by.person });
      }
      return ok(true);
    });
  } catch (error) {
    if (current !== null || !isDuplicateKey(error)) throw error;
    return refuse('id-taken', { id });
  }
}

function newChallenge({ id, body, by, asks }: Keeping): ChallengeRecord {
  return {
    id,
    version: 1,
    question: body.question,
    brief: body.brief,
    ...body.timeBox,
    ...asks,
    createdBy: by.person,
    scheduledAt: null,
    cancelled: null,
    paused: null,
    pausedIn: [],
    extension: null,
    cancellation: null,
    protection: null,
    sealedAt: null,
    results: { proposedBy: null, proposedAt: null, confirmedBy: null, publishedAt: null },
    firstAdoptionAt: null,
  };
}
