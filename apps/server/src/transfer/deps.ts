/** What the use cases of this slice are handed by the composition root. */
import type { People } from '../accounts/index.ts';
import type { AttachmentsPort, FilesPort } from '../attachments/index.ts';
import type { Ledger } from '../attribution/index.ts';
import type { Challenges } from '../challenges/index.ts';
import type { Documents } from '../co-editing/index.ts';
import type { Deliveries } from '../delivery/index.ts';
import type { ImpactReviews } from '../impact/index.ts';
import type { Ideas } from '../ideas/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/mongo.ts';

export interface TransferDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly people: People;
  readonly challenges: Challenges;
  readonly ideas: Ideas;
  readonly documents: Documents;
  readonly deliveries: Pick<Deliveries, 'told'>;
  readonly impact: Pick<ImpactReviews, 'told'>;
  readonly ledger: Ledger;
  readonly attachments: Pick<AttachmentsPort, 'shownOf'>;
  readonly files: Pick<FilesPort, 'nameOf' | 'keep' | 'read'>;
}
