/** What the use cases of this slice are handed by the composition root. */
import {
  moderationChanged,
  refuse,
  type ChallengeId,
  type Failure,
  type IdeaId,
  type PersonId,
  type Result,
} from '@butinerie/contracts';
import { declaredLinks, isLinked, mayModerate, standing, type ModeratedIdea } from '@butinerie/domain';
import type { People, Speaker } from '../accounts/index.ts';
import type { AttachmentsPort } from '../attachments/index.ts';
import type { Ledger } from '../attribution/index.ts';
import type { ChallengeRecord, Challenges } from '../challenges/index.ts';
import type { Documents } from '../co-editing/index.ts';
import type { Discussion } from '../discussion/index.ts';
import type { Merges } from '../merges/index.ts';
import type { IdeaRecord, Ideas } from '../ideas/index.ts';
import type { Notifications } from '../notifications/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Database } from '../platform/mongo.ts';
import type { WakeUps } from '../platform/servers/wake-ups.ts';
import { personRoom, type Realtime } from '../platform/realtime.ts';
import type { Pseudonyms } from '../pseudonyms/index.ts';
import type { Search } from '../search/index.ts';
import type { ModerationStore } from './moderation.store.ts';

export interface ModerationSetup {
  readonly database: Database;
  readonly wakeUps: WakeUps;
  readonly clock: Clock;
  readonly log: Log;
  readonly realtime: Pick<Realtime<Speaker>, 'announce'>;
  readonly people: People;
  readonly pseudonyms: Pick<Pseudonyms, 'seenBy' | 'asKnownTo' | 'ownerOf'>;
  readonly challenges: Challenges;
  readonly ideas: Ideas;
  readonly ledger: Pick<Ledger, 'credits'>;
  readonly documents: Pick<Documents, 'late'>;
  readonly discussion: Discussion;
  readonly attachments: Pick<AttachmentsPort, 'record' | 'setHidden' | 'announce'>;
  readonly merges: Pick<Merges, 'pairs'>;
  readonly search: Pick<Search, 'alike'>;
  readonly notifications: Notifications;
}
export interface ModerationDeps extends ModerationSetup {
  readonly store: ModerationStore;
}

/** The challenge, to those who moderate it: to the others the queue is not there. */
export async function moderatedBy(
  deps: ModerationSetup,
  id: ChallengeId,
  by: Speaker,
): Promise<Result<ChallengeRecord, Failure<'not-found' | 'not-allowed'>>> {
  const challenge = await deps.challenges.record(id);
  if (challenge === null) return refuse('not-found', { what: 'challenge' });
  if (!mayModerate(by, id)) return refuse('not-allowed', { act: 'readModeration', why: 'not-a-moderator' });
  return { ok: true, value: challenge };
}

type Asked = Pick<IdeaRecord, 'id' | 'challenge' | 'originators'>;

/** Who declared a link with each of these ideas. */
export async function declaredOn(
  deps: Pick<ModerationDeps, 'store' | 'ideas'>,
  ideas: readonly Asked[],
): Promise<ReadonlyMap<IdeaId, readonly PersonId[]>> {
  const found = new Map<IdeaId, readonly PersonId[]>();
  for (const challenge of new Set(ideas.map((idea) => idea.challenge))) {
    const log = await deps.store.ofChallenge(challenge);
    const named = standing(log).flatMap(({ act, idea }) => (act === 'declareLink' ? [idea] : []));
    if (named.length === 0) continue;
    const here = ideas.filter((idea) => idea.challenge === challenge);
    const known = new Set(here.map(({ id }) => id));
    const others = await deps.ideas.byIds(named.filter((id) => !known.has(id)));
    for (const [id, people] of declaredLinks(log, [...here, ...others])) found.set(id, people);
  }
  return found;
}

/** Ideas with everybody who has a link with them. */
export async function withLinks(
  deps: ModerationDeps,
  ideas: readonly IdeaRecord[],
): Promise<ReadonlyMap<IdeaId, ModeratedIdea & IdeaRecord>> {
  const [credits, declared] = await Promise.all([
    deps.ledger.credits(ideas.map(({ id }) => id)),
    declaredOn(deps, ideas),
  ]);
  return new Map(
    ideas.map((idea) => [
      idea.id,
      {
        ...idea,
        rebounders: credits.get(idea.id)?.rebounders ?? [],
        declared: declared.get(idea.id) ?? [],
      },
    ]),
  );
}

/** Of the team, those who may decide about an idea. */
export async function withoutLink(deps: ModerationDeps, idea: IdeaRecord): Promise<readonly PersonId[]> {
  const linked = (await withLinks(deps, [idea])).get(idea.id);
  const team = await moderatorsOf(deps, idea.challenge);
  return linked === undefined
    ? team
    : team.filter((person) => !isLinked(deps.pseudonyms.asKnownTo(person, linked), person));
}

export async function moderatorsOf({ people }: ModerationSetup, challenge: ChallengeId): Promise<PersonId[]> {
  const [moderators, leads] = await Promise.all([
    people.holders('moderator', { challenge }),
    people.holders('moderator_lead', { challenge }),
  ]);
  return [...new Set([...leads, ...moderators])];
}

/** The queue changed: theirs alone who work at it. */
export async function announceQueue(deps: ModerationSetup, challenge: ChallengeId): Promise<void> {
  for (const person of await moderatorsOf(deps, challenge))
    deps.realtime.announce(moderationChanged, { challenge }, { room: personRoom(person) });
}

/** One word about an idea to each of these people. */
export const noticesAbout = (
  idea: Pick<IdeaRecord, 'title' | 'challenge'> & { readonly id: IdeaId },
  to: Iterable<PersonId>,
  word: {
    kind: Parameters<Notifications['tell']>[1][number]['kind'];
    reason: string;
    actor: PersonId | null;
  },
) =>
  [...new Set(to)].map((person) => ({
    to: person,
    challenge: idea.challenge,
    idea: idea.id,
    about: idea.title,
    ...word,
  }));
