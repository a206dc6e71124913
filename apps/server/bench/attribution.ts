/**
 * `npm run bench -- attribution`: what the lock costs, each against what it cannot do without, in one run. Append beside
 * its own JCS and SHA-256, proofs beside one hash, the guard beside plain Yjs; and a start from a million rows.
 * `--most N` stops the large tree at N leaves.
 */
import {
  CreditsFold,
  encodeLeaf,
  hashLeaf,
  hashNode,
  MerkleTree,
  readSignedLeaf,
  toJcs,
  verifyConsistency,
  verifyInclusion,
  type LedgerEvent,
} from '@butinerie/attribution';
import { createGuard } from '@butinerie/collaboration/server';
import { hash } from 'node:crypto';
import * as Y from 'yjs';

const { gc } = globalThis as { gc?: () => void };
const MOST = Number(process.argv[process.argv.indexOf('--most') + 1]) || 1_000_000;
const SIZES = [1_000, 100_000, MOST].filter((size, at, all) => size <= MOST && all.indexOf(size) === at);
const ROUNDS = 7;

const id = (prefix: string, n: number): string => `${prefix}_${String(n).padStart(26, '0')}`;
/** As the server hashes. */
const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer');
const digest = `sha256-${'A'.repeat(43)}=`;

/** A proposal, then rebounds on it, over and over: what a challenge writes most. */
function event(n: number): LedgerEvent {
  const idea = id('id', Math.floor(n / 50));
  const common = { v: 1 as const, n, t: new Date(1_790_000_000_000 + n).toISOString(), who: digest };
  return n % 50 === 0
    ? { ...common, k: 'idea.proposed', by: id('p', n % 5_000), i: idea, txt: digest, dir: 'DR' }
    : { ...common, k: 'rebound.made', by: id('p', n % 5_000), i: idea, rb: id('rb', n), txt: digest };
}

/** Of several rounds the quickest: whatever else the machine does only ever adds. */
const least = (times: readonly number[]): number => Math.min(...times);
const megabytes = (): number => {
  gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};

/** Microseconds of one call in the quickest round of `times` calls. */
function micros(times: number, act: (at: number) => unknown): number {
  return least(
    Array.from({ length: ROUNDS }, () => {
      const from = performance.now();
      for (let at = 0; at < times; at += 1) act(at);
      return ((performance.now() - from) * 1_000) / times;
    }),
  );
}

/** An append: rules of form, bytes, hash, tree. Its JCS and SHA-256 alone, and the rules of credit, beside it. */
function appending() {
  const events = Array.from({ length: 5_000 }, (_, n) => event(n));
  const encoder = new TextEncoder();
  const tree = new MerkleTree();
  let credits = new CreditsFold();
  const timed = (act: (event: LedgerEvent) => unknown): number => {
    const started = performance.now();
    for (const each of events) act(each);
    return ((performance.now() - started) * 1_000) / events.length;
  };
  const rounds = Array.from({ length: ROUNDS }, () => {
    credits = new CreditsFold();
    return {
      append: timed((each) => tree.append(encodeLeaf(each))),
      plain: timed((each) => hashLeaf(encoder.encode(toJcs(each)))),
      rules: timed((each) => credits.apply(each)),
    };
  });
  return {
    append: least(rounds.map((round) => round.append)),
    plain: least(rounds.map((round) => round.plain)),
    rules: least(rounds.map((round) => round.rules)),
  };
}

interface Sized {
  readonly size: number;
  readonly appendMicros: number;
  readonly proofMicros: number;
  readonly verifyMicros: number;
  readonly consistencyMicros: number;
  readonly coldStartSeconds: number;
  readonly megabytes: number;
}

function measured(size: number): Sized {
  const rows = Array.from({ length: size }, (_, n) => encodeLeaf(event(n)));
  const before = megabytes();
  const started = performance.now();
  const tree = new MerkleTree(sha256);
  const credits = new CreditsFold();
  for (const row of rows) {
    const read = readSignedLeaf(row);
    if (read === undefined) throw new Error('a leaf cannot be read');
    tree.append(row);
    credits.applyRead(read);
  }
  const coldStartSeconds = (performance.now() - started) / 1_000;
  const held = megabytes() - before;
  const spread = (at: number): number => (at * 7_919) % size;
  const root = tree.root();
  const proofMicros = micros(500, (at) => tree.inclusionProof(spread(at)));
  const consistencyMicros = micros(500, (at) => tree.consistencyProof(1 + spread(at), size));
  const index = spread(123);
  const leafHash = tree.leafHash(index);
  const proof = tree.inclusionProof(index);
  const verifyMicros = micros(100, () => {
    if (!verifyInclusion({ index, size, root, leafHash, proof })) throw new Error('a proof does not hold');
  });
  const from = Math.max(1, Math.floor(size / 3));
  const sound = verifyConsistency({
    from,
    fromRoot: tree.root(from),
    to: size,
    toRoot: root,
    proof: tree.consistencyProof(from, size),
  });
  if (!sound || credits.ideas().length === 0) throw new Error('what was measured does not hold');
  const appendMicros = micros(500, (at) => tree.append(rows[at % size] ?? new Uint8Array()));
  return {
    size,
    appendMicros,
    proofMicros,
    verifyMicros,
    consistencyMicros,
    coldStartSeconds,
    megabytes: held,
  };
}

