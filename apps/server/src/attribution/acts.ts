/** What other slices tell the ledger: acts that name a person, with their plain values. */
import type { Signer } from '@butinerie/attribution';
import type {
  ChallengeId,
  DirectorateId,
  DisputeId,
  IdeaId,
  PersonId,
  ReboundId,
} from '@butinerie/contracts';

/** What happened, with the plain values; the ledger writes commitments of them and keeps their openings apart. */
export type CreditAct =
  | { act: 'person.known'; person: PersonId; name: string; directorate: string | null }
  | { act: 'person.rectified'; person: PersonId; name: string; directorate: string | null }
  | {
      act: 'person.erased';
      person: PersonId;
      /** Herself, or the officer who refers to her signed request. */
      by: PersonId;
      reference: string | null;
    }
  | {
      /** A one-time person for one idea, bound to her in secret. */
      act: 'pseudonym.taken';
      idea: IdeaId;
      pseudonym: PersonId;
      person: PersonId;
      name: string;
      directorate: string | null;
      salt: string;
    }
  | { act: 'pseudonym.opened'; idea: IdeaId; pseudonym: PersonId; by: PersonId; salt: string }
  | {
      act: 'idea.proposed';
      idea: IdeaId;
      by: PersonId;
      title: string;
      text: string;
      directorate: DirectorateId | null;
      /** The directorate is committed to, not written: it would tell too much of who hides behind a pseudonym. */
      sealed?: true;
      /** Written for an author who was not there herself. */
      via?: 'import' | 'note';
    }
  | {
      act: 'rebound.made';
      idea: IdeaId;
      rebound: ReboundId;
      by: PersonId;
      text: string;
      /** Said under the note that the idea was. */
      via?: 'note';
    }
  | { act: 'rebound.taken'; idea: IdeaId; rebound: ReboundId; by: PersonId; person: PersonId }
  /** `text`: what she brought, in a line by who credits her. */
  | { act: 'contributor.credited'; idea: IdeaId; by: PersonId; person: PersonId; text: string }
  | { act: 'rebound.linked'; idea: IdeaId; on: readonly IdeaId[]; by: PersonId }
  | {
      act: 'merge.consented' | 'idea.merged' | 'idea.unmerged';
      idea: IdeaId;
      from: readonly IdeaId[];
      by: PersonId;
    }
  | { act: 'coauthor.invited'; idea: IdeaId; by: PersonId; person: PersonId }
  | { act: 'coauthor.consented' | 'coauthor.declined'; idea: IdeaId; person: PersonId }
  | {
      act: 'contribution.sealed';
      idea: IdeaId;
      title: string;
      text: string;
      /** RFC 6962 root of the document's update log: hex, or as leaves write it. */
      logRoot: string;
      logRows: number;
      /** Characters of the sealed text per person, never shown as a share: committed, opened to those named. */
      words: ReadonlyMap<PersonId, number>;
    }
  | {
      act: 'idea.selected';
      idea: IdeaId;
      by: PersonId;
      challenge: ChallengeId;
      /** Moderators unless said otherwise; they need the confirmation of somebody else. */
      mode?: 'moderators' | 'jury';
      second?: PersonId;
    }
  | {
      act: 'dispute.opened' | 'dispute.answered' | 'dispute.closed';
      dispute: DisputeId;
      idea: IdeaId;
      by: PersonId;
      text: string;
    }
  | { act: 'correction.consented'; idea: IdeaId; by: PersonId; person: PersonId }
  | {
      act: 'correction.added';
      idea: IdeaId;
      /** Who speaks for the panel; written by the server when the last consent comes. */
      by: PersonId;
      person: PersonId;
      why: string;
      panel: readonly PersonId[];
    }
  | {
      act: 'content.shredded';
      idea: IdeaId;
      by: PersonId;
      second: PersonId;
      motive: string;
      reference: string;
    }
  | { act: 'key.rotated'; by: PersonId; second: PersonId; old: Signer; next: Signer }
  | {
      act: 'key.lost';
      by: PersonId;
      second: PersonId;
      old: string;
      next: Signer;
      /** The last state that the lost key signed. */
      size: number;
      root: Uint8Array;
    }
  | { act: 'idea.adopted'; idea: IdeaId; by: PersonId; directorate: DirectorateId }
  | { act: 'carrier.offered'; idea: IdeaId; by: PersonId; person: PersonId }
  | { act: 'carrier.accepted' | 'carrier.declined' | 'carrier.named'; idea: IdeaId; person: PersonId };

export type Act<Kind extends CreditAct['act']> = Extract<CreditAct, { act: Kind }>;
