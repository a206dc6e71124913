/**
 * Whose words a text is made of, from the log alone. The first who wrote a letter or a phrase stays its writer, whoever
 * moves, splits, lists, pastes or restores it; formatting, blanks and punctuation earn nothing. Who removed what is the
 * person whose row made it vanish. For a worker: it costs some seconds for 20 000 rows.
 */

import * as Y from 'yjs';
import { newDocument } from '../document/new-document.ts';
import type { AuthoredSpan } from '../server/replay-authors.ts';
import type { LogRow } from '../server/ports.ts';
import { decodeUpdate } from '../update/decode-update.ts';
import type { DeletedRange } from '../update/struct.ts';
import { Graveyard } from './graveyard.ts';
import { PHRASE, phraseAt, Phrases, wordsOf, type Word } from './phrases.ts';
import { NOBODY, placeOf, Places, readRevision, runsWhere, type Revision } from './revision.ts';

export interface Removal {
  /** The row that did it; erased letter by letter, the last one of them. */
  readonly seq: number;
  /** The first of them. */
  readonly from: number;
  readonly person: string;
  readonly text: string;
  /** Whose letters they were, and how many of each. */
  readonly of: readonly { readonly person: string; readonly letters: number }[];
  /** Whether most of it stands nowhere in the text now. */
  readonly gone: boolean;
}

export interface Provenance {
  /** `person` is the one credited; null for what the reader adds. */
  readonly title: readonly AuthoredSpan[];
  readonly text: readonly AuthoredSpan[];
  /** Letters taken out by somebody, in the order of the log, with what they said. */
  readonly removals: readonly Removal[];
}

interface Removed {
  seq: number;
  readonly from: number;
  readonly person: string;
  text: string;
  ids: readonly number[];
}

type Row = Pick<LogRow, 'seq' | 'person' | 'bytes'>;

/** A revision ends around a stroke of this many units, after as many erased ones, and after this many rows. */
const STROKE = 12;
const ROWS = 200;
const UNBOUNDED = { bytes: Infinity, structs: Infinity, ranges: Infinity };

export const provenanceOf = (rows: readonly Row[]): Provenance => new Replay(rows).run();

interface Read {
  readonly row: Row;
  readonly written: readonly { readonly client: number; readonly from: number; readonly to: number }[];
  readonly writtenUnits: number;
  readonly removed: readonly DeletedRange[];
  readonly removedUnits: number;
}

const readRow = (row: Row): Read => {
  const decoded = decodeUpdate(row.bytes, UNBOUNDED);
  if (!decoded.ok) throw new Error(`log row ${row.seq} cannot be read: ${decoded.failure.detail}`);
  const { sections, deletes } = decoded.value;
  const written = sections.map(({ client, structs }) => {
    const last = structs.at(-1);
    return { client, from: structs[0]?.clock ?? 0, to: (last?.clock ?? 0) + (last?.length ?? 0) };
  });
  const texts = sections.flatMap(({ structs }) =>
    structs.map(({ content }) => (content.kind === 'text' ? content.text.length : 0)),
  );
  return {
    row,
    written,
    writtenUnits: total(texts),
    removed: deletes,
    removedUnits: total(deletes.map(({ length }) => length)),
  };
};

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
const isStroke = ({ writtenUnits, removedUnits }: Read): boolean =>
  writtenUnits >= STROKE || removedUnits >= STROKE;

class Replay {
  readonly #rows: readonly Row[];
  readonly #doc = newDocument();
  readonly #places = new Places();
  readonly #owners = new Map<number, string>();
  /** Ids whose writer is not the owner of the client id. */
  readonly #credited = new Map<number, string>();
  readonly #ownerOfPlace: (string | undefined)[] = [];
  readonly #graveyard = new Graveyard();
  readonly #phrases = new Phrases();
  readonly #removals: Removed[] = [];
  /** Ids that came back, and under which ids. */
  readonly #backAs = new Map<number, number>();
  #revision: Revision;
  #number = 0;
  #rowsSince = 0;
  #erasedSince = 0;
  /** First clock that is new since the last revision, by client. */
  #known = new Map<number, number>();
  #vanished = new Set<number>();
  /** Ids written since the last revision, with the row that brought them. */
  #born = new Map<number, number>();

  constructor(rows: readonly Row[]) {
    this.#rows = rows;
    this.#revision = readRevision(this.#doc, this.#places);
  }

