/** What the use cases of this slice are handed by the composition root. */
import type { ChallengeId, Failure, IdeaId, PersonId, Result } from '@butinerie/contracts';
import { challengeChanged, refuse } from '@butinerie/contracts';
import {
  isEligible,
  type AskedInChallenge,
  type Standing,
  type SelectableIdea,
  type SelectionState,
} from '@butinerie/domain';
import type { People, Speaker } from '../accounts/index.ts';
import type { CreditLine, Ledger } from '../attribution/index.ts';
import type { ChallengeRecord, Challenges } from '../challenges/index.ts';
import type { IdeaRecord, Ideas } from '../ideas/index.ts';
import type { Lineage } from '../lineage/index.ts';
import type { Moderation } from '../moderation/index.ts';
import type { Notifications } from '../notifications/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Transaction } from '../platform/mongo.ts';
import { personRoom, type Realtime } from '../platform/realtime.ts';
import type { Pseudonyms } from '../pseudonyms/index.ts';
import type { Rebounds } from '../rebounds/index.ts';

export interface SelectionDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly realtime: Pick<Realtime<Speaker>, 'announce'>;
  readonly challenges: Challenges;
  readonly ideas: Ideas;
  readonly rebounds: Pick<Rebounds, 'counts'>;
  readonly ledger: Ledger;
  readonly people: People;
  readonly pseudonyms: Pick<Pseudonyms, 'asKnownTo'>;
  readonly notifications: Notifications;
  /** Who declared a link with each of these ideas. */
  readonly declared: Moderation['declared'];
  readonly lineage: Pick<Lineage, 'upstreamNotices'>;
}

export interface Loaded {
  readonly challenge: ChallengeRecord;
  readonly ideas: readonly IdeaRecord[];
  readonly credits: ReadonlyMap<IdeaId, CreditLine>;
  readonly state: SelectionState;
  readonly asked: AskedInChallenge;
}

export async function loadSelection(
  deps: SelectionDeps,
  id: ChallengeId,
  by: Speaker,
): Promise<Result<Loaded, Failure<'not-found'>>> {
  const challenge = await deps.challenges.record(id);
  if (challenge === null) return refuse('not-found', { what: 'challenge' });
  const ideas = (await deps.ideas.ofChallenge(id)).filter(isEntry);
  const credits = await deps.ledger.credits(ideas.map((idea) => idea.id));
  const { proposedBy } = challenge.results;
  const declared = await deps.declared(ideas);
  const selectable = ideas.map((idea) => selectableOf(idea, credits.get(idea.id), declared.get(idea.id)));
  const state = { challenge: id, version: challenge.version, ideas: selectable, proposedBy };
  const phase = phaseForAnswers(challenge, deps.challenges.standing(challenge));
  const asked = { by, challenge: id, phase, now: deps.clock.now() };
  return { ok: true, value: { challenge, ideas, credits, state, asked } };
}

/** Waiting for its answer, or answered. */
function isEntry({ state, answerPublishedAt }: IdeaRecord): boolean {
  return isEligible(state) || answerPublishedAt !== null;
}

function selectableOf(
  idea: IdeaRecord,
  credits: CreditLine | undefined,
  declared: readonly PersonId[] = [],
): SelectableIdea {
  const { id, state, originators, coauthors, answer } = idea;
  return { id, state, originators, coauthors, answer, rebounders: credits?.rebounders ?? [], declared };
}

/** By the clock it is time to answer; while one idea has no seal yet, what would be answered can still be lost. */
function phaseForAnswers({ sealedAt }: ChallengeRecord, phase: Standing): Standing {
  return phase === 'deliberation' && sealedAt === null ? 'closing' : phase;
}

/** Somebody was faster: what has to be read again. */
export async function stale(
  { challenges }: SelectionDeps,
  id: ChallengeId,
  tx: Transaction,
): Promise<Result<never, Failure<'stale-version'>>> {
  const current = await challenges.record(id, tx);
  return refuse('stale-version', { current: current?.version ?? 0 });
}

export async function moderatorsOf(
  { people }: SelectionDeps,
  challenge: ChallengeId,
): Promise<ReadonlySet<PersonId>> {
  const [moderators, leads] = await Promise.all([
    people.holders('moderator', { challenge }),
    people.holders('moderator_lead', { challenge }),
  ]);
  return new Set([...moderators, ...leads]);
}

/** The board of the moderators changed: theirs alone, for nobody else sees anything of it before publication. */
export function announceBoard(
  { realtime, clock, challenges }: SelectionDeps,
  challenge: ChallengeRecord,
  moderators: Iterable<PersonId>,
): void {
  const phase = challenges.phase(challenge);
  const news = { challenge: challenge.id, phase, serverTime: clock.now().toISOString() };
  for (const person of moderators) realtime.announce(challengeChanged, news, { room: personRoom(person) });
}
