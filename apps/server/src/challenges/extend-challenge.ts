/** A later closing, in two acts by two people: a moderator asks with a reason, a sponsor agrees. */
import type {
  agreeToExtension as agreeContract,
  askExtension as askContract,
  Challenge,
  ChallengeId,
  CodesOf,
  Failure,
  Result,
} from '@butinerie/contracts';
import {
  agreeToExtension as decideAgreement,
  askExtension as decideAsking,
  deadlinesAfterExtension,
} from '@butinerie/domain';
import type { z } from 'zod';
import type { Speaker } from '../accounts/index.ts';
import { momentOf, stateOf, timeBoxOf } from './challenge-times.ts';
import { commitAndTell } from './commit-and-tell.ts';
import { loadChallenge, type ChallengeDeps } from './deps.ts';

type Body = z.infer<(typeof askContract)['body']>;
type Asked = Result<Challenge, Failure<CodesOf<typeof askContract>>>;
type Agreed = Result<Challenge, Failure<CodesOf<typeof agreeContract>>>;

/** Only the sponsors hear of it: the others would read a date that may never hold. */
export const askExtension =
  (deps: ChallengeDeps) =>
  async (id: ChallengeId, body: Body, by: Speaker): Promise<Asked> => {
    const loaded = await loadChallenge(deps, id, by);
    if (!loaded.ok) return loaded;
    const record = loaded.value;
    const timeBox = timeBoxOf(record);
    const decided = decideAsking(stateOf(record), { ...body, timeBox }, { by, now: deps.clock.now() });
    if (!decided.ok) return decided;
    const { askedBy, days, reason, version } = decided.value;
    const { closesAt } = deadlinesAfterExtension(timeBox, days);
    return commitAndTell(deps, {
      seen: record,
      next: { ...record, extension: { askedBy, days, reason, agreedBy: null, closesAt }, version },
      by,
      tell: {
        kind: 'extension-asked',
        reason,
        until: momentOf(closesAt),
        to: await deps.people.holders('sponsor', { challenge: id }),
      },
    });
  };

export const agreeToExtension =
  (deps: ChallengeDeps) =>
  async (id: ChallengeId, version: number, by: Speaker): Promise<Agreed> => {
    const loaded = await loadChallenge(deps, id, by);
    if (!loaded.ok) return loaded;
    const record = loaded.value;
    const command = { version, timeBox: timeBoxOf(record) };
    const decided = decideAgreement(stateOf(record), command, { by, now: deps.clock.now() });
    if (!decided.ok) return decided;
    const { agreedBy, timeBox } = decided.value;
    const { closesAt } = timeBox;
    return commitAndTell(deps, {
      seen: record,
      next: {
        ...record,
        ...timeBox,
        extension: record.extension && { ...record.extension, agreedBy, closesAt },
        version: decided.value.version,
      },
      by,
      tell: {
        kind: 'challenge-extended',
        until: momentOf(closesAt),
        ...(record.extension && { reason: record.extension.reason }),
      },
    });
  };
