/** What the use cases of this slice are handed by the composition root. */
import type { ChallengeId } from '@butinerie/contracts';
import { isComparable, type ComparedIdea } from '@butinerie/domain';
import type { People, Speaker } from '../accounts/index.ts';
import type { Ledger } from '../attribution/index.ts';
import type { Challenges } from '../challenges/index.ts';
import type { IdeaRecord, Ideas } from '../ideas/index.ts';
import type { Lineage } from '../lineage/index.ts';
import type { Notifications } from '../notifications/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/mongo.ts';
import type { QuotationStore } from './quotations.store.ts';

export interface QuotationSetup {
  readonly database: Database;
  readonly clock: Clock;
  readonly challenges: Pick<Challenges, 'record' | 'standing'>;
  readonly ideas: Pick<Ideas, 'record' | 'byIds' | 'ofChallenge' | 'listed' | 'announce' | 'onSealed'>;
  readonly ledger: Pick<Ledger, 'record'>;
  readonly lineage: Pick<Lineage, 'relatives'>;
  readonly notifications: Pick<Notifications, 'tell' | 'announce'>;
  readonly people: Pick<People, 'refs'>;
}
export interface QuotationDeps extends QuotationSetup {
  readonly store: QuotationStore;
}
export interface ServedDeps extends QuotationDeps {
  /** Of these challenges, those the speaker may come into. */
  readonly within: (speaker: Speaker, challenges: Iterable<ChallengeId>) => Promise<ReadonlySet<ChallengeId>>;
}

/** Its sealed text; nothing where there is no seal, or where the text was destroyed. */
export const sealedText = ({ seal, shredded }: IdeaRecord): string | null =>
  seal === null || shredded ? null : seal.text;

export function comparedOf(idea: IdeaRecord): ComparedIdea {
  const { id, challenge, state, publishedAt, originators } = idea;
  return { id, challenge, state, publishedAt, originators, sealed: sealedText(idea) !== null };
}

/** Whether a passage of the one can be read in both, now. */
export const standsInBoth = (idea: IdeaRecord, source: IdeaRecord): boolean =>
  isComparable(comparedOf(idea)) && isComparable(comparedOf(source));
