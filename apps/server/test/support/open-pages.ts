/** Pages open on a shared text, as the browser's code opens them, and writers who handle their own bytes. */
import { IdeaSession, type SessionOptions } from '@butinerie/collaboration/client';
import { bodyOf, newDocument, readDocument, titleOf } from '@butinerie/collaboration/document';
import {
  ideaUpdated,
  joinIdea,
  updateIdea,
  type AnswerOf,
  type CodesOf,
  type Failure,
  type IdeaId,
  type Result,
} from '@butinerie/contracts';
import { expect } from 'vitest';
import * as Y from 'yjs';
import type { Caller } from '../../src/caller.ts';
import { openSocket, textTransport, type PersonSocket } from '../../trials/support/socket.ts';

export type Transports = ('websocket' | 'polling')[];
export const PATIENCE = { timeout: 20_000, interval: 20 };

export interface Page extends PersonSocket {
  readonly session: IdeaSession;
  /** Appends words to the last paragraph. */
  type(words: string): void;
  text(): string;
  /** Live, with everything acknowledged. */
  saved(): Promise<void>;
}

export interface Writer extends PersonSocket {
  readonly doc: Y.Doc;
  readonly joined: AnswerOf<typeof joinIdea>;
  /** What came over the relay, in order. */
  readonly heard: Uint8Array[];
  /** The bytes of one change, not sent. */
  bytes(mutate: (doc: Y.Doc) => void): Uint8Array;
  give(update: Uint8Array): Promise<Result<AnswerOf<typeof updateIdea>, Failure<CodesOf<typeof updateIdea>>>>;
}

export interface Desk {
  page(person: Caller, idea: IdeaId, how?: PageOptions): Promise<Page>;
  writer(person: Caller, idea: IdeaId, how?: { lease?: number }): Promise<Writer>;
  socket(person: Caller, transports?: Transports): Promise<PersonSocket>;
  closeAll(): void;
}
export interface PageOptions extends Partial<Omit<SessionOptions, 'transport'>> {
  readonly transports?: Transports;
}

/** Keeps what a test opens, so that it can be closed however the test ended. */
export function createDesk(): Desk {
  const sockets: PersonSocket[] = [];
  const sessions: IdeaSession[] = [];

  async function socket(person: Caller, transports?: Transports): Promise<PersonSocket> {
    const opened = await openSocket(person, transports);
    // A cut is over when it is over: a test has no use for the courtesy of waiting longer each time.
    opened.socket.io.reconnectionDelay(50);
    opened.socket.io.reconnectionDelayMax(100);
    sockets.push(opened);
    return opened;
  }

  return {
    socket,
    async page(person, idea, { transports, write = true, ...options } = {}) {
      const opened = await socket(person, transports);
      const session = new IdeaSession({ transport: textTransport(opened, idea), write, ...options });
      sessions.push(session);
      await expect.poll(() => session.status.state, PATIENCE).not.toBe('connecting');
      return {
        ...opened,
        session,
        type: (words) => append(session.doc, words),
        text: () => readDocument(session.doc).text,
        async saved() {
          await expect
            .poll(() => [session.status.state, session.status.unsent], PATIENCE)
            .toEqual(['live', 0]);
        },
      };
    },
    async writer(person, idea, { lease = 4 } = {}) {
      const opened = await socket(person);
      const heard: Uint8Array[] = [];
      const doc = newDocument();
      opened.socket.on(ideaUpdated.name, (raw: unknown) => {
        const told = ideaUpdated.payload.parse(raw);
        if (told.idea !== idea) return;
        for (const update of told.updates) {
          heard.push(update);
          Y.applyUpdate(doc, update);
        }
      });
      const joined = await opened.send(joinIdea, { idea, vector: new Uint8Array(), lease });
      if (!joined.ok) throw new Error(`the join was refused: ${joined.failure.code}`);
      Y.applyUpdate(doc, joined.value.update);
      const [first] = joined.value.lease;
      if (first !== undefined) doc.clientID = first;
      return {
        ...opened,
        doc,
        heard,
        joined: joined.value,
        bytes: (mutate) => change(doc, mutate),
        give: (update) => opened.send(updateIdea, { idea, update }),
      };
    },
    closeAll() {
      for (const session of sessions.splice(0)) void session.destroy();
      for (const opened of sockets.splice(0)) opened.socket.disconnect();
    },
  };
}

/** The bytes of one change. */
export function change(doc: Y.Doc, mutate: (doc: Y.Doc) => void): Uint8Array {
  const made: Uint8Array[] = [];
  const keep = (bytes: Uint8Array): void => void made.push(bytes);
  doc.on('update', keep);
  doc.transact(() => mutate(doc));
  doc.off('update', keep);
  const [bytes] = made;
  if (bytes === undefined) throw new Error('nothing changed');
  return bytes;
}

/** A copy of a document whose owner claims to be `clientId`. */
export function copyUnder(clientId: number, of: Y.Doc): Y.Doc {
  const doc = newDocument();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(of));
  doc.clientID = clientId;
  return doc;
}

export const inTitle =
  (words: string, at = 0) =>
  (doc: Y.Doc): void =>
    titleOf(doc).insert(at, words);

/** At the end of the last paragraph. */
export function append(doc: Y.Doc, words: string): void {
  const body = bodyOf(doc);
  const last: unknown = body.length === 0 ? null : body.get(body.length - 1);
  const run: unknown = last instanceof Y.XmlElement && last.length > 0 ? last.get(last.length - 1) : null;
  if (!(run instanceof Y.XmlText)) throw new Error('the text has no paragraph with words');
  run.insert(run.length, words);
}
