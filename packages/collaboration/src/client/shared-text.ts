/**
 * The document of a page, its caret and the id it is written under. Without a leased id what is typed is a local
 * draft; when ids arrive the draft is written anew under them, in another document.
 */

import * as Y from 'yjs';
import { newDocument } from '../document/new-document.ts';
import type { PlainText } from '../document/read-document.ts';
import { readDocument } from '../document/read-document.ts';
import type { Carets } from './caret.ts';
import { createCarets } from './caret.ts';
import type { KeptText, LocalDraft } from './kept-text.ts';
import { renameClients, wordsOf } from './rename-client.ts';

const REMOTE = 'butinerie:remote';

export interface SharedTextEvents {
  /** A key under a leased id, to be sent. */
  typed(update: Uint8Array): void;
  /** A key that cannot be sent yet. */
  drafted(): void;
  /** Said by the editor, whether or not it moved since it was sent. */
  caret(moved: boolean): void;
  /** What an editor threw while it followed a change; the change is in the document all the same. */
  fault(fault: unknown): void;
}

export class SharedText {
  readonly #events: SharedTextEvents;
  #doc: Y.Doc;
  #carets: Carets;
  #clientId: number | null = null;
  #drafts: readonly LocalDraft[] = [];
  /** The document without its drafts. */
  #ground: Uint8Array | null = null;
  #idsForDrafts: readonly number[] = [];
  #generation = 0;
  /** While what somebody wrote is taken in, Yjs may tidy marks by itself. */
  #taking = false;

  constructor(events: SharedTextEvents) {
    this.#events = events;
    [this.#doc, this.#carets] = this.#create();
  }

  get doc(): Y.Doc {
    return this.#doc;
  }

  get carets(): Carets {
    return this.#carets;
  }

  get clientId(): number | null {
    return this.#clientId;
  }

  get drafts(): readonly LocalDraft[] {
    return this.#drafts;
  }

  get generation(): number {
    return this.#generation;
  }

  /** The state below the drafts, or all of it where there are none. */
  ground(): Uint8Array {
    return this.#ground ?? Y.encodeStateAsUpdate(this.#doc);
  }

  /** What a page before this one left. */
  seed({ bases, unsent, drafts }: KeptText): void {
    for (const bytes of [...bases, ...unsent]) this.apply(bytes);
    const last = drafts.at(-1);
    if (last === undefined) return;
    this.#ground = Y.encodeStateAsUpdate(this.#doc);
    this.#drafts = drafts;
    this.#take(drafts.map(({ update }) => update));
    this.#doc.clientID = last.client;
  }

  writeUnder(clientId: number): void {
    this.#clientId = clientId;
    this.#ground = null;
    this.#doc.clientID = clientId;
    this.#carets.moveTo(clientId);
  }

  /** Takes in what others wrote. False when Yjs gave up the id, believing it in use: nobody leased the one it took. */
  apply(...updates: readonly Uint8Array[]): boolean {
    if (this.#ground !== null) this.#ground = Y.mergeUpdates([this.#ground, ...updates]);
    try {
      this.#take(updates);
    } catch (fault) {
      this.#events.fault(fault);
    }
    if (this.#clientId === null || this.#doc.clientID === this.#clientId) return true;
    this.#clientId = null;
    return false;
  }

  #take(updates: readonly Uint8Array[]): void {
    const doc = this.#doc;
    this.#taking = true;
    try {
      // One change for the editor, and no key of this page: a transaction is local unless told.
      Y.transact(doc, () => updates.forEach((bytes) => Y.applyUpdate(doc, bytes, REMOTE)), REMOTE, false);
    } finally {
      this.#taking = false;
    }
  }

  /** Uses up ids for the drafts, one each, once there are enough; answers the updates they became. */
  settleDrafts(ids: readonly number[]): readonly Uint8Array[] {
    this.#idsForDrafts = [...this.#idsForDrafts, ...ids];
    const last = this.#idsForDrafts.at(-1);
    const ground = this.#ground;
    if (last === undefined || ground === null || this.#idsForDrafts.length < this.#drafts.length) return [];
    const names = new Map(this.#drafts.map(({ client }, i) => [client, this.#idsForDrafts[i] ?? last]));
    const updates = this.#drafts.flatMap(({ update }) => renameClients(update, names) ?? []);
    this.#renew();
    for (const bytes of [ground, ...updates]) this.apply(bytes);
    this.writeUnder(last);
    return updates;
  }

  /** How many ids the drafts still wait for. */
  get idsWanted(): number {
    return Math.max(0, this.#drafts.length - this.#idsForDrafts.length);
  }

  /** They were handed over elsewhere; the document shows them until it is another one. */
  dropDrafts(): void {
    this.#drafts = [];
  }

  /** An empty document, with no id yet. */
  restart(): void {
    this.#renew();
  }

  /** As it stands here, followed by the words of what could not find its place. */
  read(unsent: readonly Uint8Array[] = []): PlainText {
    const { title, text } = readDocument(this.#doc);
    const parked = this.#doc.store.pendingStructs !== null ? unsent.map(wordsOf).filter(Boolean) : [];
    return { title, text: [text, ...parked].filter(Boolean).join('\n') };
  }

  destroy(): void {
    this.#carets.destroy();
    this.#doc.destroy();
  }

  #renew(): void {
    this.destroy();
    this.#clientId = null;
    this.#drafts = [];
    this.#ground = null;
    this.#idsForDrafts = [];
    this.#generation++;
    [this.#doc, this.#carets] = this.#create();
  }

  #create(): [Y.Doc, Carets] {
    const doc = newDocument();
    // What Yjs tidies is nobody's draft: every page does it for itself. An editor that answers a change names itself.
    const drafted = ({ local, origin }: Y.Transaction): boolean =>
      local && this.#clientId === null && !(this.#taking && origin === null);
    doc.on('beforeTransaction', (transaction: Y.Transaction) => {
      if (drafted(transaction)) this.#ground ??= Y.encodeStateAsUpdate(doc);
    });
    doc.on('update', (bytes: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (drafted(transaction)) this.#draft(doc.clientID, bytes);
      else if (transaction.local && this.#clientId !== null) this.#events.typed(bytes);
    });
    return [doc, createCarets(doc, (moved) => this.#events.caret(moved))];
  }

  #draft(client: number, bytes: Uint8Array): void {
    const last = this.#drafts.at(-1);
    const update = last?.client === client ? Y.mergeUpdates([last.update, bytes]) : bytes;
    this.#drafts = [...this.#drafts.filter((draft) => draft.client !== client), { client, update }];
    this.#events.drafted();
  }
}
