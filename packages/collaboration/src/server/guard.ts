/**
 * The guard answers one question: may this person have sent these bytes? It holds no Yjs document, only how far each
 * client's ids are known, which are deleted, and in which list each lives. What it admits is cut to what is new, so
 * that each (client, clock) occurs once in the log and every order of merging gives the same text. All or nothing: a
 * refusal changes nothing. The rules are [CE1]–[CE12] of PROTOCOL.md.
 */

import { IDEA_GRAMMAR } from '../document/idea-grammar.ts';
import type { Outcome } from '../outcome.ts';
import { done, refuse } from '../outcome.ts';
import { causalOrder } from '../update/causal-order.ts';
import type { DecodeLimits } from '../update/decode-update.ts';
import { decodeUpdate } from '../update/decode-update.ts';
import { encodeUpdate, structFrom } from '../update/encode-update.ts';
import type { DecodedUpdate, DeletedRange, Section, Struct } from '../update/struct.ts';
import type { Grammar } from '../update/grammar.ts';
import { RangeSet } from './range-set.ts';
import { createRunTable } from './run-table.ts';

export type GuardCode =
  | 'malformed-update'
  | 'too-large'
  | 'forbidden-root'
  | 'forbidden-content'
  | 'unknown-client'
  | 'foreign-client'
  | 'gap'
  | 'dangling-origin'
  | 'future-delete'
  | 'document-full';

export interface GuardFailure {
  readonly code: GuardCode;
  /** For developers and for the log. */
  readonly detail: string;
}

export interface Sender {
  readonly person: string;
  /** To whom a client id was leased. */
  readonly ownerOf: (clientId: number) => string | undefined;
  /** Set when the text is at its hard limit: nothing may be added, only deleted. */
  readonly mayOnlyDelete?: boolean;
}

export interface Admitted {
  /** What is new; null when everything was known already. */
  readonly bytes: Uint8Array | null;
  /** Client ids under which something new is written, in descending order. */
  readonly clients: readonly number[];
  /** How many new ids are written, and how many known ones deleted. */
  readonly inserted: number;
  readonly deleted: number;
  /** Whether something known was taken out of what came in. */
  readonly cut: boolean;
  /** The same as `bytes`, read. */
  readonly fresh: DecodedUpdate;
}

/** What a live document needs of a guard; a stricter one can take this one's place. */
export interface Guard {
  /** Judges, cuts and, when it admits, counts the update as known from now on. */
  verify(update: Uint8Array, sender: Sender): Outcome<Admitted, GuardFailure>;
  /** Judges form and ownership only and changes nothing: for an update that came too late. */
  inspect(update: Uint8Array, sender: Sender): Outcome<null, GuardFailure>;
  /** Counts a row of the log as known, and answers it read; one that cannot be read is a bug, not a refusal. */
  admit(logged: Uint8Array): DecodedUpdate;
  /** How far each client's ids are known. */
  readonly vector: ReadonlyMap<number, number>;
}

export interface GuardSettings {
  /** What the documents may hold; an idea's, unless said. */
  readonly grammar?: Grammar;
  /** The longest update, in bytes. */
  readonly updateBytes?: number;
}

const UPDATE_BYTES = 256 * 1024;
const STRUCTS = 20_000;
const RANGES = 20_000;
const NEW_RANGES = 2_000;
/** A server's own row (an import) is one update however long; the log is trusted. */
const TRUSTED: DecodeLimits = { bytes: Infinity, structs: Infinity, ranges: Infinity };

export const createGuard = ({
  grammar = IDEA_GRAMMAR,
  updateBytes = UPDATE_BYTES,
}: GuardSettings = {}): Guard => {
  const limits: DecodeLimits = { bytes: updateBytes, structs: STRUCTS, ranges: RANGES };
  const vector = new Map<number, number>();
  const tomb = new Map<number, RangeSet>();
  const runs = createRunTable(grammar);
  const known = (client: number): number => vector.get(client) ?? 0;

  const advance = (sections: readonly Section[], deletes: readonly DeletedRange[]): void => {
    for (const { client, structs } of sections) {
      const last = structs.at(-1);
      if (last !== undefined) vector.set(client, Math.max(known(client), last.clock + last.length));
    }
    for (const { client, clock, length } of deletes) {
      const ranges = tomb.get(client) ?? new RangeSet();
      ranges.add(clock, clock + length);
      tomb.set(client, ranges);
    }
  };

  /** What is wrong with the first struct that stands where it may not; then none of them is remembered. */
  const misplaced = (ordered: readonly Struct[], sections: readonly Section[]): string | null => {
    for (const struct of ordered) {
      const wrong = runs.place(struct);
      if (wrong === null) continue;
      for (const { client } of sections) runs.retract({ client, clock: known(client) });
      return `${idOf(struct)}: ${wrong}`;
    }
    return null;
  };

  return {
    vector,

    verify(update, sender) {
      const decoded = decodeUpdate(update, limits, grammar);
      if (!decoded.ok) return decoded;
      const fresh = freshSections(decoded.value.sections, known, sender);
      if (!fresh.ok) return fresh;
      const sections = fresh.value;
      const { ordered, stuck } = causalOrder(sections, known);
      if (stuck !== null) return refusal('dangling-origin', idOf(stuck));
      const claimed = decoded.value.deletes;
      const future = claimed.length === 0 ? undefined : futureDelete(claimed, sections, known);
      if (future !== undefined) return refusal('future-delete', idOf(future));
      const deletes = claimed.length === 0 ? claimed : freshDeletes(claimed, tomb);
      if (deletes.length > NEW_RANGES) {
        return refusal('too-large', `${deletes.length} new deleted ranges, at most ${NEW_RANGES}`);
      }
      if (sender.mayOnlyDelete === true && ordered.length > 0)
        return refusal('document-full', 'no more text');
      const wrong = misplaced(ordered, sections);
      if (wrong !== null) return refusal('forbidden-content', wrong);
      advance(sections, deletes);
      return done(admitted(update, decoded.value, { sections, deletes }));
    },

    inspect(update, sender) {
      const decoded = decodeUpdate(update, limits, grammar);
      if (!decoded.ok) return decoded;
      // What lies beyond the vector may build on other late updates, so only its owner can be judged.
      for (const { client, structs } of decoded.value.sections) {
        const refused = endOf(structs) > known(client) ? ownership(client, sender) : null;
        if (refused !== null) return refuse(refused);
      }
      return done(null);
    },

    admit(logged) {
      const decoded = decodeUpdate(logged, TRUSTED, grammar);
      if (!decoded.ok) throw new Error(`log row cannot be read: ${decoded.failure.detail}`);
      const { sections, deletes } = decoded.value;
      // Rows were judged when they were written; here they are only remembered.
      for (const struct of causalOrder(sections, known).ordered) runs.admit(struct);
      advance(sections, deletes);
      return decoded.value;
    },
  };
};

