/** What the use cases of this slice are handed by the composition root. */
import type { ChallengeId, Failure, Particulars, PersonId, Phase, Result } from '@butinerie/contracts';
import { refuse } from '@butinerie/contracts';
import { mayModerate, mayReadIdea, type AskedInChallenge, type IdeaFacts } from '@butinerie/domain';
import type { People, Speaker } from '../accounts/index.ts';
import type { Adoptions } from '../adoption/index.ts';
import type { Deliveries } from '../delivery/index.ts';
import type { AttachmentsPort } from '../attachments/index.ts';
import type { Ledger } from '../attribution/index.ts';
import type { ChallengeRecord, Challenges } from '../challenges/index.ts';
import type { Contributions } from '../contributions/index.ts';
import type { Documents } from '../co-editing/index.ts';
import type { Moderation } from '../moderation/index.ts';
import type { Notifications, NoticeToTell } from '../notifications/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/mongo.ts';
import type { WakeUps } from '../platform/servers/wake-ups.ts';
import type { Pseudonyms } from '../pseudonyms/index.ts';
import type { Rebounds } from '../rebounds/index.ts';
import type { Search } from '../search/index.ts';
import type { IdeaStore } from './ideas.store.ts';
import type { IdeaRecord, Ideas } from './index.ts';

export interface IdeaDeps {
  readonly database: Database;
  readonly wakeUps: WakeUps;
  readonly clock: Clock;
  readonly store: IdeaStore;
  readonly ideas: Ideas;
  readonly challenges: Challenges;
  readonly ledger: Ledger;
  readonly documents: Documents;
  readonly people: People;
  readonly pseudonyms: Pseudonyms;
  readonly notifications: Notifications;
  readonly rebounds: Rebounds;
  readonly attachments: Pick<AttachmentsPort, 'moveTo'>;
  readonly contributions: Pick<Contributions, 'ofIdea'>;
  readonly adoptions: Adoptions;
  readonly deliveries: Deliveries;
  readonly search: Search;
  /** Of these challenges, those the speaker may come into. */
  readonly within: (speaker: Speaker, challenges: Iterable<ChallengeId>) => Promise<ReadonlySet<ChallengeId>>;
  readonly moderation: Moderation;
}

export interface Loaded {
  readonly idea: IdeaRecord;
  readonly challenge: ChallengeRecord;
  readonly phase: Phase;
  readonly asked: AskedInChallenge;
}

export function factsOf(idea: IdeaRecord): IdeaFacts {
  return { id: idea.id, state: idea.state, originators: idea.originators, coauthors: idea.coauthors };
}

export const particularsOf = ({ theme, answers }: IdeaRecord): Particulars => ({
  theme,
  answers: [...answers],
});

export async function askedIn(
  deps: Pick<IdeaDeps, 'challenges' | 'clock'>,
  id: ChallengeId,
  by: Speaker,
): Promise<
  Result<{ challenge: ChallengeRecord; phase: Phase; asked: AskedInChallenge }, Failure<'not-found'>>
> {
  const challenge = await deps.challenges.record(id);
  if (challenge === null) return refuse('not-found', { what: 'challenge' });
  const phase = deps.challenges.phase(challenge);
  return {
    ok: true,
    value: {
      challenge,
      phase,
      asked: { by, challenge: id, phase: deps.challenges.standing(challenge), now: deps.clock.now() },
    },
  };
}

export async function loadIdea(
  deps: Pick<IdeaDeps, 'store' | 'challenges' | 'clock'>,
  id: IdeaRecord['id'],
  by: Speaker,
): Promise<Result<Loaded, Failure<'not-found'>>> {
  const idea = await deps.store.record(id);
  // Somebody else's draft is not told from an idea that does not exist.
  if (idea === null || !mayReadIdea(idea, by.person, mayModerate(by, idea.challenge)))
    return refuse('not-found', { what: 'idea' });
  const asked = await askedIn(deps, idea.challenge, by);
  return asked.ok ? { ok: true, value: { idea, ...asked.value } } : asked;
}

/** Notices about an idea, one for each person. */
export function noticesAbout(
  idea: Pick<IdeaRecord, 'id' | 'challenge' | 'title'>,
  kind: NoticeToTell['kind'],
  to: Iterable<PersonId>,
  actor: PersonId | null,
): NoticeToTell[] {
  const about = idea.title;
  return [...new Set(to)].map((person) => ({
    to: person,
    kind,
    challenge: idea.challenge,
    idea: idea.id,
    about,
    actor,
  }));
}
