/**
 * Answers for retryable writes: what each statement of a session's last one did, kept in the same commit as the write
 * itself, so that a retry, even after a crash, gets the first answer instead of a second write.
 */
import { decodeDoc } from '../bson/decode.ts';
import { encodeDoc } from '../bson/encode.ts';
import { toNumber } from '../bson/numbers.ts';
import { doc, int, isDoc, isNumber } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import { sessionKey } from '../store/keys.ts';
import type { View } from '../store/view.ts';

export interface Kept {
  number: bigint;
  /** A transaction of that number was committed. */
  committed: boolean;
  /** What statements of a retryable write did: `id`, and the members of their results. */
  statements: Doc[];
}

export function readKept(view: View, session: string): Kept | undefined {
  const bytes = view.get(sessionKey(session));
  if (!bytes) return undefined;
  const found = decodeDoc(bytes);
  const number = found.get('number');
  const statements = found.get('statements');
  if (typeof number !== 'bigint') return undefined;
  return {
    number,
    committed: found.get('committed') === true,
    statements: Array.isArray(statements) ? statements.filter(isDoc) : [],
  };
}

export function keep(view: View, session: string, kept: Kept, at: Date): void {
  const { number, committed, statements } = kept;
  view.put(sessionKey(session), encodeDoc(doc({ number, committed, statements, at })));
}

/** The statements of one command, each done once however often the command is sent. */
export interface Statements {
  once(position: number, run: () => Doc): Doc;
  /** What to add to the reply. */
  told(): Doc;
}

export const UNCOUNTED: Statements = { once: (_position, run) => run(), told: () => new Map() };

function idsOf(body: Doc): (position: number) => number {
  const each = body.get('stmtIds');
  const first = body.get('stmtId');
  const number = (value: Value | undefined, otherwise: number): number =>
    isNumber(value) ? toNumber(value) : otherwise;
  return (position) => number(Array.isArray(each) ? each[position] : undefined, number(first, 0) + position);
}

export class RetryableStatements implements Statements {
  private readonly idOf: (position: number) => number;
  private readonly known = new Map<number, Doc>();
  private readonly retried: number[] = [];
  private readonly beforeEach: () => void;

  constructor(body: Doc, kept: Doc[], beforeEach: () => void) {
    this.idOf = idsOf(body);
    this.beforeEach = beforeEach;
    for (const one of kept) {
      const id = one.get('id');
      if (isNumber(id)) this.known.set(toNumber(id), one);
    }
  }

  once(position: number, run: () => Doc): Doc {
    const id = this.idOf(position);
    const before = this.known.get(id);
    if (before) {
      this.retried.push(id);
      return before;
    }
    this.beforeEach();
    const result = run();
    this.known.set(id, new Map([...doc({ id: int(id) }), ...result]));
    return result;
  }

  told(): Doc {
    return doc({ retriedStmtIds: this.retried.length > 0 ? this.retried.map(int) : undefined });
  }

  toKeep(): Doc[] {
    return [...this.known.values()];
  }
}