  run(): Provenance {
    for (const row of this.#rows) {
      const read = readRow(row);
      if (this.#rowsSince > 0 && (isStroke(read) || this.#removesUnseen(read))) this.#close();
      this.#apply(read);
      if (isStroke(read) || this.#erasedSince >= STROKE || this.#rowsSince >= ROWS) this.#close();
    }
    if (this.#rowsSince > 0) this.#close();
    const { text, ids, titleLength } = this.#revision;
    const standing = new Set(ids);
    return {
      title: this.#spans(text.slice(0, titleLength), ids, 0),
      text: this.#spans(text.slice(titleLength + 1), ids, titleLength + 1),
      removals: this.#removals.map((removed) => this.#told(removed, standing)),
    };
  }

  #apply(read: Read): void {
    const { row, written, removedUnits } = read;
    for (const { client, from, to } of written) {
      if (!this.#owners.has(client)) {
        this.#owners.set(client, row.person);
        this.#ownerOfPlace[placeOf(this.#places.idOf(client, 0))] = row.person;
      }
      for (let clock = from; clock < to; clock++) this.#born.set(this.#places.idOf(client, clock), row.seq);
    }
    const gone: number[] = [];
    const hear = ({ deleteSet, local }: Y.Transaction): void => {
      if (local) return;
      for (const [client, ranges] of deleteSet.clients)
        for (const { clock, len } of ranges)
          for (let unit = clock; unit < clock + len; unit++) gone.push(this.#places.idOf(client, unit));
    };
    this.#doc.on('afterTransaction', hear);
    Y.applyUpdate(this.#doc, row.bytes);
    this.#doc.off('afterTransaction', hear);
    for (const id of gone) this.#vanished.add(id);
    this.#rowsSince += 1;
    this.#erasedSince += removedUnits;
    if (gone.length > 0) this.#noteRemoval(row, new Set(gone));
  }

  /** Somebody removes what another has written since the last revision: it has to be seen before it is gone. */
  #removesUnseen({ row, removed }: Read): boolean {
    return removed.some(
      ({ client, clock, length }) =>
        this.#owners.get(client) !== row.person && clock + length > (this.#known.get(client) ?? 0),
    );
  }

  #noteRemoval({ seq, person }: Row, gone: ReadonlySet<number>): void {
    const { text, ids } = this.#revision;
    for (const { start, end } of runsWhere(this.#revision, (id) => gone.has(id))) {
      const last = this.#removals.at(-1);
      const removed = text.slice(start, end);
      const units = [...ids.subarray(start, end)];
      // Erased letter by letter is one removal, read from left to right.
      if (last?.person === person && last.seq === seq - 1 && removed.length === 1) {
        last.seq = seq;
        last.text = removed + last.text;
        last.ids = [...units, ...last.ids];
      } else this.#removals.push({ seq, from: seq, person, text: removed, ids: units });
    }
  }

  #told({ seq, from, person, text, ids }: Removed, standing: ReadonlySet<number>): Removal {
    const letters = new Map<string, number>();
    let [all, back] = [0, 0];
    for (const [unit, id] of ids.entries()) {
      if (!/[\p{L}\p{N}]/u.test(text.charAt(unit))) continue;
      all += 1;
      if (this.#stands(id, standing)) back += 1;
      const writer = this.#writerOf(id);
      if (writer !== null) letters.set(writer, (letters.get(writer) ?? 0) + 1);
    }
    const of = [...letters].map(([writer, count]) => ({ person: writer, letters: count }));
    return { seq, from, person, text, of, gone: all > 0 && back * 2 < all };
  }

  #stands(id: number, standing: ReadonlySet<number>): boolean {
    const seen = new Set<number>();
    for (let now: number | undefined = id; now !== undefined && !seen.has(now); now = this.#backAs.get(now)) {
      if (standing.has(now)) return true;
      seen.add(now);
    }
    return false;
  }

  /** Ends a revision: what came back keeps its writers, phrases are remembered. */
  #close(): void {
    this.#number += 1;
    const before = this.#revision;
    const now = readRevision(this.#doc, this.#places);
    if (this.#vanished.size > 0)
      for (const { start, end } of runsWhere(before, (id) => this.#vanished.has(id)))
        this.#graveyard.bury(
          before.text.slice(start, end),
          [...before.ids.subarray(start, end)],
          this.#number,
        );
    for (const { start, end } of runsWhere(now, (id) => this.#born.has(id))) this.#reclaim(now, start, end);
    this.#rememberPhrases(now);
    this.#revision = now;
    for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(this.#doc)))
      this.#known.set(client, clock);
    this.#vanished = new Set();
    this.#born = new Map();
    this.#rowsSince = 0;
    this.#erasedSince = 0;
  }

  #reclaim(now: Revision, start: number, end: number): void {
    const rows = new Set(now.ids.subarray(start, end).map((id) => this.#born.get(id) ?? 0));
    const oneStroke = rows.size === 1;
    const appeared = { text: now.text.slice(start, end), revision: this.#number, oneStroke };
    const back = new Set<number>();
    for (const { from, ids } of this.#graveyard.returns(appeared))
      for (const [unit, was] of ids.entries()) {
        const id = now.ids[start + from + unit] ?? NOBODY;
        this.#credit(id, this.#writerOf(was));
        this.#backAs.set(was, id);
        back.add(start + from + unit);
      }
    if (oneStroke && back.size > 0) this.#completeWords(now, start, end, back);
  }

  /** A word of which most letters came back came back whole: its last one may have stayed in the text it was cut from. */
  #completeWords(now: Revision, start: number, end: number, back: ReadonlySet<number>): void {
    for (const word of wordsOf(now.text.slice(start, end))) {
      const units = Array.from({ length: word.end - word.start }, (_, unit) => start + word.start + unit);
      const known = units.filter((at) => back.has(at));
      if (known.length === units.length || known.length * 2 <= units.length) continue;
      const writer = this.#writerOf(now.ids[known[0] ?? start] ?? NOBODY);
      for (const at of units) if (!back.has(at)) this.#credit(now.ids[at] ?? NOBODY, writer);
    }
  }

  #rememberPhrases(now: Revision): void {
    if (this.#born.size === 0) return;
    const words = wordsOf(now.text);
    const fresh = words.map(({ start, end }) => this.#bornWithin(now, start, end));
    const firsts = new Set<number>();
    fresh.forEach((isFresh, at) => {
      if (isFresh) for (let first = at - PHRASE + 1; first <= at; first++) firsts.add(first);
    });
    const phrases = [...firsts].flatMap((first) => {
      const phrase = phraseAt(words, first);
      const window = words.slice(first, first + PHRASE);
      return phrase === null ? [] : [{ phrase, window, completeAt: this.#completeAt(now, window) }];
    });
    // In the order in which they were completed: of two equal phrases of one revision, one was first.
    phrases.sort((one, other) => one.completeAt - other.completeAt);
    for (const { phrase, window } of phrases) {
      const writers = this.#phrases.first(phrase);
      for (const [at, word] of window.entries()) this.#creditWord(now, word, writers?.[at] ?? null);
      this.#phrases.remember(
        phrase,
        window.map((word) => this.#writerOfWord(now, word)),
      );
    }
  }

  /** The row that brought the last of its letters; 0 when all of them stood there before. */
  #completeAt({ ids }: Revision, words: readonly Word[]): number {
    let last = 0;
    for (const { start, end } of words)
      for (let at = start; at < end; at++) last = Math.max(last, this.#born.get(ids[at] ?? NOBODY) ?? 0);
    return last;
  }

  #bornWithin({ ids }: Revision, start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.#born.has(ids[at] ?? NOBODY)) return true;
    return false;
  }

  #creditWord({ ids }: Revision, word: Word, writer: string | null): void {
    for (let at = word.start; at < word.end; at++) {
      const id = ids[at] ?? NOBODY;
      // What came back letter for letter is known better than by its phrase.
      if (this.#born.has(id) && !this.#credited.has(id)) this.#credit(id, writer);
    }
  }

  /** A word belongs to whoever wrote most of its letters. */
  #writerOfWord({ ids }: Revision, { start, end }: Word): string | null {
    const letters = new Map<string, number>();
    for (let at = start; at < end; at++) {
      const writer = this.#writerOf(ids[at] ?? NOBODY);
      if (writer !== null) letters.set(writer, (letters.get(writer) ?? 0) + 1);
    }
    let most: string | null = null;
    for (const [writer, count] of letters)
      if (most === null || count > (letters.get(most) ?? 0)) most = writer;
    return most;
  }

  #credit(id: number, writer: string | null): void {
    if (id === NOBODY || writer === null) return;
    if (writer === this.#ownerOfPlace[placeOf(id)]) return;
    this.#credited.set(id, writer);
  }

  #writerOf(id: number): string | null {
    if (id === NOBODY) return null;
    return this.#credited.get(id) ?? this.#ownerOfPlace[placeOf(id)] ?? null;
  }

  #spans(text: string, ids: Float64Array, offset: number): readonly AuthoredSpan[] {
    const spans: AuthoredSpan[] = [];
    let start = 0;
    for (let at = 0; at < text.length; at++) {
      const person = this.#writerOf(ids[offset + at] ?? NOBODY);
      const next = at + 1 < text.length ? this.#writerOf(ids[offset + at + 1] ?? NOBODY) : undefined;
      if (next === person) continue;
      spans.push({ text: text.slice(start, at + 1), person });
      start = at + 1;
    }
    return spans;
  }
}
