/**
 * After a crash a record may say less than its text. Every open text is held against its record: a few at a time, straight
 * from their rows and let go of at once. Only one that differs is opened, as somebody would who writes in it.
 */
import { newDocument, readDocument } from '@butinerie/collaboration/document';
import type { IdeaId } from '@butinerie/contracts';
import type { Log } from '../platform/log.ts';
import { setImmediate as breath } from 'node:timers/promises';
import * as Y from 'yjs';

interface Text {
  readonly title: string;
  readonly text: string;
}
interface Read extends Text {
  readonly seq: number;
}
export interface CatchUp {
  readonly records: () => Promise<readonly (Text & { readonly id: IdeaId })[]>;
  /** What was written in each of these texts, in order. */
  readonly written: (ideas: readonly IdeaId[]) => Promise<ReadonlyMap<string, readonly Uint8Array[]>>;
  readonly open: (idea: IdeaId) => Promise<Read>;
  readonly follow: (idea: IdeaId, text: Read) => Promise<void>;
  readonly stopping: () => boolean;
}

/** Read in one question; between two texts other requests have their turn. */
const TOGETHER = 20;

const same = (one: Text, other: Text): boolean => one.title === other.title && one.text === other.text;

/** True once every record is known to follow. */
export async function catchUp({ records, written, open, follow, stopping }: CatchUp): Promise<boolean> {
  const all = await records();
  for (let from = 0; from < all.length; from += TOGETHER) {
    if (stopping()) return false;
    const some = all.slice(from, from + TOGETHER);
    const rows = await written(some.map(({ id }) => id));
    for (const record of some) {
      await breath();
      if (same(record, textOf(rows.get(record.id) ?? []))) continue;
      const text = await open(record.id);
      if (!same(record, text)) await follow(record.id, text);
    }
  }
  return true;
}

const AGAIN_MS = 5_000;

export interface CatchingUp {
  ask(): void;
  /** Whether every record follows, as far as is known. */
  whole(): boolean;
  /** Waits for what is under way. */
  stop(): Promise<void>;
}

/** One round after the other, each time somebody asks; one that failed comes again, since nobody else would ask for it. */
export function catchingUp(round: () => Promise<boolean>, log: Log): CatchingUp {
  let whole = true;
  let stopped = false;
  let turn: Promise<void> = Promise.resolve();
  let again: NodeJS.Timeout | undefined;
  async function once(): Promise<void> {
    // What was asked for behind a last round that found nothing is not known to follow.
    whole = false;
    if (stopped) return;
    try {
      whole = await round();
    } catch (error) {
      log.error({ err: error }, 'records do not follow their texts; trying again');
      clearTimeout(again);
      again = setTimeout(ask, AGAIN_MS).unref();
    }
  }
  function ask(): void {
    whole = false;
    turn = turn.then(once);
  }
  return {
    ask,
    whole: () => whole,
    async stop() {
      stopped = true;
      await turn;
      clearTimeout(again);
    },
  };
}

function textOf(rows: readonly Uint8Array[]): Text {
  const doc = newDocument();
  try {
    if (rows.length > 0) Y.applyUpdate(doc, Y.mergeUpdates([...rows]));
    return readDocument(doc);
  } finally {
    doc.destroy();
  }
}
