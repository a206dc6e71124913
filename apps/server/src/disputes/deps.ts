/** What the use cases of this slice are handed; the dispute with its idea, as the speaker may see them. */
import type { Dispute, DisputeId, Failure, IdeaId, PersonId, Result } from '@butinerie/contracts';
import { refuse } from '@butinerie/contracts';
import {
  actsOnDispute,
  checkPhase,
  mayModerate,
  mayReadIdea,
  type DisputedIdea,
  type DisputeFacts,
  type Standing,
} from '@butinerie/domain';
import type { People, Speaker } from '../accounts/index.ts';
import type { Challenges } from '../challenges/index.ts';
import type { Ledger } from '../attribution/index.ts';
import type { IdeaRecord, Ideas } from '../ideas/index.ts';
import type { Moderation } from '../moderation/index.ts';
import type { Notifications, NoticeToTell } from '../notifications/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Transaction } from '../platform/mongo.ts';
import type { Pseudonyms } from '../pseudonyms/index.ts';
import type { DisputeRecord, DisputesStore } from './disputes.store.ts';

export interface DisputesSetup {
  readonly database: Database;
  readonly clock: Clock;
  readonly people: Pick<People, 'refs' | 'all' | 'holders'>;
  readonly ideas: Pick<Ideas, 'record' | 'amend' | 'announce'>;
  readonly challenges: Pick<Challenges, 'record' | 'standing'>;
  readonly ledger: Ledger;
  readonly pseudonyms: Pick<Pseudonyms, 'ownerOf' | 'selvesOf' | 'seenBy' | 'alsoIn' | 'caughtUp'>;
  /** Who declared a link with each of these ideas. */
  readonly declared: Moderation['declared'];
  readonly notifications: Pick<Notifications, 'tell' | 'announce'>;
}
export interface DisputesDeps extends DisputesSetup {
  readonly store: DisputesStore;
}

export type Disputed = IdeaRecord & DisputedIdea;

/** The idea with everybody named for it; a draft has no names that others could miss. */
export async function disputedIdea(
  deps: DisputesDeps,
  id: IdeaId,
  { by, tx }: { by: Speaker; tx?: Transaction },
): Promise<Result<Disputed, Failure<'not-found'>>> {
  const idea = await deps.ideas.record(id, tx);
  const readable =
    idea !== null &&
    idea.publishedAt !== null &&
    mayReadIdea(idea, by.person, mayModerate(by, idea.challenge));
  if (!readable) return refuse('not-found', { what: 'idea' });
  const { rebounders = [] } = (await deps.ledger.credits([id])).get(id) ?? {};
  const declared = (await deps.declared([idea])).get(id) ?? [];
  return { ok: true, value: { ...idea, rebounders, declared } };
}

/** Whether a question about its names may be begun as its challenge stands: later, by those who moderate it alone. */
export async function openToDisputes(
  { challenges }: DisputesDeps,
  idea: Disputed,
  { by, tx }: { by: Speaker; tx?: Transaction },
): Promise<Result<Standing, Failure<'challenge-phase' | 'not-found'>>> {
  const challenge = await challenges.record(idea.challenge, tx);
  if (challenge === null) return refuse('not-found', { what: 'challenge' });
  const asOne = mayModerate(by, idea.challenge) ? 'moderators' : undefined;
  return checkPhase(challenges.standing(challenge), 'disputeCredit', asOne);
}

export async function loadDispute(
  deps: DisputesDeps,
  { id, of }: { id: DisputeId; of: IdeaId },
  from: { by: Speaker; tx?: Transaction },
): Promise<Result<{ record: DisputeRecord; idea: Disputed }, Failure<'not-found'>>> {
  const record = await deps.store.record(id, from.tx);
  if (record === null || record.idea !== of) return refuse('not-found', { what: 'dispute' });
  const idea = await disputedIdea(deps, record.idea, from);
  return idea.ok ? { ok: true, value: { record, idea: idea.value } } : idea;
}

