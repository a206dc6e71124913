/** The ledger's storage: acts that name a person become leaves in the transaction of the act itself. */
import type { ChallengeId, DirectorateId, IdeaId, PersonId, ReboundId } from '@butinerie/contracts';
import type { Transaction } from '../platform/mongo.ts';

/** What happened, with the plain values; the ledger writes commitments of them and keeps their openings apart. */
export type CreditAct =
  | { act: 'person.known'; person: PersonId; name: string; directorate: string | null }
  | {
      act: 'idea.proposed';
      idea: IdeaId;
      by: PersonId;
      title: string;
      text: string;
      directorate: DirectorateId | null;
    }
  | { act: 'rebound.made'; idea: IdeaId; rebound: ReboundId; by: PersonId; text: string }
  | { act: 'rebound.taken'; idea: IdeaId; rebound: ReboundId; by: PersonId; person: PersonId }
  | { act: 'rebound.linked'; idea: IdeaId; on: readonly IdeaId[]; by: PersonId }
  | { act: 'coauthor.invited'; idea: IdeaId; by: PersonId; person: PersonId }
  | { act: 'coauthor.consented' | 'coauthor.declined'; idea: IdeaId; person: PersonId }
  | {
      act: 'contribution.sealed';
      idea: IdeaId;
      title: string;
      text: string;
      /** RFC 6962 root of the document's update log, hex. */
      logRoot: string;
      logRows: number;
      /** Characters of the sealed text per person, never shown as a share: committed, opened to those named. */
      words: ReadonlyMap<PersonId, number>;
    }
  | { act: 'idea.selected'; idea: IdeaId; by: PersonId; challenge: ChallengeId }
  | { act: 'idea.adopted'; idea: IdeaId; by: PersonId; directorate: DirectorateId }
  | { act: 'carrier.offered'; idea: IdeaId; by: PersonId; person: PersonId }
  | { act: 'carrier.accepted' | 'carrier.declined' | 'carrier.named'; idea: IdeaId; person: PersonId };

/** The fold of the ledger for one idea. Originators in order, the first one fixed for good. */
export interface CreditLine {
  readonly originators: readonly PersonId[];
  readonly coauthors: readonly PersonId[];
  readonly rebounders: readonly PersonId[];
  readonly carrier: PersonId | null;
  readonly parents: readonly IdeaId[];
}

export interface Ledger {
  /** Appends in the caller's transaction; the callback of the transaction may be retried. Returns the first n. */
  record(tx: Transaction, acts: readonly CreditAct[]): Promise<number>;
  /** Credits as committed so far; an idea without leaf has empty lists. */
  credits(ideas: Iterable<IdeaId>): Promise<Map<IdeaId, CreditLine>>;
}
