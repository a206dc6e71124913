/**
 * Answers for lmdb: one file, one sorted key space, plain full-sync commits. Work queued while a commit is being synced
 * shares the next one: that is the group commit. lmdb's overlapping sync is off, so that an acknowledgement rests on
 * LMDB's own durability rule and a reader never sees what is not yet on disk.
 */
import { open } from 'lmdb';
import type { RangeOptions, RootDatabase } from 'lmdb';
import { encodeDoc } from '../bson/encode.ts';
import { decodeDoc } from '../bson/decode.ts';
import { doc, int, isNumber } from '../bson/value.ts';
import { toNumber } from '../bson/numbers.ts';
import { CommandFailure } from '../failure.ts';
import { FORMAT_KEY } from './keys.ts';
import type { Base, Entry, Range } from './view.ts';

const FORMAT = 1;

export class NewerFormat extends Error {
  override name = 'NewerFormat';
}

export interface Snapshot extends Base {
  release(): void;
}

const toBytes = (key: string): Buffer => Buffer.from(key, 'latin1');
const toKey = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

function entries(db: RootDatabase<Uint8Array, Uint8Array>, options: RangeOptions): Entry[] {
  const found: Entry[] = [];
  for (const { key, value } of db.getRange(options)) found.push([toKey(key), Buffer.from(value)]);
  return found;
}

/** lmdb's reverse ranges start at the upper end and include it; ours never include it. */
function rangeOptions(range: Range, limit: number): RangeOptions {
  return range.reverse
    ? {
        start: toBytes(range.to),
        end: toBytes(range.from),
        reverse: true,
        exclusiveStart: true,
        inclusiveEnd: true,
        limit,
      }
    : { start: toBytes(range.from), end: toBytes(range.to), limit };
}

/** lmdb hides why a commit failed in a promise of its own. */
async function causeOf(error: unknown): Promise<unknown> {
  if (!(error instanceof Error) || !('commitError' in error)) return error;
  try {
    await error.commitError;
    return error;
  } catch (cause) {
    return cause;
  }
}

/** EFBIG, ENOSPC, EDQUOT, and LMDB's own word for a map that cannot grow. */
const NO_ROOM: ReadonlySet<unknown> = new Set([27, 28, 122, -30792]);

/** A disk without room refuses the command as MongoDB would; any other fault of the disk is a bug to be seen. */
function refusalOf(error: unknown): unknown {
  return error instanceof Error &&
    !(error instanceof CommandFailure) &&
    'code' in error &&
    NO_ROOM.has(error.code)
    ? new CommandFailure(14031, 'The disk has no room for this write; nothing of it was kept.')
    : error;
}

export class Disk implements Base {
  private readonly db: RootDatabase<Uint8Array, Uint8Array>;
  private readonly firstCommit: number;

  constructor(path: string, sync: 'full' | 'none') {
    this.db = open<Uint8Array, Uint8Array>({
      path,
      noSubdir: true,
      keyEncoding: 'binary',
      encoding: 'binary',
      cache: false,
      overlappingSync: false,
      // Its batches make a promise nobody holds, which would end the process when a commit fails.
      eventTurnBatching: false,
      noSync: sync === 'none',
      maxReaders: 1000,
    });
    // A killed process leaves its readers behind, and what they could still see could never be reused.
    this.db.readerCheck();
    this.firstCommit = this.lastCommit();
    this.checkFormat();
  }

  /** LMDB numbers its commits in the meta page that makes them durable. */
  private lastCommit(): number {
    const stats: unknown = this.db.getStats();
    if (typeof stats !== 'object' || stats === null || !('lastTxnId' in stats)) return 0;
    return Number(stats.lastTxnId);
  }

  /** Commits since it was opened, each of them synced before it was acknowledged unless syncing is off. */
  get syncs(): number {
    return this.lastCommit() - this.firstCommit;
  }

  private checkFormat(): void {
    const found = this.get(FORMAT_KEY);
    if (found === undefined) {
      this.db.putSync(toBytes(FORMAT_KEY), encodeDoc(doc({ version: int(FORMAT) })));
      return;
    }
    const version = decodeDoc(found).get('version');
    if (!isNumber(version) || toNumber(version) > FORMAT)
      throw new NewerFormat(
        `the data was written by a newer format than ${FORMAT}; this version cannot open it`,
      );
  }

  get(key: string): Uint8Array | undefined {
    return this.db.get(toBytes(key));
  }

  scan(range: Range, limit: number): Entry[] {
    return entries(this.db, rangeOptions(range, limit));
  }

  /** A fixed state of the committed data, kept by lmdb until released. */
  snapshot(): Snapshot {
    this.db.resetReadTxn();
    const transaction = this.db.useReadTransaction();
    const { db } = this;
    return {
      get: (key) => db.get(toBytes(key), { transaction }),
      scan: (range, limit) => entries(db, { ...rangeOptions(range, limit), transaction }),
      release: () => transaction.done(),
    };
  }

  /**
   * Runs `work` inside a write transaction; resolves once that transaction is durable. Several pieces of work may share
   * one, so what each applies is nested: when the disk refuses half of it, the other half goes too.
   */
  async write<T>(work: () => T): Promise<T> {
    try {
      return await this.db.transaction(work);
    } catch (error) {
      throw refusalOf(await causeOf(error));
    }
  }

  apply(writes: Iterable<[string, Uint8Array | null]>): void {
    try {
      void this.db.childTransaction(() => {
        this.put(writes);
      });
    } catch (error) {
      throw refusalOf(error);
    }
  }

  private put(writes: Iterable<[string, Uint8Array | null]>): void {
    for (const [key, value] of writes) {
      if (value) this.db.putSync(toBytes(key), value);
      else this.db.removeSync(toBytes(key));
    }
  }

  async close(): Promise<void> {
    await this.db.close();
  }
}
