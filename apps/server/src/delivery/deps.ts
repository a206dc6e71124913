/** What the use cases of this slice are handed by the composition root, and what they all read first. */
import type { Failure, IdeaId, PersonId, Result } from '@butinerie/contracts';
import { refuse } from '@butinerie/contracts';
import {
  deliveryOf,
  type AskedInChallenge,
  type DeliverableIdea,
  type Directorates,
} from '@butinerie/domain';
import type { People, Roles, Speaker } from '../accounts/index.ts';
import type { Adoptions, AnswersRecord } from '../adoption/index.ts';
import type { CreditLine, Ledger } from '../attribution/index.ts';
import type { Challenges } from '../challenges/index.ts';
import type { IdeaRecord, Ideas } from '../ideas/index.ts';
import type { ImpactReviews } from '../impact/index.ts';
import type { Moderation } from '../moderation/index.ts';
import type { Notifications } from '../notifications/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Database, Transaction } from '../platform/mongo.ts';
import type { WakeUps } from '../platform/servers/wake-ups.ts';
import type { Pseudonyms } from '../pseudonyms/index.ts';
import type { DeliveryRecord, DeliveryStore } from './deliveries.store.ts';

export interface DeliverySetup {
  readonly database: Database;
  readonly wakeUps: WakeUps;
  readonly clock: Clock;
  readonly log: Log;
  readonly challenges: Challenges;
  readonly ideas: Ideas;
  readonly ledger: Ledger;
  readonly people: People;
  readonly pseudonyms: Pick<Pseudonyms, 'ownerOf'>;
  readonly roles: Pick<Roles, 'sponsorships'>;
  readonly notifications: Notifications;
  readonly adoptions: Adoptions;
  /** Who declared a link with each of these ideas. */
  readonly declared: Moderation['declared'];
  /** Whether there is an indicator with its starting point; and that the start fixes it. */
  readonly impact: Pick<ImpactReviews, 'hasBaseline' | 'start'>;
}
export interface DeliveryDeps extends DeliverySetup {
  readonly store: DeliveryStore;
}

export interface Loaded {
  readonly idea: IdeaRecord;
  readonly answers: AnswersRecord;
  readonly record: DeliveryRecord;
  readonly deliverable: DeliverableIdea;
  readonly asked: AskedInChallenge;
}

const NOBODY: CreditLine = { originators: [], coauthors: [], rebounders: [], carrier: null, parents: [] };

export async function deliverableOf(
  deps: Pick<DeliveryDeps, 'ledger' | 'declared'>,
  idea: IdeaRecord,
  { answers, record }: Pick<Loaded, 'answers' | 'record'>,
): Promise<DeliverableIdea> {
  const [credits, declared] = await Promise.all([deps.ledger.credits([idea.id]), deps.declared([idea])]);
  const { originators, coauthors, rebounders, carrier } = credits.get(idea.id) ?? NOBODY;
  return {
    id: idea.id,
    state: idea.state,
    originators,
    coauthors,
    rebounders,
    carrier,
    declared: declared.get(idea.id) ?? [],
    adoption: answers.adoption,
    delivery: deliveryOf(record.events),
  };
}

export async function loadDelivery(
  deps: DeliveryDeps,
  id: IdeaId,
  { by, tx }: { readonly by: Speaker; readonly tx: Transaction },
): Promise<Result<Loaded, Failure<'not-found'>>> {
  const idea = await deps.ideas.record(id, tx);
  const challenge = idea && (await deps.challenges.record(idea.challenge, tx));
  if (idea === null || challenge === null || idea.state === 'hidden' || idea.state === 'draft')
    return refuse('not-found', { what: 'idea' });
  const about = { idea: id, challenge: challenge.id };
  const [answers, record] = [await deps.adoptions.read(tx, about), await deps.store.read(tx, about)];
  const deliverable = await deliverableOf(deps, idea, { answers, record });
  const phase = deps.challenges.standing(challenge);
  const asked = { by: asPilot(deps, answers, by), challenge: challenge.id, phase, now: deps.clock.now() };
  return { ok: true, value: { idea, answers, record, deliverable, asked } };
}

/** Whoever carries on her idea under the pseudonym that proposed it leads it as that pseudonym. */
export function asPilot(
  { pseudonyms }: Pick<DeliveryDeps, 'pseudonyms'>,
  { adoption }: AnswersRecord,
  by: Speaker,
): Speaker {
  if (adoption === null || pseudonyms.ownerOf(adoption.pilot) !== by.person) return by;
  return { ...by, person: adoption.pilot };
}

/** Directorates with a sponsor in the challenge, and those that said no to the idea or gave it up. */
export async function directoratesFor(
  { roles }: Pick<DeliveryDeps, 'roles'>,
  { challenge, declines, former }: AnswersRecord,
): Promise<Directorates> {
  const sponsorships = await roles.sponsorships(challenge);
  return {
    asked: [...new Set(sponsorships.map(({ directorate }) => directorate))],
    saidNo: [...declines, ...former].map(({ directorate }) => directorate),
  };
}

export async function moderatorsOf(
  { people }: Pick<DeliveryDeps, 'people'>,
  { challenge }: Pick<IdeaRecord, 'challenge'>,
): Promise<readonly PersonId[]> {
  const [moderators, leads] = await Promise.all([
    people.holders('moderator', { challenge }),
    people.holders('moderator_lead', { challenge }),
  ]);
  return [...leads, ...moderators];
}
