/**
 * Several servers write in one text, and the log decides who was first: whose appends take long would be overtaken for
 * as long as people type on a quicker one. So who was overtaken twice in a row asks the others to let it pass, and says
 * for how long: a few of its own attempts. What they receive meanwhile waits, until it passed or that time is over.
 * Who asks as well waits for nobody: between those the log decides, and whoever passed waits for the rest.
 */

import type { TurnPorts } from './ports.ts';

const ASKS_AFTER = 2;
/** The attempt that was under way when the others heard of it, the one that succeeds, and one to spare. */
const ATTEMPTS = 3;
/** Others wait no longer for one; and what was overtaken longer ago was about other words. */
const LONGEST_MS = 10_000;

interface Contended {
  /** How often in a row this server was overtaken, and when for the last time. */
  defeats: number;
  defeatedAt: number;
  /** How long an attempt takes, from one defeat to the next. */
  attempt: number;
  /** The servers that are to pass, with what cancels the end of that. */
  readonly passing: Map<string, () => void>;
  over: { readonly promise: Promise<void>; readonly settle: () => void } | null;
}

export interface Turns {
  /** What was to be written here found another server's row under its number. */
  overtaken(doc: string): void;
  /** What was to be written here is in the log. */
  passed(doc: string): void;
  /** Another server asks to pass. */
  letPass(doc: string, server: string, milliseconds: number): void;
  /** It passed, or is waited for no longer. */
  goOn(doc: string, server: string): void;
  /** Set while others are to pass first: settles when that is over. */
  waiting(doc: string): Promise<void> | null;
}

/** Of all documents of a server: it remembers those alone in which servers got into each other's way. */
export const createTurns = (ports: TurnPorts): Turns => {
  const contended = new Map<string, Contended>();

  const of = (doc: string): Contended => {
    const known = contended.get(doc) ?? {
      defeats: 0,
      defeatedAt: -Infinity,
      attempt: 0,
      passing: new Map(),
      over: null,
    };
    contended.set(doc, known);
    return known;
  };
  const settle = (entry: Contended): void => {
    entry.over?.settle();
    entry.over = null;
  };

  const turns: Turns = {
    overtaken(doc) {
      const entry = of(doc);
      const at = ports.now();
      const since = at - entry.defeatedAt;
      entry.defeatedAt = at;
      if (since > LONGEST_MS) [entry.defeats, entry.attempt] = [0, 0];
      else entry.attempt = Math.max(entry.attempt, since);
      entry.defeats += 1;
      if (entry.defeats < ASKS_AFTER) return;
      ports.ask(doc, Math.min(LONGEST_MS, Math.ceil(ATTEMPTS * entry.attempt) + 1));
      settle(entry);
    },

    passed(doc) {
      const entry = contended.get(doc);
      if (entry === undefined) return;
      if (entry.defeats >= ASKS_AFTER) ports.ask(doc, 0);
      entry.defeats = 0;
      entry.attempt = 0;
      if (entry.passing.size === 0) contended.delete(doc);
    },

    letPass(doc, server, milliseconds) {
      const { passing } = of(doc);
      passing.get(server)?.();
      const longest = Math.min(milliseconds, LONGEST_MS);
      passing.set(
        server,
        ports.after(longest, () => turns.goOn(doc, server)),
      );
    },

    goOn(doc, server) {
      const entry = contended.get(doc);
      if (entry === undefined) return;
      entry.passing.get(server)?.();
      entry.passing.delete(server);
      if (entry.passing.size > 0) return;
      settle(entry);
      if (entry.defeats === 0) contended.delete(doc);
    },

    waiting(doc) {
      const entry = contended.get(doc);
      if (entry === undefined || entry.passing.size === 0 || entry.defeats >= ASKS_AFTER) return null;
      entry.over ??= settleable();
      return entry.over.promise;
    },
  };
  return turns;
};

const settleable = (): NonNullable<Contended['over']> => {
  let settle = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return { promise, settle };
};
