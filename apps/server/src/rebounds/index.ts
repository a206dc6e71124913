/** What one adds to another's idea. What other slices may ask of it. */
import type { IdeaId, PersonId, ReboundId } from '@butinerie/contracts';
import type { Transaction } from '../platform/mongo.ts';

export interface ReboundRecord {
  readonly id: ReboundId;
  readonly idea: IdeaId;
  readonly person: PersonId;
  readonly text: string;
  readonly at: Date;
  readonly answer: 'open' | 'taken' | 'declined';
  readonly answeredAt: Date | null;
  readonly grownInto: IdeaId | null;
}

export interface Rebounds {
  ofIdea(idea: IdeaId): Promise<ReboundRecord[]>;
  byPerson(person: PersonId): Promise<ReboundRecord[]>;
  counts(ideas: readonly IdeaId[]): Promise<Map<IdeaId, number>>;
  record(id: ReboundId, tx?: Transaction): Promise<ReboundRecord | null>;
  markGrown(tx: Transaction, id: ReboundId, into: IdeaId): Promise<void>;
}
