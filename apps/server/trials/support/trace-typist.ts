/**
 * One of the people who replay a trace: a document of her own to type in, which holds back what the trace's author had
 * not seen, and beside it what the server showed her, as a page would have it. Her line may be cut at any moment: what was
 * not acknowledged is sent again.
 */
import { bodyOf, newDocument, readDocument } from '@butinerie/collaboration/document';
import { ideaUpdated, joinIdea, updateIdea, type IdeaId } from '@butinerie/contracts';
import { setTimeout } from 'node:timers/promises';
import * as Y from 'yjs';
import type { TrialPerson } from './pilot-people.ts';
import { openSocket, type PersonSocket } from './socket.ts';

export interface Typist {
  readonly person: TrialPerson;
  readonly doc: Y.Doc;
  readonly clientId: number;
  readonly known: Set<number>;
  text(): Y.XmlText;
  /** The text as the server showed it. */
  shown(): string;
  /**
   * Until it is acknowledged, however often the line is cut meanwhile; answers whether a row was written. `typed` is its
   * place among all she typed.
   */
  deliver(update: Uint8Array, typed: number): Promise<{ seq: number; fresh: boolean }>;
  /** Sent once; the reason of the refusal, or null when it was taken. */
  tryOut(update: Uint8Array): Promise<string | null>;
  close(): void;
}

/** What passes by itself: something before it is still on its way, or was lost with the server and comes again. */
const PASSING = new Set(['gap', 'dangling-origin', 'future-delete']);
const TRIES = 5_000;
/** A word that something was taken may itself be lost. */
const PATIENCE_MS = 1_000;
/** As many as a page has on its way. */
const AT_ONCE = 32;

interface Refused {
  readonly typed: number;
  again(): void;
}

export async function openTypist(
  person: TrialPerson,
  { idea, heard }: { idea: IdeaId; heard: (update: Uint8Array) => void },
): Promise<Typist> {
  const line: PersonSocket = await openSocket(person);
  line.socket.io.reconnectionDelay(50);
  line.socket.io.reconnectionDelayMax(200);
  const page = newDocument();
  line.socket.on(ideaUpdated.name, (raw: unknown) => {
    for (const update of ideaUpdated.payload.parse(raw).updates) {
      Y.applyUpdate(page, update);
      heard(update);
    }
  });
  const join = async (lease: number): Promise<readonly number[]> => {
    const joined = await line.send(joinIdea, { idea, vector: Y.encodeStateVector(page), lease });
    if (!joined.ok) throw new Error(`join was refused: ${JSON.stringify(joined.failure)}`);
    Y.applyUpdate(page, joined.value.update);
    return joined.value.lease;
  };
  const [clientId] = await join(1);
  if (clientId === undefined) throw new Error('nothing was leased');
  line.socket.on('connect', () => void join(0).catch(() => undefined));
  const doc = newDocument();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(page));
  doc.clientID = clientId;

  /** Null when no answer came. */
  const give = async (update: Uint8Array) =>
    line.socket.connected ? line.send(updateIdea, { idea, update }).catch(() => null) : null;

  const connected = async (): Promise<void> => {
    if (!line.socket.connected) await new Promise<void>((resolve) => line.socket.once('connect', resolve));
  };

  // What was refused for what it builds on goes again when something of hers was taken, in the order it was typed:
  // hundreds that asked again and again would leave the server no time to take any.
  let refused: Refused[] = [];
  const afterAnother = async (typed: number): Promise<void> => {
    const taken = new Promise<void>((again) => refused.push({ typed, again }));
    const mine = refused.at(-1);
    await Promise.race([taken, setTimeout(PATIENCE_MS)]);
    refused = refused.filter((one) => one !== mine);
  };
  const again = (): void => {
    const inOrder = refused.toSorted((one, other) => one.typed - other.typed);
    refused = inOrder.splice(AT_ONCE);
    for (const one of inOrder) one.again();
  };

  return {
    person,
    doc,
    clientId,
    known: new Set(),
    text() {
      const paragraph = bodyOf(doc).get(0);
      const node = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
      if (!(node instanceof Y.XmlText)) throw new Error('the body has no text node');
      return node;
    },
    shown: () => readDocument(page).text,
    async deliver(update, typed) {
      for (let tries = 0; tries < TRIES; tries++) {
        await connected();
        const kept = await give(update);
        // The line was cut: whether it was taken is not known.
        if (kept === null) continue;
        if (kept.ok) {
          if (kept.value.kept !== 'text') throw new Error('an update came late');
          // Her own words are not shown to her again.
          Y.applyUpdate(page, update);
          again();
          return kept.value;
        }
        const { failure } = kept;
        if (failure.code === 'too-many-requests') {
          // A trace is faster than any hand, twice over when it is duplicated: the pace the server asks for is kept.
          await setTimeout(failure.retryAfterSeconds * 1_000);
        } else if (failure.code === 'update-refused' && PASSING.has(failure.rule)) {
          await afterAnother(typed);
        } else if (failure.code === 'append-failed' || failure.code === 'unexpected') {
          await setTimeout(20);
        } else throw new Error(`an update was not taken: ${JSON.stringify(kept)}`);
      }
      throw new Error('an update was never taken');
    },
    async tryOut(update) {
      const kept = await give(update);
      if (kept === null) return 'unanswered';
      if (!kept.ok) return kept.failure.code === 'update-refused' ? kept.failure.rule : kept.failure.code;
      return kept.value.kept === 'text' && kept.value.fresh ? null : 'known';
    },
    close: () => void line.socket.disconnect(),
  };
}

/** Words under the next clocks of somebody else's id: what plain Yjs takes in, and her own next words are lost for. */
export function forged(victim: Typist): Uint8Array {
  const clock = Y.getState(victim.doc.store, victim.clientId);
  const doc = newDocument();
  doc.clientID = victim.clientId;
  const title = doc.getText('title');
  if (clock > 0) title.insert(0, 'x'.repeat(clock));
  const made: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => made.push(update));
  title.insert(clock, 'FORGED');
  const [update] = made;
  if (update === undefined) throw new Error('nothing was forged');
  return update;
}
