/** Ideas as people see them: with names from the ledger's fold, and without counters while ideas are open. */
import type { Credits, Idea, IdeaId, IdeaRef, PersonId, PersonRef, Phase } from '@butinerie/contracts';
import { afterClosing } from '@butinerie/domain';
import type { CreditLine } from '../attribution/index.ts';
import type { IdeaDeps } from './deps.ts';
import type { IdeaRecord } from './index.ts';

type CardDeps = Pick<IdeaDeps, 'ledger' | 'people' | 'store' | 'ideas' | 'adoptions'>;

/** The names of a list of people, in its order. */
export function named(people: readonly PersonId[], refs: ReadonlyMap<PersonId, PersonRef>): PersonRef[] {
  return people.flatMap((person) => refs.get(person) ?? []);
}

/** A draft has no leaf yet: its author is the one who writes it. Afterwards only the ledger says who is credited. */
function lineOf(idea: IdeaRecord, credits: ReadonlyMap<IdeaId, CreditLine>): CreditLine {
  const registered = credits.get(idea.id);
  if (registered !== undefined && idea.state !== 'draft') return registered;
  return {
    originators: idea.originators,
    coauthors: [],
    rebounders: [],
    carrier: null,
    parents: idea.parents,
  };
}

export async function cardsOf(
  deps: CardDeps,
  found: readonly IdeaRecord[],
  reader: { person: PersonId; phaseOf: (idea: IdeaRecord) => Phase },
): Promise<Idea[]> {
  const ids = found.map((idea) => idea.id);
  const [credits, supported, supports, adoptions] = await Promise.all([
    deps.ledger.credits(ids),
    deps.store.supportedBy(reader.person, ids),
    deps.ideas.supports(ids),
    deps.adoptions.ofIdeas(ids),
  ]);
  const lines = new Map(found.map((idea) => [idea.id, lineOf(idea, credits)]));
  const everybody = [...lines.values()].flatMap((line) => [
    ...line.originators,
    ...line.coauthors,
    ...line.rebounders,
    ...(line.carrier === null ? [] : [line.carrier]),
  ]);
  const refs = await deps.people.refs(everybody);

  return found.map((idea) => ({
    id: idea.id,
    challenge: idea.challenge,
    state: idea.state,
    title: idea.title,
    text: idea.text,
    credits: creditsOf(lines.get(idea.id), refs),
    authorToConfirm: idea.originators.length === 0,
    adoptedBy: adoptions.get(idea.id)?.directorate.name ?? null,
    publishedAt: idea.publishedAt?.toISOString() ?? null,
    savedAt: idea.savedAt.toISOString(),
    mine: roleOf(idea, reader.person),
    supported: supported.has(idea.id),
    supports: afterClosing(reader.phaseOf(idea)) ? (supports.get(idea.id) ?? 0) : null,
  }));
}

function roleOf(idea: IdeaRecord, person: PersonId): Idea['mine'] {
  if (idea.originators.includes(person)) return 'originator';
  return idea.coauthors.includes(person) ? 'coauthor' : null;
}

function creditsOf(line: CreditLine | undefined, refs: ReadonlyMap<PersonId, PersonRef>): Credits {
  if (line === undefined) return { originators: [], coauthors: [], rebounders: [], carrier: null };
  return {
    originators: named(line.originators, refs),
    coauthors: named(line.coauthors, refs),
    rebounders: named(line.rebounders, refs),
    carrier: (line.carrier && refs.get(line.carrier)) ?? null,
  };
}

export async function refsOf(
  deps: Pick<IdeaDeps, 'people'>,
  found: readonly IdeaRecord[],
): Promise<IdeaRef[]> {
  const refs = await deps.people.refs(found.flatMap((idea) => idea.originators));
  return found.map((idea) => ({
    id: idea.id,
    title: idea.title,
    originators: named(idea.originators, refs),
  }));
}
