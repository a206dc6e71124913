/** The server's side of a shared text: its door. No HTTP, no sockets, no database: those come as ports. */

export type { Outcome } from '../outcome.ts';
export type { GroupCommit } from './group-commit.ts';
export { createGroupCommit } from './group-commit.ts';
export type { Admitted, Guard, GuardCode, GuardFailure, GuardSettings, Sender } from './guard.ts';
export { createGuard } from './guard.ts';
export type {
  DocumentListener,
  DocumentNews,
  DocumentPorts,
  JoinAnswer,
  JoinRequest,
  Origin,
  Receipt,
  SealedDocument,
  UpdateCode,
  UpdateFailure,
} from './document-terms.ts';
export type { LiveDocument } from './live-document.ts';
export type { LiveDocuments, LiveDocumentsPorts } from './live-documents.ts';
export { createLiveDocuments } from './live-documents.ts';
export type { Clock, Leases, LogRow, Snapshot, Snapshots, TurnPorts, UpdateLog, Via } from './ports.ts';
export { SeqTaken } from './ports.ts';
export type { FarPeople, FarPresence } from './far-presence.ts';
export { createFarPresence } from './far-presence.ts';
export type { Identity, Presence } from './presence.ts';
export { createPresence } from './presence.ts';
export type { PresenceFailure } from './presence-bytes.ts';
export { joinCarets } from './presence-bytes.ts';
export type { AuthoredSpan, Deletion, ReplayedAuthors } from './replay-authors.ts';
export { replayAuthors, replayAuthorsInSlices } from './replay-authors.ts';
export type { Provenance, Removal } from '../provenance/provenance.ts';
export { provenanceOf } from '../provenance/provenance.ts';
export type { OtherText, SharedRun } from '../provenance/shared-runs.ts';
export { sharedRuns } from '../provenance/shared-runs.ts';
export type { QuotationIndex } from '../provenance/shared-runs-index.ts';
export { indexQuotations } from '../provenance/shared-runs-index.ts';
export { agreesWithLog, reloadOf } from './replay-log.ts';