export function factsOf({ opened, closed, correction }: DisputeRecord): DisputeFacts {
  return {
    openedBy: opened.by,
    closed: closed !== null,
    correction: correction && { ...correction, added: correction.addedAt !== null },
  };
}

/**
 * As whom she agrees. An idea that was merged may have several names of hers, her own and her pseudonyms': she agrees once
 * for each, one act at a time, since two names that agree in the same act are one person to everybody who reads it.
 */
export function consenting(
  deps: DisputesDeps,
  { record, idea }: { record: DisputeRecord; idea: Disputed },
  by: Speaker,
): Speaker {
  const consented = record.correction?.consented ?? [];
  const hers = deps.pseudonyms.selvesOf(deps.pseudonyms.ownerOf(by.person));
  const awaited = [by.person, ...hers].find(
    (person) => idea.originators.includes(person) && !consented.includes(person),
  );
  return awaited === undefined ? by : { ...by, person: awaited };
}

/** Everybody who is to hear of it. */
export async function concerned(
  deps: DisputesDeps,
  idea: Disputed,
  record: DisputeRecord,
): Promise<PersonId[]> {
  const moderators = [
    ...(await deps.people.holders('moderator', { challenge: idea.challenge })),
    ...(await deps.people.holders('moderator_lead', { challenge: idea.challenge })),
  ];
  const added = record.correction?.addedAt ? [record.correction.add] : [];
  return [...new Set([record.opened.by, ...idea.originators, ...idea.coauthors, ...moderators, ...added])];
}

export function noticesOf(
  people: readonly PersonId[],
  kind: NoticeToTell['kind'],
  { idea, actor, reason }: { idea: Disputed; actor: PersonId; reason: string },
): NoticeToTell[] {
  return people.map((to) => ({
    to,
    kind,
    challenge: idea.challenge,
    idea: idea.id,
    about: idea.title,
    actor,
    reason,
  }));
}

export async function shown(
  deps: DisputesDeps,
  records: readonly DisputeRecord[],
  { idea, by }: { idea: Disputed; by: Speaker },
): Promise<Dispute[]> {
  const named = records.flatMap(({ opened, answers, correction, closed }) => [
    opened.by,
    ...answers.map((answer) => answer.by),
    ...(closed === null ? [] : [closed.by]),
    ...(correction === null
      ? []
      : [correction.add, correction.by, correction.second, correction.refusedBy, ...correction.consented]),
  ]);
  const refs = await deps.people.refs([
    ...idea.originators,
    ...named.flatMap((person) => (person === null ? [] : [person])),
  ]);
  const ref = (person: PersonId) => refs.get(person) ?? { id: person, name: '', directorate: null };
  const some = (person: PersonId | null) => (person === null ? null : ref(person));
  const said = ({ by: who, at, text }: { by: PersonId; at: Date; text: string }) => ({
    by: ref(who),
    at: at.toISOString(),
    text,
  });
  return records
    .toSorted((one, other) => other.opened.at.getTime() - one.opened.at.getTime())
    .map((record) => {
      const { id, opened, answers, correction, closed } = record;
      const awaited = idea.originators.filter((person) => !correction?.consented.includes(person));
      return {
        id,
        idea: idea.id,
        openedBy: ref(opened.by),
        openedAt: opened.at.toISOString(),
        text: opened.text,
        answers: answers.map(said),
        correction: correction && {
          add: ref(correction.add),
          why: correction.why,
          by: ref(correction.by),
          second: some(correction.second),
          consented: correction.consented.map(ref),
          awaited: correction.addedAt === null ? awaited.map(ref) : [],
          refusedBy: some(correction.refusedBy),
          addedAt: correction.addedAt?.toISOString() ?? null,
        },
        closed: closed && said(closed),
        acts: actsOnDispute(factsOf(record), idea, {
          by,
          consenting: consenting(deps, { record, idea }, by),
        }),
      };
    });
}
