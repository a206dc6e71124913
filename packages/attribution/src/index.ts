/** The door of the ledger's package: events, credit, tree, checkpoints, receipts and their verification. */
export type { Outcome, Refused } from './outcome.ts';
export { fromBase64, toBase64 } from './bytes.ts';
export {
  eventKinds,
  readEvent,
  type EventKind,
  type EventOf,
  type LedgerEvent,
  type ReadEvent,
  type UnknownEvent,
} from './events.ts';
export { encodeLeaf, parseLeaf, readSignedLeaf, toJcs, type LeafFailure } from './canonical.ts';
export {
  commit,
  commitDirectorate,
  commitIdentity,
  commitPerson,
  commitText,
  commitWords,
  digestOf,
  digestText,
  identity,
  opensCommitment,
  textDigestOf,
  type Committed,
  type Identity,
  type Opening,
  type TextDigest,
  type WordsByPerson,
} from './commitment.ts';
export { creditLine, currentCarrier, sealedCredits, type IdeaCredits } from './credits.ts';
export { CreditsFold, foldCredits, type FoldRefusal } from './fold.ts';
export type { CreditRefusal } from './rule.ts';
export { hashLeaf, hashNode } from './merkle-hash.ts';
export { logRootOf, type LoggedRow } from './log-root.ts';
export { merkleRoot, MerkleTree } from './merkle-tree.ts';
export { verifyConsistency, verifyInclusion, type Consistency, type Inclusion } from './merkle-proof.ts';
export {
  formatVerifierKey,
  parseVerifierKey,
  signerFromSeed,
  type Signer,
  type VerifierKey,
} from './verifier-key.ts';
export { signNote, verifyNote, type NoteFailure, type VerifiedNote } from './note.ts';
export {
  checkExtension,
  originOf,
  signCheckpoint,
  verifyCheckpoint,
  type Checkpoint,
  type CheckpointFailure,
  type ExtensionFailure,
  type HeadFailure,
  type Trust,
  type TrustedKey,
  type VerifiedCheckpoint,
} from './checkpoint.ts';
export {
  followsFrom,
  formatKeys,
  isKeyChange,
  keyChangesIn,
  keyChangeStatement,
  keyRing,
  lastSizeOf,
  type BroughtKey,
  type KeyChange,
  type KeyRing,
} from './key-changes.ts';
export { keyEn, keyFr, sayKeyChange, type KeyWords } from './key-words.ts';
export { formatTlogProof, parseTlogProof, type TlogProof } from './tlog-proof.ts';
export { buildReceipt, type ReceiptToBuild } from './build-receipt.ts';
export type { OpenedIdentity } from './receipt-openings.ts';
export type { CommittedField, Receipt } from './receipt-text.ts';
export {
  verifyReceipt,
  type Check,
  type CheckName,
  type ReceiptFacts,
  type ReceiptTrust,
  type ReceiptVerdict,
} from './verify-receipt.ts';
export {
  verifyLedger,
  type LedgerFinding,
  type LedgerReport,
  type LedgerToVerify,
  type StoredRow,
} from './verify-ledger.ts';
export { formatExtension, type ExtensionFile } from './extension-text.ts';
export { receiptIn, wholeFile } from './in-a-mail.ts';
export { judgeReceipt, type Brought, type Judgement, type Standing } from './judge-receipt.ts';
export {
  CHECK_REASONS,
  checksEn,
  checksFr,
  sayCheck,
  type CheckReason,
  type CheckWords,
  type SaidCheck,
  type SimpleCheck,
} from './verdict-words.ts';
export { receiptEn, receiptFr, type ReceiptWords } from './receipt-words.ts';
