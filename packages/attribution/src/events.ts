/**
 * Answers for what may be written in the ledger: one strict shape per kind. A kind that is not here can still lie
 * in a ledger (a newer version wrote it); it is then unknown, provable as bytes, and without effect on credit.
 */
import * as z from 'zod';
import * as f from './event-fields.ts';

const event = <Kind extends string, Fields extends z.ZodRawShape>(kind: Kind, fields: Fields) =>
  z.strictObject({ ...f.common, k: z.literal(kind), ...fields }).readonly();

const i = f.ideaId;
const p = f.personId;
const people = f.listOf(f.personId, 0, 10_000);

const shapes = [
  // People. `c` commits to the identity of `p`.
  event('person.known', { p, c: f.digest }),
  event('person.rectified', { p, c: f.digest }),
  event('person.erased', { p, ref: f.digest.optional() }),
  // A one-time person for one idea: `c` commits to her identity, `as` to whom she is in the ledger; `salt` opens `as`.
  event('pseudonym.taken', { i, p, c: f.digest, as: f.digest }),
  event('pseudonym.opened', { i, p, as: p, salt: f.salt }),

  // An idea and its text.
  event('idea.proposed', { i, txt: f.digest, dir: f.directorate.nullable() }),
  event('contribution.sealed', {
    i,
    txt: f.digest,
    log: f.digest,
    credits: z.strictObject({ originators: people, coauthors: people, rebounders: people }).readonly(),
    words: f.digest.optional(),
    alg: f.algorithm.optional(),
  }),
  event('content.hidden', { i, motive: f.code }),
  // `ref` commits to the reference of the request.
  event('content.shredded', { i, motive: f.code, second: p.optional(), ref: f.digest.optional() }),

  // Who else had a part in it.
  event('rebound.made', { rb: f.reboundId, i, txt: f.digest }),
  event('rebound.taken', { rb: f.reboundId, i }),
  // An author says what somebody brought; `txt` commits to the line.
  event('contributor.credited', { i, p, txt: f.digest }),
  event('rebound.linked', { i, on: f.listOf(f.ideaId, 1, 100) }),
  event('coauthor.invited', { i, p }),
  event('coauthor.consented', { i, p }),
  event('coauthor.declined', { i, p }),
  event('merge.consented', { i, from: f.listOf(f.ideaId, 1, 100) }),
  event('idea.merged', { i, from: f.listOf(f.ideaId, 1, 100) }),
  event('idea.unmerged', { i, from: f.listOf(f.ideaId, 1, 100) }),

  // What became of it.
  event('idea.selected', {
    i,
    mode: z.enum(['moderators', 'jury']),
    second: p.optional(),
    why: f.digest.optional(),
  }),
  event('idea.adopted', { i, dir: f.directorate, seal: f.index }),
  event('carrier.offered', { i, p }),
  event('carrier.accepted', { i, p }),
  event('carrier.declined', { i, p }),
  event('carrier.named', { i, p }),
  event('milestone.reached', { i, m: f.code }),

  // When people disagree.
  event('dispute.opened', { ds: f.disputeId, i, txt: f.digest }),
  event('dispute.answered', { ds: f.disputeId, i, txt: f.digest }),
  event('dispute.closed', { ds: f.disputeId, i, txt: f.digest }),
  event('correction.consented', { i, add: p }),
  event('correction.added', { i, add: p, why: f.digest, panel: f.listOf(f.personId, 2, 20) }),

  // The ledger's own life: the key that signs it is replaced by two people. `sig` is the old key's, `own` the new one's.
  event('key.rotated', {
    old: f.verifierKey,
    new: f.verifierKey,
    second: p,
    sig: f.signature,
    own: f.signature,
  }),
  // `size` and `root`: the last state that the lost key signed.
  event('key.lost', {
    old: f.verifierKey,
    new: f.verifierKey,
    second: p,
    size: f.index,
    root: f.digest,
    own: f.signature,
  }),
] as const;

const ledgerEvent = z.discriminatedUnion('k', shapes);

export type LedgerEvent = z.infer<typeof ledgerEvent>;
export type EventKind = LedgerEvent['k'];
export type EventOf<Kind extends EventKind> = Extract<LedgerEvent, { k: Kind }>;

export const eventKinds: readonly EventKind[] = shapes.map((shape) => shape.unwrap().shape.k.value);

const unknownEvent = z
  .looseObject({ ...f.common, k: z.string().regex(/^[a-z][a-z-]*\.[a-z][a-z-]*$/) })
  .readonly();

/** An event of a kind this version does not know: its common fields, and whatever else it says. */
export type UnknownEvent = z.infer<typeof unknownEvent>;

export type ReadEvent =
  | { readonly known: true; readonly event: LedgerEvent }
  | { readonly known: false; readonly event: UnknownEvent };

/** Undefined when the value is no event at all, or one of a known kind with a missing, extra or wrong field. */
export function readEvent(value: unknown): ReadEvent | undefined {
  const strict = ledgerEvent.safeParse(value);
  if (strict.success) return { known: true, event: strict.data };
  const loose = unknownEvent.safeParse(value);
  if (!loose.success || eventKinds.some((kind) => kind === loose.data.k)) return undefined;
  return { known: false, event: loose.data };
}
