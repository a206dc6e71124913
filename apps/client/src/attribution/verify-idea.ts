/**
 * What can be said of one idea from the register alone: each act at its place under the signed head, the names that
 * follow from them, and the sealed text where the reader holds its receipt. Pure: nothing is fetched here.
 */
import {
  creditLine,
  CreditsFold,
  digestOf,
  fromBase64,
  hashLeaf,
  parseLeaf,
  verifyInclusion,
  verifyReceipt,
  type Checkpoint,
  type ReadEvent,
} from '@butinerie/attribution';
import type { AnswerOf, IdeaPage, readCreditHistory } from '@butinerie/contracts';

type CreditEvent = AnswerOf<typeof readCreditHistory>['events'][number];

export interface FetchedLeaf {
  readonly n: number;
  readonly leaf: string;
  /** Inclusion proof under the head, base64. */
  readonly hashes: readonly string[];
}
export interface IdeaToProve {
  readonly idea: Pick<IdeaPage, 'id' | 'credits' | 'seal'>;
  /** What the page shows as the history. */
  readonly history: readonly CreditEvent[];
  readonly leaves: readonly FetchedLeaf[];
  readonly head: Checkpoint;
  readonly vkeys: readonly string[];
  /** The reader's own receipt of the seal, where she is named in it. */
  readonly receipt: string | null;
}

export type IdeaCheckName = 'leaves' | 'inclusion' | 'names' | 'seal' | 'text';
export interface IdeaCheck {
  readonly name: IdeaCheckName;
  /** `absent`: there is nothing to check it with here. */
  readonly outcome: 'passed' | 'failed' | 'absent';
}
export interface IdeaProof {
  readonly holds: boolean;
  readonly checks: readonly IdeaCheck[];
  /** What stood unchanged, as far as the checks made here go. */
  readonly claim: 'text-and-names' | 'names';
  /** Day of the last act that changed a name or sealed the text, by the register's clock. */
  readonly since: string | null;
}

const utf8 = new TextEncoder();
const field = (event: ReadEvent['event'], name: string): unknown => Reflect.get(event, name);
const check = (name: IdeaCheckName, holds: boolean): IdeaCheck => ({
  name,
  outcome: holds ? 'passed' : 'failed',
});
const absent = (name: IdeaCheckName): IdeaCheck => ({ name, outcome: 'absent' });
// Lists of identifiers: one order or another says the same.
const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && [...a].sort().join() === [...b].sort().join();

export function verifyIdea(proved: IdeaToProve): IdeaProof {
  const { idea, history, leaves, head } = proved;
  const events = leaves.flatMap(({ leaf }) => {
    const read = parseLeaf(utf8.encode(leaf));
    return read.ok ? [read.value.event] : [];
  });
  const told = history.every((shown, at) => tellsTheSame(shown, events[at], idea.id));
  const { fold, since } = foldOf(events, idea.id);
  const checks = [
    check('leaves', events.length === leaves.length && leaves.length === history.length && told),
    check(
      'inclusion',
      leaves.every((leaf) => isIncluded(leaf, head)),
    ),
    check('names', namesFollow(idea, fold)),
    checkSeal(idea, events),
    checkText(proved, events),
  ];
  const holds = history.length > 0 && checks.every(({ outcome }) => outcome !== 'failed');
  const both = checks.every(({ name, outcome }) => !['seal', 'text'].includes(name) || outcome === 'passed');
  return { holds, checks, claim: both ? 'text-and-names' : 'names', since };
}

/** The line of the history on the screen says what the leaf says: which act, which day, by whom, about whom. */
function tellsTheSame(
  shown: CreditEvent,
  event: ReadEvent['event'] | undefined,
  idea: IdeaPage['id'],
): boolean {
  if (!event || event.n !== shown.n || event.k !== shown.kind || event.t !== shown.at) return false;
  if (!JSON.stringify(event).includes(idea)) return false;
  if (shown.by && event.by !== shown.by.id) return false;
  const person = field(event, 'p') ?? field(event, 'add');
  // A rebound that is taken names itself, not its author: her name follows from the leaf that made it.
  return typeof person !== 'string' || !shown.person || person === shown.person.id;
}

function isIncluded({ n, leaf, hashes }: FetchedLeaf, { size, root }: Checkpoint): boolean {
  const proof = hashes.map(fromBase64).filter((hash) => hash !== undefined);
  if (proof.length !== hashes.length) return false;
  return verifyInclusion({ index: n, size, root, leafHash: hashLeaf(utf8.encode(leaf)), proof });
}

function foldOf(events: readonly ReadEvent['event'][], idea: string) {
  const fold = new CreditsFold();
  let since: string | null = null;
  let before = '';
  for (const event of events) {
    fold.apply(event);
    const credits = fold.idea(idea);
    const now = JSON.stringify(credits && [credits.originators, credits.coauthors, credits.rebounders]);
    if (now !== before || event.k === 'contribution.sealed') since = event.t;
    before = now;
  }
  return { fold, since };
}

/** The names on the page are exactly those that follow from the register, in every role. */
function namesFollow({ id, credits }: IdeaToProve['idea'], fold: CreditsFold): boolean {
  const folded = fold.idea(id);
  if (!folded) return false;
  const line = creditLine(folded);
  const ids = (people: readonly { id: string }[]): string[] => people.map((person) => person.id);
  return (
    same(ids(credits.originators), line.originators) &&
    same(ids(credits.coauthors), line.coauthors) &&
    same(ids(credits.rebounders), line.rebounders) &&
    credits.carrier?.id === line.carrier
  );
}

/** The seal on the page has the root of the log that the register was told. */
function checkSeal({ seal }: IdeaToProve['idea'], events: readonly ReadEvent['event'][]): IdeaCheck {
  const leaf = events.find(({ k }) => k === 'contribution.sealed');
  if (!seal && !leaf) return absent('seal');
  return check(
    'seal',
    leaf !== undefined && seal !== null && field(leaf, 'log') === digestWritten(seal.logRoot),
  );
}

/** Hexadecimal, or as leaves write it. */
function digestWritten(root: string): string {
  const pairs = /^[0-9a-f]{64}$/.test(root) ? (root.match(/../g) ?? []) : null;
  if (!pairs) return root;
  return `sha256-${btoa(String.fromCharCode(...pairs.map((pair) => Number.parseInt(pair, 16))))}`;
}

/** Only a receipt opens what the register says of the text; without one the register keeps it closed. */
function checkText({ idea, receipt, vkeys }: IdeaToProve, events: readonly ReadEvent['event'][]): IdeaCheck {
  const leaf = events.find(({ k }) => k === 'contribution.sealed');
  if (!receipt || !leaf || !idea.seal) return absent('text');
  const verdict = verifyReceipt(receipt, { vkeys: vkeys.map((vkey) => ({ vkey })) });
  if (!verdict.valid || verdict.facts.n !== leaf.n) return check('text', false);
  const { title, text } = verdict.facts;
  if (title === undefined || text === undefined) return absent('text');
  return check(
    'text',
    title === idea.seal.title && digestOf(utf8.encode(text)) === digestOf(utf8.encode(idea.seal.text)),
  );
}
