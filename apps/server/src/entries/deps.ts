/** What the use cases of this slice are handed by the composition root. */
import type { ChallengeId, Failure, Result } from '@butinerie/contracts';
import { refuse } from '@butinerie/contracts';
import type { AskedInChallenge } from '@butinerie/domain';
import type { People, Speaker } from '../accounts/index.ts';
import type { Adoptions } from '../adoption/index.ts';
import type { Ledger } from '../attribution/index.ts';
import type { ChallengeRecord, Challenges } from '../challenges/index.ts';
import type { Charters } from '../charter/index.ts';
import type { Documents } from '../co-editing/index.ts';
import type { Ideas } from '../ideas/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/mongo.ts';
import type { Rebounds } from '../rebounds/index.ts';
import type { EntryStore } from './entries.store.ts';

export interface EntriesSetup {
  readonly database: Database;
  readonly clock: Clock;
  readonly publicUrl: URL;
  readonly people: People;
  readonly challenges: Challenges;
  readonly charters: Pick<Charters, 'askedOnPaper' | 'acceptOnPaper'>;
  readonly ledger: Pick<Ledger, 'record'>;
  readonly documents: Pick<Documents, 'setText'>;
  readonly ideas: Ideas;
  readonly rebounds: Pick<Rebounds, 'ofIdea'>;
  readonly adoptions: Pick<Adoptions, 'answersOn'>;
}
export interface EntryDeps extends EntriesSetup {
  readonly store: EntryStore;
}

/** Whoever stands by an entry: a moderator, or the one who opened the kiosk, with what she may do today. */
export type Facilitator = Pick<Speaker, 'person' | 'grants' | 'directorate'>;

export async function facilitating(
  deps: EntryDeps,
  id: ChallengeId,
  by: Facilitator,
): Promise<Result<{ challenge: ChallengeRecord; asked: AskedInChallenge }, Failure<'not-found'>>> {
  const challenge = await deps.challenges.record(id);
  if (challenge === null) return refuse('not-found', { what: 'challenge' });
  const phase = deps.challenges.standing(challenge);
  return { ok: true, value: { challenge, asked: { by, challenge: id, phase, now: deps.clock.now() } } };
}