/** One person's keys in one paragraph, as the guard gets them, over a document of some length. */
function typedUpdates(count: number): Uint8Array[] {
  const doc = new Y.Doc({ gc: false });
  doc.clientID = 1_001;
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const text = new Y.XmlText();
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [text]);
  doc.getXmlFragment('body').insert(0, [paragraph]);
  let seed = 20_261_122;
  const random = (most: number): number => (seed = (seed * 48_271) % 2_147_483_647) % most;
  for (let at = 0; at < count; at += 1) {
    // A caret that jumps now and then, and a deletion every ninth key.
    const place = at % 40 === 0 ? random(text.length + 1) : text.length;
    if (at % 9 === 8 && text.length > 0) text.delete(Math.max(0, place - 1), 1);
    else text.insert(place, 'abcdefghij'[random(10)] ?? 'a');
  }
  return updates;
}

/**
 * The guard's price, in turns of a few hundred updates: one document gets them as they are, another through the guard,
 * side by side and in an order that changes, so that whatever else the machine does falls on both. Each round gives one
 * ratio; the median of the rounds is the price. Both ways run a few rounds unmeasured first. The heap is not emptied in
 * between: a full collection throws the optimised code away, and a server that has run for a minute is warm.
 */
const WARM_UP_ROUNDS = 5;
const GUARD_ROUNDS = 25;
const TURN = 500;
const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;

function guarding() {
  const updates = typedUpdates(10_000);
  const sender = { person: 'p_1', ownerOf: (client: number) => (client === 1_001 ? 'p_1' : undefined) };
  const round = (nth: number) => {
    const plain = new Y.Doc({ gc: false });
    const guarded = new Y.Doc({ gc: false });
    const guard = createGuard();
    // Of this process alone: what others on the machine do takes its turns, not its time.
    const timed = (act: () => void): number => {
      const from = process.cpuUsage();
      act();
      const { user, system } = process.cpuUsage(from);
      return user + system;
    };
    const turns = Array.from({ length: updates.length / TURN }, (_, turn) => {
      const some = updates.slice(turn * TURN, (turn + 1) * TURN);
      const apply = (): number =>
        timed(() => {
          for (const update of some) Y.applyUpdate(plain, update);
        });
      const verify = (): number =>
        timed(() => {
          for (const update of some) {
            const verdict = guard.verify(update, sender);
            if (!verdict.ok) throw new Error(verdict.failure.detail);
            if (verdict.value.bytes !== null) Y.applyUpdate(guarded, verdict.value.bytes);
          }
        });
      if ((turn + nth) % 2 === 0) {
        const plainTime = apply();
        return { plainTime, guardedTime: verify() };
      }
      const guardedTime = verify();
      return { plainTime: apply(), guardedTime };
    });
    if (Buffer.compare(Y.encodeStateAsUpdate(guarded), Y.encodeStateAsUpdate(plain)) !== 0)
      throw new Error('guard and plain Yjs disagree');
    const sum = (times: readonly number[]): number => times.reduce((one, other) => one + other, 0);
    const plainMicros = sum(turns.map(({ plainTime }) => plainTime)) / updates.length;
    const guardedMicros = sum(turns.map(({ guardedTime }) => guardedTime)) / updates.length;
    return { plainMicros, guardedMicros, over: guardedMicros / plainMicros };
  };
  for (let nth = 0; nth < WARM_UP_ROUNDS; nth += 1) round(nth);
  const rounds = Array.from({ length: GUARD_ROUNDS }, (_, nth) => round(nth));
  const overs = rounds.map(({ over }) => over);
  return {
    plainMicros: median(rounds.map(({ plainMicros }) => plainMicros)),
    guardedMicros: median(rounds.map(({ guardedMicros }) => guardedMicros)),
    over: median(overs),
    least: Math.min(...overs),
    most: Math.max(...overs),
  };
}

const append = appending();
const node = hashLeaf(new Uint8Array(1));
const hashMicros = micros(20_000, () => hashNode(node, node));
const guard = guarding();
const sized = SIZES.map(measured);
const at = (size: number): Sized | undefined => sized.find((each) => each.size === size);

const fixed = (value: number, digits = 2): string => value.toFixed(digits).padStart(10);
console.log('      size    append     proof    verify consistency   start     held');
console.log('              µs        µs        µs        µs         s         MB');
for (const each of sized)
  console.log(
    [
      String(each.size).padStart(10),
      fixed(each.appendMicros),
      fixed(each.proofMicros),
      fixed(each.verifyMicros),
      fixed(each.consistencyMicros),
      fixed(each.coldStartSeconds),
      fixed(each.megabytes, 1),
    ].join(''),
  );
console.log(
  `append ${append.append.toFixed(1)} µs, its JCS and SHA-256 ${append.plain.toFixed(1)} µs: ` +
    `${(append.append / append.plain).toFixed(2)} times; the rules of credit ${append.rules.toFixed(1)} µs more`,
);
console.log(
  `guard: plain Yjs ${guard.plainMicros.toFixed(2)} µs an update, verified and applied ${guard.guardedMicros.toFixed(2)} µs; ` +
    `${guard.over.toFixed(3)} times, rounds from ${guard.least.toFixed(3)} to ${guard.most.toFixed(3)}`,
);
const rounded = (value: number | undefined): number | null =>
  value === undefined ? null : Math.round(value * 1_000) / 1_000;
console.log(
  JSON.stringify({
    appendMicros: rounded(append.append),
    jcsShaMicros: rounded(append.plain),
    proofMicros100k: rounded(at(100_000)?.proofMicros),
    hashMicros: rounded(hashMicros),
    consistencyMicros100k: rounded(at(100_000)?.consistencyMicros),
    coldStartSeconds1M: rounded(at(1_000_000)?.coldStartSeconds),
    megabytes1M: rounded(at(1_000_000)?.megabytes),
    guardOverPlain: rounded(guard.over),
  }),
);