const refusal = (code: GuardCode, detail: string): { readonly ok: false; readonly failure: GuardFailure } =>
  refuse({ code, detail });

const idOf = ({ client, clock }: { client: number; clock: number }): string => `${client}:${clock}`;

const endOf = (structs: readonly Struct[]): number => {
  const last = structs.at(-1);
  return last === undefined ? 0 : last.clock + last.length;
};

const ownership = (client: number, { person, ownerOf }: Sender): GuardFailure | null => {
  const owner = ownerOf(client);
  if (owner === undefined) return { code: 'unknown-client', detail: `${client} was never leased here` };
  if (owner !== person) return { code: 'foreign-client', detail: `${client} is leased to somebody else` };
  return null;
};

/** What of each section lies beyond the vector, if its sender may write there and nothing is missing before it. */
const freshSections = (
  sections: readonly Section[],
  known: (client: number) => number,
  sender: Sender,
): Outcome<readonly Section[], GuardFailure> => {
  const out: Section[] = [];
  for (const { client, structs } of sections) {
    const from = known(client);
    const first = structs.findIndex((struct) => struct.clock + struct.length > from);
    const start = structs[first];
    if (start === undefined) continue;
    const refused = ownership(client, sender);
    if (refused !== null) return refuse(refused);
    if (start.clock > from) return refusal('gap', `${idOf(start)} after ${from}`);
    if (first === 0 && start.clock === from) out.push({ client, structs });
    else out.push({ client, structs: [structFrom(start, from - start.clock), ...structs.slice(first + 1)] });
  }
  return done(out);
};

/** The first deleted range that reaches beyond what exists once this update is in. */
const futureDelete = (
  deletes: readonly DeletedRange[],
  sections: readonly Section[],
  known: (client: number) => number,
): DeletedRange | undefined => {
  let client = -1;
  let end = 0;
  return deletes.find((range) => {
    if (range.client !== client) {
      client = range.client;
      const section = sections.find((entry) => entry.client === range.client);
      end = section === undefined ? known(range.client) : endOf(section.structs);
    }
    return range.clock + range.length > end;
  });
};

const freshDeletes = (
  deletes: readonly DeletedRange[],
  tomb: ReadonlyMap<number, RangeSet>,
): readonly DeletedRange[] => {
  const out: DeletedRange[] = [];
  for (const range of deletes) {
    const { client, clock, length } = range;
    const ranges = tomb.get(client);
    if (ranges === undefined) {
      out.push(range);
      continue;
    }
    for (const { from, to } of ranges.missing(clock, clock + length)) {
      out.push({ client, clock: from, length: to - from });
    }
  }
  return out;
};

const countDeleted = (ranges: readonly DeletedRange[]): number => {
  let total = 0;
  for (const { length } of ranges) total += length;
  return total;
};

const countInserted = (sections: readonly Section[]): number => {
  let total = 0;
  for (const { structs } of sections) total += endOf(structs) - (structs[0]?.clock ?? 0);
  return total;
};

const admitted = (update: Uint8Array, whole: DecodedUpdate, fresh: DecodedUpdate): Admitted => {
  const inserted = countInserted(fresh.sections);
  const deleted = countDeleted(fresh.deletes);
  // Bytes with nothing to cut go out as they came: the grammar gives them one reading.
  const cut = inserted !== countInserted(whole.sections) || deleted !== countDeleted(whole.deletes);
  const empty = inserted === 0 && deleted === 0;
  return {
    bytes: empty ? null : cut ? encodeUpdate(fresh) : update,
    clients: fresh.sections.map(({ client }) => client),
    inserted,
    deleted,
    cut,
    fresh,
  };
};
