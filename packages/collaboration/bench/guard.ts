/**
 * `npm run bench -- guard`: what the guard adds to applying an update, beside plain Yjs, per update and interleaved in
 * one run. Three people type, jump and delete; and a real paper typed by one person, when its trace is there
 * (BUTINERIE_TEST_DATA). `room` is what the server does for each update: verify, and merge as bytes. The last line is
 * JSON: `guardOverPlain` is the worse of the texts' (verify + apply) / apply.
 */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as Y from 'yjs';
import { newDocument, titleOf } from '../src/document/new-document.ts';
import { createGuard } from '../src/server/guard.ts';
import { MergedUpdates } from '../src/server/merged-updates.ts';
import { createRandom } from '../src/testing/random.ts';

type Patch = readonly [at: number, deleted: number, inserted: string];

const WARM_UP = 3;
const ROUNDS = 5;
const EDITS = 20_000;
const PEOPLE = 3;
const data = process.env['BUTINERIE_TEST_DATA'] ?? path.join(import.meta.dirname, '../../../../shared/data');
const paper = path.join(data, 'traces/automerge-paper.json.gz');

/** Keys at a cursor that moves on by itself and jumps now and then; one in ten deletes. */
const typing = (): readonly Uint8Array[] => {
  const random = createRandom(7);
  const updates: Uint8Array[] = [];
  const docs = Array.from({ length: PEOPLE }, (_, i) => {
    const doc = newDocument();
    doc.clientID = 1_000_000 * (i + 1);
    return doc;
  });
  let cursor = 0;
  for (const doc of docs) {
    doc.on('update', (bytes: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (!transaction.local) return;
      updates.push(bytes);
      for (const other of docs) if (other !== doc) Y.applyUpdate(other, bytes);
    });
  }
  let doc = random.pick(docs);
  for (let i = 0; i < EDITS; i++) {
    const title = titleOf(doc);
    if (random.chance(0.02)) {
      doc = random.pick(docs);
      cursor = random.integer(title.length + 1);
    }
    if (cursor > 0 && random.chance(0.1)) title.delete(--cursor, 1);
    else title.insert(cursor++, random.pick(['a', 'e', ' ', 's', 'é']));
  }
  return updates;
};

const typedPaper = (): readonly Uint8Array[] => {
  const trace = JSON.parse(gunzipSync(readFileSync(paper)).toString('utf8')) as {
    readonly txns: readonly { readonly patches: readonly Patch[] }[];
  };
  const doc = newDocument();
  doc.clientID = 1_000_000;
  const updates: Uint8Array[] = [];
  doc.on('update', (bytes: Uint8Array) => updates.push(bytes));
  for (const { patches } of trace.txns.slice(0, 2 * EDITS)) {
    for (const [at, deleted, inserted] of patches) {
      if (deleted > 0) titleOf(doc).delete(at, deleted);
      if (inserted !== '') titleOf(doc).insert(at, inserted);
    }
  }
  return updates;
};

const sender = { person: 'p', ownerOf: () => 'p' };

const ways: Readonly<Record<string, () => (bytes: Uint8Array) => void>> = {
  plain: () => {
    const doc = newDocument();
    return (bytes) => Y.applyUpdate(doc, bytes);
  },
  guarded: () => {
    const [doc, guard] = [newDocument(), createGuard()];
    return (bytes) => {
      const verdict = guard.verify(bytes, sender);
      if (!verdict.ok) throw new Error(verdict.failure.detail);
      Y.applyUpdate(doc, bytes);
    };
  },
  verify: () => {
    const guard = createGuard();
    return (bytes) => {
      if (!guard.verify(bytes, sender).ok) throw new Error('refused');
    };
  },
  room: () => {
    const [guard, merged] = [createGuard(), new MergedUpdates()];
    return (bytes) => {
      const verdict = guard.verify(bytes, sender);
      if (verdict.ok) merged.append(verdict.value.fresh);
    };
  },
};

const microseconds = (updates: readonly Uint8Array[], way: (bytes: Uint8Array) => void): number => {
  globalThis.gc?.();
  const from = process.cpuUsage();
  for (const bytes of updates) way(bytes);
  const { user, system } = process.cpuUsage(from);
  return (user + system) / updates.length;
};

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const measure = (name: string, updates: readonly Uint8Array[]): number => {
  const times = new Map(Object.keys(ways).map((way) => [way, [] as number[]]));
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const [way, start] of Object.entries(ways)) {
      const time = microseconds(updates, start());
      if (round >= 0) times.get(way)?.push(time);
    }
  }
  const medians = Object.fromEntries([...times].map(([way, each]) => [way, median(each)]));
  const guarded = times.get('guarded') ?? [];
  const ratio = median((times.get('plain') ?? []).map((plain, i) => (guarded[i] ?? 0) / plain));
  const row = Object.entries(medians).map(([way, time]) => `${way} ${time.toFixed(2)} µs`);
  console.info(`${name}: ${updates.length} updates; ${row.join(', ')}; guarded / plain ${ratio.toFixed(3)}`);
  return ratio;
};

const ratios = [measure('three people typing', typing())];
if (existsSync(paper)) ratios.push(measure('a paper typed by one', typedPaper()));
else console.info(`SKIPPED: ${paper} is absent; set BUTINERIE_TEST_DATA`);
console.info(JSON.stringify({ guardOverPlain: Number(Math.max(...ratios).toFixed(3)) }));
