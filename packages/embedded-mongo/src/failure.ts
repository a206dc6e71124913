/**
 * Answers for what a client is told when a command is refused: MongoDB's own number, name and labels.
 * The whole engine refuses by throwing this one class, and only the dispatcher turns it into a reply, because a
 * refusal deep inside a matcher or an updater must undo the command around it.
 */
import type { Value } from './bson/value.ts';

const NAMES: Record<number, string> = {
  1: 'InternalError',
  2: 'BadValue',
  9: 'FailedToParse',
  13: 'Unauthorized',
  14: 'TypeMismatch',
  15: 'Overflow',
  16: 'InvalidLength',
  18: 'AuthenticationFailed',
  20: 'IllegalOperation',
  22: 'InvalidBSON',
  26: 'NamespaceNotFound',
  27: 'IndexNotFound',
  28: 'PathNotViable',
  40: 'ConflictingUpdateOperators',
  43: 'CursorNotFound',
  48: 'NamespaceExists',
  50: 'MaxTimeMSExpired',
  52: 'DollarPrefixedFieldName',
  54: 'NotSingleValueField',
  56: 'EmptyFieldName',
  59: 'CommandNotFound',
  66: 'ImmutableField',
  67: 'CannotCreateIndex',
  72: 'InvalidOptions',
  73: 'InvalidNamespace',
  79: 'UnknownReplWriteConcern',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  100: 'UnsatisfiableWriteConcern',
  112: 'WriteConflict',
  115: 'CommandNotSupported',
  125: 'CommandFailed',
  171: 'CannotIndexParallelArrays',
  197: 'InvalidIndexSpecificationOption',
  225: 'TransactionTooOld',
  251: 'NoSuchTransaction',
  256: 'TransactionCommitted',
  263: 'OperationNotSupportedInTransaction',
  290: 'TransactionExceededLifetimeLimitSeconds',
  6: 'HostUnreachable',
  7: 'HostNotFound',
  64: 'WriteConcernFailed',
  89: 'NetworkTimeout',
  91: 'ShutdownInProgress',
  117: 'ConflictingOperationInProgress',
  134: 'ReadConcernMajorityNotAvailableYet',
  189: 'PrimarySteppedDown',
  239: 'SnapshotTooOld',
  246: 'SnapshotUnavailable',
  262: 'ExceededTimeLimit',
  9001: 'SocketException',
  10107: 'NotWritablePrimary',
  10334: 'BSONObjectTooLarge',
  11000: 'DuplicateKey',
  11600: 'InterruptedAtShutdown',
  11601: 'Interrupted',
  11602: 'InterruptedDueToReplStateChange',
  13435: 'NotPrimaryNoSecondaryOk',
  13436: 'NotPrimaryOrSecondary',
  14031: 'OutOfDiskSpace',
  31082: 'SearchNotEnabled',
};

export function codeName(code: number): string {
  return NAMES[code] ?? `Location${code}`;
}

export class CommandFailure extends Error {
  readonly code: number;
  /** The labels to answer with, where a fail point dictates them; else they follow from the code. */
  readonly labels: string[] | undefined;
  /** Further members of the reply or of the write error, such as keyPattern and keyValue. */
  readonly facts: [string, Value][];

  constructor(code: number, message: string, facts: [string, Value][] = [], labels?: string[]) {
    super(message);
    this.name = 'CommandFailure';
    this.code = code;
    this.labels = labels;
    this.facts = facts;
  }
}

export function fail(code: number, message: string): never {
  throw new CommandFailure(code, message);
}

export function writeConflict(): never {
  fail(
    112,
    'Caused by :: Write conflict during plan execution and yielding is disabled. :: Please retry your operation or multi-document transaction.',
  );
}

export function noSearch(): never {
  fail(
    31082,
    'Using Atlas Search Database Commands and the $listSearchIndexes aggregation stage requires additional configuration. Please connect to Atlas or an AtlasCLI local deployment to enable.',
  );
}
