/**
 * Once the texts of a challenge are sealed, each is held against the older sealed ideas of other people; where a long run
 * of words stands in both, its authors are asked. Done again it changes nothing.
 */
import { indexQuotations, sharedRuns, type SharedRun } from '@butinerie/collaboration/server';
import type { ChallengeId, IdeaId } from '@butinerie/contracts';
import { isComparable, isForAllAgents, mayQuote } from '@butinerie/domain';
import type { ChallengeRecord } from '../challenges/index.ts';
import type { IdeaRecord } from '../ideas/index.ts';
import { comparedOf, sealedText, type QuotationDeps } from './deps.ts';
import type { QuotationRecord } from './quotations.store.ts';

/** Texts whose runs are in memory at a time; of each such part every other text is looked at once. */
const PART = 500;

export const compareChallenge =
  (deps: QuotationDeps) =>
  async (id: ChallengeId): Promise<void> => {
    const challenge = await deps.challenges.record(id);
    if (!challenge?.sealedAt || (await deps.store.wasCompared(id))) return;
    const ideas = await deps.ideas.ofChallenge(id);
    for (let from = 0; from < ideas.length; from += PART)
      await compare(deps, challenge, ideas.slice(from, from + PART));
    await deps.store.markCompared(id, deps.clock.now());
  };

/** One that came back after the others were compared. */
export const compareLate =
  (deps: QuotationDeps) =>
  async (id: IdeaId): Promise<void> => {
    const idea = await deps.ideas.record(id);
    const challenge = idea && (await deps.challenges.record(idea.challenge));
    if (idea?.seal && challenge) await compare(deps, challenge, [idea]);
  };

async function compare(
  deps: QuotationDeps,
  challenge: ChallengeRecord,
  among: readonly IdeaRecord[],
): Promise<void> {
  const ideas = among.filter((idea) => isComparable(comparedOf(idea)));
  const index = indexQuotations(
    ideas.map((idea) => ({ of: idea.id, text: sealedText(idea) ?? '' })),
    everybodys(challenge),
  );
  const sources = new Map<string, IdeaRecord[]>();
  for await (const source of deps.ideas.listed()) {
    const text = sealedText(source);
    if (text === null) continue;
    for (const idea of index.holding(text)) {
      const held = sources.get(idea);
      if (held === undefined) sources.set(idea, [source]);
      else held.push(source);
    }
  }
  const forAll = new Map<ChallengeId, boolean>();
  for (const idea of ideas) {
    const candidates = (sources.get(idea.id) ?? []).filter(({ id }) => id !== idea.id);
    if (candidates.length === 0) continue;
    for (const { challenge: where } of candidates) {
      if (forAll.has(where)) continue;
      const record = await deps.challenges.record(where);
      forAll.set(where, record !== null && isForAllAgents(record.audience));
    }
    const family = await deps.lineage.relatives(idea);
    const older = candidates
      .filter((source) =>
        mayQuote(comparedOf(idea), comparedOf(source), {
          forAll: forAll.get(source.challenge) ?? false,
          family,
        }),
      )
      .toSorted((one, other) => Number(one.publishedAt) - Number(other.publishedAt));
    await ask(deps, idea, foundIn(challenge, idea, older));
  }
}

/** What the challenge itself says belongs to nobody. */
const everybodys = ({ question, brief, fields }: ChallengeRecord): string[] => [
  question,
  brief,
  ...fields.flatMap(({ fr, en }) => [fr, en]),
];

interface Found {
  readonly source: IdeaRecord;
  readonly run: SharedRun;
}

/** The longest run of each older idea. */
function foundIn(challenge: ChallengeRecord, idea: IdeaRecord, older: readonly IdeaRecord[]): Found[] {
  const others = older.map((source) => ({ of: source.id, text: sealedText(source) ?? '' }));
  const runs = sharedRuns(sealedText(idea) ?? '', others, everybodys(challenge));
  return older.flatMap((source) => {
    const [run] = runs.filter(({ of }) => of === source.id).toSorted((one, other) => other.words - one.words);
    return run === undefined ? [] : [{ source, run }];
  });
}

async function ask(deps: QuotationDeps, idea: IdeaRecord, found: readonly Found[]): Promise<void> {
  if (found.length === 0) return;
  const notices = await deps.database.transaction(async (tx) => {
    const known = new Set((await deps.store.ofIdea(idea.id, tx)).map(({ source }) => source));
    const fresh = found.filter(({ source }) => !known.has(source.id));
    if (fresh.length === 0) return [];
    const records = fresh.map(({ source, run: { start, end } }): QuotationRecord => ({
      idea: idea.id,
      source: source.id,
      start,
      end,
      foundAt: deps.clock.now(),
      answer: 'open',
      answered: null,
    }));
    await deps.store.keep(tx, records);
    const told = fresh.flatMap(({ source }) =>
      [...idea.originators, ...idea.coauthors].map((to) => ({
        to,
        kind: 'quotation-found' as const,
        challenge: idea.challenge,
        idea: idea.id,
        about: idea.title,
        actor: null,
        reason: source.title,
      })),
    );
    await deps.notifications.tell(tx, told);
    return told;
  });
  deps.notifications.announce(notices);
  if (notices.length > 0) deps.ideas.announce(idea);
}
