/** Fetches what proves one idea and has it checked here: the head, each act with its proof, the reader's own receipt. */
import {
  readCreditHistory,
  readIdea,
  readInclusion,
  readLeaf,
  readReceipt,
  type AnswerOf,
  type Failure,
  type IdeaPage,
  type PersonId,
  type Result,
} from '@butinerie/contracts';
import { call, type Offline } from '../platform/call.ts';
import { verifyIdea, type FetchedLeaf, type IdeaProof } from './verify-idea.ts';
import { watchRegister, type Watched } from './watch-register.ts';

type History = AnswerOf<typeof readCreditHistory>['events'];
export type Proved =
  | { readonly state: 'refused'; readonly failure: Failure | Offline }
  | { readonly state: 'alarm'; readonly watched: Extract<Watched, { state: 'alarm' }> }
  | {
      readonly state: 'proved';
      readonly proof: IdeaProof;
      readonly idea: IdeaPage;
      readonly history: History;
      readonly leaves: readonly FetchedLeaf[];
      readonly watched: Extract<Watched, { state: 'first' | 'same' | 'extended' }>;
      readonly at: string;
    };

/** An act written while the page was being read makes both differ for a moment: what does not hold is read once more. */
export async function proveIdea(id: IdeaPage['id'], me: PersonId): Promise<Proved> {
  const first = await readAndProve(id, me);
  return first.state === 'proved' && !first.proof.holds ? readAndProve(id, me) : first;
}

const AT_ONCE = 6;

async function readAndProve(id: IdeaPage['id'], me: PersonId): Promise<Proved> {
  const params = { idea: id };
  // The page and its history first, then the head: what was just registered is then under it.
  const [page, credits] = await Promise.all([
    call(readIdea, { params }),
    call(readCreditHistory, { params }),
  ]);
  if (!page.ok) return { state: 'refused', failure: page.failure };
  if (!credits.ok) return { state: 'refused', failure: credits.failure };
  const watched = await watchRegister();
  if (watched.state === 'unknown') return { state: 'refused', failure: watched.failure };
  if (watched.state === 'alarm') return { state: 'alarm', watched };

  const history = credits.value.events;
  const leaves: FetchedLeaf[] = [];
  for (let from = 0; from < history.length; from += AT_ONCE) {
    const some = history.slice(from, from + AT_ONCE);
    const fetched = await Promise.all(some.map(({ n }) => fetchLeaf(n, watched.head.size)));
    for (const leaf of fetched) {
      if (!leaf.ok) return { state: 'refused', failure: leaf.failure };
      leaves.push(leaf.value);
    }
  }
  const receipt = isNamed(page.value, me) ? await receiptOfSeal(history) : null;
  const { vkeys, head } = watched;
  const proof = verifyIdea({ idea: page.value, history, leaves, head, vkeys, receipt });
  return { state: 'proved', proof, idea: page.value, history, leaves, watched, at: new Date().toISOString() };
}

async function fetchLeaf(n: number, size: number): Promise<Result<FetchedLeaf, Failure | Offline>> {
  const [leaf, proof] = await Promise.all([
    call(readLeaf, { params: { n } }),
    call(readInclusion, { params: { n }, query: { size } }),
  ]);
  if (!leaf.ok) return leaf;
  if (!proof.ok) return proof;
  return { ok: true, value: { n, leaf: leaf.value.leaf, hashes: proof.value.hashes } };
}

const isNamed = ({ credits, pseudonym }: IdeaPage, me: PersonId): boolean =>
  pseudonym !== null ||
  [...credits.originators, ...credits.coauthors, ...credits.rebounders].some(({ id }) => id === me);

/** Given to those the seal names; somebody named since then has none. */
async function receiptOfSeal(history: History): Promise<string | null> {
  const seal = history.find(({ kind }) => kind === 'contribution.sealed');
  if (!seal) return null;
  const receipt = await call(readReceipt, { params: { n: seal.n } });
  return receipt.ok ? receipt.value : null;
}
