/** Several people typing in one living text at the same time, over their own sockets, each under an id leased to her. */
import { bodyOf, newDocument } from '@butinerie/collaboration/document';
import { ideaUpdated, joinIdea, leaveIdea, updateIdea, type IdeaId } from '@butinerie/contracts';
import { setTimeout } from 'node:timers/promises';
import * as Y from 'yjs';
import type { Caller } from '../../src/caller.ts';
import { openSocket } from '../../trials/support/socket.ts';

export interface TypedSentence {
  readonly caller: Caller;
  readonly text: string;
}

/** `keyMilliseconds` between two words: none to fill an instance, some where people watch. */
export async function writeTogether(
  idea: IdeaId,
  sentences: readonly TypedSentence[],
  keyMilliseconds: number,
): Promise<void> {
  const pens: { pen: Pen; rest: readonly string[] }[] = [];
  for (const { caller, text } of sentences) {
    const pen = await takePen(caller, idea);
    const [first = '', ...rest] = text.match(/\s*\S+/gu) ?? [];
    // Where one begins everybody sees it before going on: sentences follow each other, and only words interleave.
    const begun = await pen.begin(first);
    await Promise.all(pens.map(({ pen: other }) => other.sees(begun)));
    pens.push({ pen, rest });
  }
  await Promise.all(
    pens.map(async ({ pen, rest }) => {
      for (const word of rest) {
        if (keyMilliseconds > 0) await setTimeout(keyMilliseconds * (0.5 + Math.random()));
        pen.type(word);
      }
    }),
  );
  for (const { pen } of pens) await pen.down();
}

/** A client id and how far it has written. */
interface Begun {
  readonly client: number;
  readonly clock: number;
}

interface Pen {
  /** Waits until the word is on disk. */
  begin(word: string): Promise<Begun>;
  /** Waits until what another wrote has come over the relay, which may be after it is on disk. */
  sees(begun: Begun): Promise<void>;
  type(word: string): void;
  /** Waits until everything typed is on disk, and leaves. */
  down(): Promise<void>;
}

async function takePen(caller: Caller, idea: IdeaId): Promise<Pen> {
  const person = await openSocket(caller);
  const doc = newDocument();
  const joined = await person.send(joinIdea, { idea, vector: Y.encodeStateVector(doc), lease: 1 });
  const clientId = joined.ok ? joined.value.lease[0] : undefined;
  if (!joined.ok || clientId === undefined) throw new Error('a demonstration’s text could not be joined');
  doc.clientID = clientId;
  Y.applyUpdate(doc, joined.value.update, 'server');
  person.socket.on(ideaUpdated.name, (raw: unknown) => {
    const { idea: of, updates } = ideaUpdated.payload.parse(raw);
    if (of === idea) for (const update of updates) Y.applyUpdate(doc, update, 'server');
  });
  const sent: Promise<void>[] = [];
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') sent.push(send(update));
  });
  async function send(update: Uint8Array): Promise<void> {
    const kept = await person.send(updateIdea, { idea, update });
    if (!kept.ok) throw new Error(`a demonstration’s words were refused: ${JSON.stringify(kept.failure)}`);
  }

  const text = firstParagraph(doc);
  // After one's own last character, wherever the words of the others push it.
  let own: Y.RelativePosition | null = null;
  const type = (word: string): void => {
    const found = own && Y.createAbsolutePositionFromRelativePosition(own, doc);
    const at = found?.index ?? text.length;
    text.insert(at, word);
    own = Y.createRelativePositionFromTypeIndex(text, at + word.length, -1);
  };
  return {
    type,
    async begin(word) {
      type(word);
      await Promise.all(sent);
      return { client: doc.clientID, clock: Y.getState(doc.store, doc.clientID) };
    },
    async sees({ client, clock }) {
      while (Y.getState(doc.store, client) < clock)
        await new Promise((resolve) => doc.once('update', resolve));
    },
    async down() {
      await Promise.all(sent);
      await person.send(leaveIdea, { idea });
      person.socket.close();
      doc.destroy();
    },
  };
}

function firstParagraph(doc: Y.Doc): Y.XmlText {
  const block: unknown = bodyOf(doc).get(0);
  const text: unknown = block instanceof Y.XmlElement ? block.get(0) : undefined;
  if (!(text instanceof Y.XmlText)) throw new Error('an idea begins with a paragraph');
  return text;
}
