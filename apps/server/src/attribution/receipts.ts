/** The receipts of one person: of every leaf that names her, with the openings that are hers to read. */
import {
  buildReceipt,
  hashLeaf,
  opensCommitment,
  type CommittedField,
  type Opening,
  type ReadEvent,
} from '@butinerie/attribution';
import { ok, refuse, type Failure, type PersonId, type Result } from '@butinerie/contracts';
import QRCode from 'qrcode';
import type { Ideas } from '../ideas/index.ts';
import type { Clock } from '../platform/clock.ts';
import { eventOf, type LedgerRow, type LedgerStore } from './ledger.store.ts';
import type { LiveLedger } from './live-ledger.ts';
import { ideasIn } from './named-in.ts';
import type { OpeningsStore } from './openings.store.ts';
import type { Signing } from './sign-head.ts';
import type { SigningKeys } from './signing-keys.ts';

export interface ReceiptDeps {
  readonly ledger: LedgerStore;
  readonly openings: OpeningsStore;
  readonly live: LiveLedger;
  readonly sign: Signing;
  readonly keys: SigningKeys;
  readonly ideas: Pick<Ideas, 'record'>;
}

/** A person with the pseudonyms that are hers, herself first. */
export type Selves = readonly PersonId[];

export async function listReceipts({ ledger, ideas, openings }: ReceiptDeps, selves: Selves) {
  const entries = (await ledger.naming(selves)).flatMap((row) => {
    const event = eventOf(row);
    return event === undefined ? [] : [{ event, idea: ideasIn(Reflect.get(event, 'i'))[0] ?? null }];
  });
  const named = new Set(entries.flatMap(({ idea }) => idea ?? []));
  const records = await Promise.all([...named].map((idea) => ideas.record(idea)));
  const titles = new Map(records.flatMap((record) => (record === null ? [] : [[record.id, record.title]])));
  const lines = await Promise.all(
    entries.flatMap(({ event: { k, n } }) => (k === 'contributor.credited' ? [openings.ofLeaf(n)] : [])),
  );
  const brought = new Map(lines.flatMap((leaf) => (leaf === null ? [] : [[leaf.n, leaf.text]])));
  return entries.map(({ event: { n, k, t }, idea }) => ({
    n,
    kind: k,
    at: t,
    idea,
    title: idea === null ? null : (titles.get(idea) ?? null),
    brought: brought.get(n) ?? null,
  }));
}

type ReceiptRefused = Failure<'not-found' | 'ledger-refuses'>;

export async function readReceipt(
  deps: Omit<ReceiptDeps, 'ideas'>,
  n: number,
  selves: Selves,
  /** Without its body a receipt still commits to it, and fits into a code to print. */
  withText = true,
): Promise<Result<string, ReceiptRefused>> {
  const row = await deps.ledger.row(n);
  const event = row === null ? undefined : eventOf(row);
  if (row === null || event === undefined || !selves.some((self) => row.names.includes(self)))
    return refuse('not-found', { what: 'receipt' });
  const head = await deps.sign.head();
  if (!head.ok) return head;
  if (Buffer.compare(deps.live.tree.leafHash(n), hashLeaf(row.bytes)) !== 0)
    return refuse('ledger-refuses', { reason: `leaf ${n} is not what was registered` });
  const { openings, text } = await openedFor(deps, row, { event, selves });
  return ok(
    buildReceipt({
      leaf: row.bytes,
      tree: deps.live.tree,
      checkpoint: head.value,
      key: deps.keys.current(),
      openings,
      ...(text === null || !withText ? {} : { text }),
    }),
  );
}

/** A code of the lowest correction holds this many bytes at most. */
const CODE_LIMIT = 2_900;

export async function readCertificate(deps: ReceiptDeps, n: number, selves: Selves) {
  const receipt = await readReceipt(deps, n, selves, false);
  if (!receipt.ok) return receipt;
  const row = await deps.ledger.row(n);
  const event = row === null ? undefined : eventOf(row);
  const fits = Buffer.byteLength(receipt.value) <= CODE_LIMIT;
  return ok({
    receipt: receipt.value,
    qr: fits
      ? await QRCode.toString(receipt.value, { type: 'svg', errorCorrectionLevel: 'L', margin: 4 })
      : null,
    idea: event === undefined ? null : (ideasIn(Reflect.get(event, 'i'))[0] ?? null),
  });
}

/** All of one person's acts with their receipts, under one head. */
export async function exportCredits(
  deps: ReceiptDeps & { readonly clock: Clock },
  person: PersonId,
  selves: Selves,
) {
  const head = await deps.sign.head();
  if (!head.ok) return head;
  const acts = [];
  for (const entry of await listReceipts(deps, selves)) {
    const receipt = await readReceipt(deps, entry.n, selves);
    if (!receipt.ok) return receipt;
    const leaf = /^event (.*)$/m.exec(receipt.value)?.[1] ?? '';
    acts.push({ ...entry, leaf, receipt: receipt.value });
  }
  return ok({
    format: 'butinerie-credits@v1' as const,
    person,
    at: deps.clock.now().toISOString(),
    checkpoint: head.value.note,
    vkeys: [...deps.keys.lines()],
    acts,
  });
}

type Openings = { [Field in CommittedField]?: Opening };

/** A name is opened to its bearer; a text and its words to everybody the leaf names. */
async function openedFor(
  { openings }: Pick<ReceiptDeps, 'openings'>,
  { n }: LedgerRow,
  { event, selves }: { event: ReadEvent['event']; selves: Selves },
): Promise<{ openings: Openings; text: string | null }> {
  const meets = event.k === 'person.known' || event.k === 'pseudonym.taken';
  const met: unknown = meets ? Reflect.get(event, 'p') : null;
  const self = selves.find((one) => one === met);
  const persona = self === undefined ? null : await openings.persona(self);
  const stored = await openings.ofLeaf(n);
  const kept = { ...stored?.openings };
  if (!selves.some((self) => self === event.by)) delete kept.who;
  if (persona?.n === n) kept.c = { salt: persona.salt, value: { ...persona.identity } };
  // What was altered since opens nothing; a receipt without it still proves the leaf.
  for (const [field, opening] of Object.entries(kept) as [CommittedField, Opening][]) {
    const commitment: unknown = Reflect.get(event, field);
    if (typeof commitment !== 'string' || !opensCommitment(commitment, opening)) delete kept[field];
  }
  return { openings: kept, text: kept.txt === undefined ? null : (stored?.text ?? null) };
}
