/** The documents open on this node. Callers that open the same one at once get the same one. */

import type { DocumentPorts } from './document-terms.ts';
import { LiveDocument } from './live-document.ts';
import type { GroupCommit } from './group-commit.ts';
import { createGroupCommit } from './group-commit.ts';
import type { TurnPorts, UpdateLog } from './ports.ts';
import { createTurns } from './turns.ts';

export interface LiveDocumentsPorts extends Omit<DocumentPorts, 'log' | 'commit' | 'turns'> {
  readonly log: UpdateLog;
  readonly commit?: GroupCommit;
  readonly turns?: TurnPorts;
}

export interface LiveDocuments {
  /** `sealed` is what the idea's record says; a document sealed once never opens for writing again. */
  open(id: string, sealed?: boolean): Promise<LiveDocument>;
  /** Whether it is open, so that `sealed` says nothing new. */
  has(id: string): boolean;
  /**
   * Closes what nobody has listened to nor asked for since `before`, and answers how many; what is listened to but
   * quiet gives its memory back until it is asked again.
   */
  unloadIdle(before: Date): number;
  /** Keeps a snapshot of what moved much since its last one, one document after the other; answers how many. */
  keepSnapshots(): Promise<number>;
  /**
   * Compares the texts in which nobody wrote since `before` with what their logs say in order, one after the other;
   * answers which had to be put right.
   */
  check(before: Date): Promise<readonly string[]>;
  /** Another server wrote rows of a document up to `seq`: whoever listens to it here hears them. */
  follow(id: string, seq: number): Promise<void>;
  /**
   * Another server asks to write in a document before what is received here from now on, within so many milliseconds.
   * With none it has written; its rows come before what waited.
   */
  letPass(id: string, server: string, milliseconds: number): Promise<void>;
  /** Other servers may have written anything. */
  followAll(): Promise<void>;
  readonly size: number;
}

export const createLiveDocuments = (ports: LiveDocumentsPorts): LiveDocuments => {
  const open = new Map<string, LiveDocument>();
  const { turns: told, commit = createGroupCommit(ports.log), ...others } = ports;
  const turns = told === undefined ? null : createTurns(told);
  const shared = { ...others, commit, ...(turns === null ? {} : { turns }) };
  return {
    async open(id, sealed = false) {
      let document = open.get(id);
      if (document === undefined) {
        document = new LiveDocument(id, shared, sealed);
        open.set(id, document);
      }
      await document.load();
      return document;
    },

    has: (id) => open.has(id),

    unloadIdle(before) {
      const idle = [...open].filter(([, document]) => document.isIdle(before));
      for (const [id, document] of idle) {
        open.delete(id);
        document.close();
      }
      for (const document of open.values()) document.rest(before);
      return idle.length;
    },

    async keepSnapshots() {
      let kept = 0;
      for (const document of Array.from(open.values())) if (await document.keepSnapshot()) kept += 1;
      return kept;
    },

    async check(before) {
      const wrong: string[] = [];
      for (const [id, document] of Array.from(open))
        if (document.isQuiet(before) && (await document.check())) wrong.push(id);
      return wrong;
    },

    async follow(id, seq) {
      await open.get(id)?.follow(seq);
    },

    async letPass(id, server, milliseconds) {
      const document = open.get(id);
      if (document === undefined || turns === null) return;
      if (milliseconds > 0) turns.letPass(id, server, milliseconds);
      else await document.follow().finally(() => turns.goOn(id, server));
    },

    async followAll() {
      const failed: unknown[] = [];
      for (const document of Array.from(open.values()))
        await document.follow().catch((reason: unknown) => void failed.push(reason));
      if (failed.length > 0) throw new AggregateError(failed, 'rows of some documents were not read');
    },

    get size() {
      return open.size;
    },
  };
};
