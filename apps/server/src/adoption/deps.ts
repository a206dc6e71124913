/** What the use cases of this slice are handed by the composition root. */
import type { Failure, IdeaId, PersonId, Result } from '@butinerie/contracts';
import { refuse } from '@butinerie/contracts';
import type { AskedInChallenge } from '@butinerie/domain';
import type { People, Roles, Speaker } from '../accounts/index.ts';
import type { CreditLine, Ledger } from '../attribution/index.ts';
import type { ChallengeRecord, Challenges } from '../challenges/index.ts';
import type { IdeaRecord, Ideas } from '../ideas/index.ts';
import type { Lineage } from '../lineage/index.ts';
import type { Notifications, NoticeToTell } from '../notifications/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Database, Transaction } from '../platform/mongo.ts';
import type { WakeUps } from '../platform/servers/wake-ups.ts';
import type { Realtime } from '../platform/realtime.ts';
import type { AdoptionStore } from './adoptions.store.ts';

export interface AdoptionSetup {
  readonly database: Database;
  readonly wakeUps: WakeUps;
  readonly clock: Clock;
  readonly realtime: Pick<Realtime<Speaker>, 'announce'>;
  readonly challenges: Challenges;
  readonly ideas: Ideas;
  readonly ledger: Ledger;
  readonly people: People;
  readonly roles: Pick<Roles, 'sponsorships'>;
  readonly notifications: Notifications;
  readonly log: Log;
  readonly lineage: Pick<Lineage, 'upstreamNotices'>;
}
export interface AdoptionDeps extends AdoptionSetup {
  readonly store: AdoptionStore;
}

export interface Loaded {
  readonly idea: IdeaRecord;
  readonly challenge: ChallengeRecord;
  readonly asked: AskedInChallenge;
}

/** What somebody keeps to herself, or what was taken out of sight, is not there for a directorate either. */
const UNSEEN: readonly IdeaRecord['state'][] = ['draft', 'hidden'];

export async function loadIdea(
  deps: AdoptionDeps,
  id: IdeaId,
  { by, tx }: { readonly by: Speaker; readonly tx?: Transaction },
): Promise<Result<Loaded, Failure<'not-found'>>> {
  const idea = await deps.ideas.record(id, tx);
  const challenge = idea && (await deps.challenges.record(idea.challenge, tx));
  if (idea === null || challenge === null || UNSEEN.includes(idea.state))
    return refuse('not-found', { what: 'idea' });
  const phase = deps.challenges.standing(challenge);
  const asked = { by, challenge: challenge.id, phase, now: deps.clock.now() };
  return { ok: true, value: { idea, challenge, asked } };
}

const NOBODY: CreditLine = { originators: [], coauthors: [], rebounders: [], carrier: null, parents: [] };

/** Who is named in the idea, by the ledger. Empty where an import did not say who its author is. */
export async function creditsOf({ ledger }: AdoptionDeps, id: IdeaId): Promise<CreditLine> {
  return (await ledger.credits([id])).get(id) ?? NOBODY;
}

/** Notices about an idea, one for each person. */
export function noticesAbout(
  idea: Pick<IdeaRecord, 'id' | 'challenge' | 'title'>,
  kind: NoticeToTell['kind'],
  { to, actor }: { readonly to: Iterable<PersonId>; readonly actor: PersonId },
): NoticeToTell[] {
  const about = { kind, challenge: idea.challenge, idea: idea.id, about: idea.title, actor };
  return [...new Set(to)].map((person) => ({ ...about, to: person }));
}
