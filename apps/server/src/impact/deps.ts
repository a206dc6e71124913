/** What the use cases of this slice are handed; the idea with what was said of its effects, as the speaker may see it. */
import type { Failure, IdeaId, PersonId, Result } from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import {
  impactOf,
  mayModerate,
  mayReadIdea,
  type AskedInChallenge,
  type MeasuredIdea,
} from '@butinerie/domain';
import type { People, Speaker } from '../accounts/index.ts';
import type { Adoptions } from '../adoption/index.ts';
import type { Challenges } from '../challenges/index.ts';
import type { IdeaRecord, Ideas } from '../ideas/index.ts';
import type { Ledger } from '../attribution/index.ts';
import type { Notifications } from '../notifications/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Transaction } from '../platform/mongo.ts';
import type { Pseudonyms } from '../pseudonyms/index.ts';
import type { EntryRecord, EntryStore } from './entries.store.ts';

export interface ImpactSetup {
  readonly database: Database;
  readonly clock: Clock;
  readonly challenges: Pick<Challenges, 'record' | 'standing' | 'announce'>;
  readonly ideas: Pick<Ideas, 'record' | 'ofChallenge' | 'inStates' | 'credited' | 'move' | 'announce'>;
  readonly adoptions: Pick<Adoptions, 'ofIdeas'>;
  readonly people: Pick<People, 'refs'>;
  readonly pseudonyms: Pick<Pseudonyms, 'ownerOf'>;
  readonly ledger: Pick<Ledger, 'credits'>;
  readonly notifications: Pick<Notifications, 'tell' | 'announce'>;
}
export interface ImpactDeps extends ImpactSetup {
  readonly store: EntryStore;
}

export interface Loaded {
  readonly record: IdeaRecord;
  readonly idea: MeasuredIdea;
  readonly entries: readonly EntryRecord[];
  readonly asked: AskedInChallenge;
  /** Who promised it and who leads it. */
  readonly promised: readonly PersonId[];
}

export async function loadImpact(
  deps: ImpactDeps,
  id: IdeaId,
  { by, tx }: { readonly by: Speaker; readonly tx?: Transaction },
): Promise<Result<Loaded, Failure<'not-found'>>> {
  const record = await deps.ideas.record(id, tx);
  const challenge = record && (await deps.challenges.record(record.challenge, tx));
  if (record === null || challenge === null || !mayReadIdea(record, by.person, mayModerate(by, challenge.id)))
    return refuse('not-found', { what: 'idea' });
  const entries = await deps.store.ofIdea(id, tx);
  const adoption = (await deps.adoptions.ofIdeas([id])).get(id);
  const pilot = adoption?.pilot.id ?? null;
  const phase = deps.challenges.standing(challenge);
  return ok({
    record,
    entries,
    promised: adoption === undefined ? [] : [adoption.sponsor.id, adoption.pilot.id],
    idea: { id, state: record.state, pilot, impact: impactOf(entries) },
    asked: { by: asPilot(deps, by, pilot), challenge: challenge.id, phase, now: deps.clock.now() },
  });
}

/** Whoever was named pilot by her own name measures under it, also where she wrote the idea under a pseudonym. */
function asPilot({ pseudonyms }: ImpactDeps, by: Speaker, pilot: PersonId | null): Speaker {
  return pilot !== null && pseudonyms.ownerOf(by.person) === pilot ? { ...by, person: pilot } : by;
}
