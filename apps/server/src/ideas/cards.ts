/** Ideas as people see them: with names from the ledger's fold, and without counters while ideas are open. */
import type { Credits, Idea, IdeaId, IdeaRef, PersonId, PersonRef, Phase } from '@butinerie/contracts';
import { afterClosing, saidAnswers } from '@butinerie/domain';
import type { CreditLine } from '../attribution/index.ts';
import type { ChallengeRecord } from '../challenges/index.ts';
import { particularsOf, type IdeaDeps } from './deps.ts';
import type { IdeaRecord } from './index.ts';

type CardDeps = Pick<
  IdeaDeps,
  'ledger' | 'people' | 'pseudonyms' | 'store' | 'ideas' | 'adoptions' | 'deliveries'
>;

const idsOf = (found: readonly IdeaRecord[]): IdeaId[] => found.map(({ id }) => id);

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

/** What the ledger says of ideas, and who the people are that it names: asked by their identifiers alone. */
interface Registered {
  readonly lines: ReadonlyMap<IdeaId, CreditLine>;
  readonly refs: ReadonlyMap<PersonId, PersonRef>;
}

async function registeredOf(
  deps: Pick<CardDeps, 'ledger' | 'people'>,
  ids: readonly IdeaId[],
): Promise<Registered> {
  const lines = await deps.ledger.credits(ids);
  const people = [...lines.values()].flatMap(({ originators, coauthors, rebounders, carrier }) => [
    ...originators,
    ...coauthors,
    ...rebounders,
    ...(carrier === null ? [] : [carrier]),
  ]);
  return { lines, refs: await deps.people.refs(people) };
}

/** Who is credited with each idea, with names. */
export async function creditsOf(
  deps: Pick<CardDeps, 'ledger' | 'people'>,
  found: readonly IdeaRecord[],
  ahead?: Registered,
): Promise<Map<IdeaId, Credits>> {
  const registered = ahead ?? (await registeredOf(deps, idsOf(found)));
  const lines = new Map(found.map((idea) => [idea.id, lineOf(idea, registered.lines)]));
  // Who writes a draft is in no leaf.
  const unnamed = found
    .flatMap((idea) => lines.get(idea.id)?.originators ?? [])
    .filter((person) => !registered.refs.has(person));
  const refs =
    unnamed.length === 0
      ? registered.refs
      : new Map([...registered.refs, ...(await deps.people.refs(unnamed))]);
  const withNames = ({ originators, coauthors, rebounders, carrier }: CreditLine): Credits => ({
    originators: named(originators, refs),
    coauthors: named(coauthors, refs),
    rebounders: named(rebounders, refs),
    carrier: (carrier && refs.get(carrier)) ?? null,
  });
  return new Map([...lines].map(([id, line]) => [id, withNames(line)]));
}

/** Before anybody chose: no directorate can have adopted it, and nobody asks. */
const UNDECIDED: ReadonlySet<IdeaRecord['state']> = new Set([
  'draft',
  'published',
  'submitted',
  'shortlisted',
]);

const NOBODY: Credits = { originators: [], coauthors: [], rebounders: [], carrier: null };

interface Reader {
  readonly person: PersonId;
  readonly phaseOf: (idea: IdeaRecord) => Phase;
  readonly challengeOf: (idea: IdeaRecord) => ChallengeRecord | undefined;
}

/** In the words of its challenge. */
export function particularsShown(
  challenge: ChallengeRecord | undefined,
  idea: IdeaRecord,
): Pick<Idea, 'theme' | 'answers'> {
  const theme = challenge?.themes.find(({ id }) => id === idea.theme);
  return {
    theme: theme === undefined ? null : { id: theme.id, fr: theme.fr, en: theme.en },
    answers: challenge === undefined ? [] : saidAnswers(challenge, particularsOf(idea)),
  };
}

/** What is told of ideas besides their records. */
export interface Beside {
  readonly registered: Registered;
  readonly supported: ReadonlySet<IdeaId>;
}

/** For ideas that were published before they were asked for: on its way while their records are read. */
export async function besideOf(
  deps: CardDeps,
  ids: readonly IdeaId[],
  { person }: Pick<Reader, 'person'>,
): Promise<Beside> {
  const [registered, supported] = await Promise.all([
    registeredOf(deps, ids),
    deps.store.supportedBy(deps.pseudonyms.ownerOf(person), ids),
  ]);
  return { registered, supported };
}

export async function cardsOf(
  deps: CardDeps,
  found: readonly IdeaRecord[],
  reader: Reader,
  ahead?: Beside,
): Promise<Idea[]> {
  const selves = deps.pseudonyms.selvesOf(deps.pseudonyms.ownerOf(reader.person));
  // Nobody counts while ideas are open.
  const counted = found.filter((idea) => afterClosing(reader.phaseOf(idea))).map((idea) => idea.id);
  const adopted = found.filter(({ state }) => !UNDECIDED.has(state)).map((idea) => idea.id);
  const [{ registered, supported }, supports, adoptions, standing] = await Promise.all([
    ahead ?? besideOf(deps, idsOf(found), reader),
    deps.ideas.supports(counted),
    deps.adoptions.ofIdeas(adopted),
    deps.deliveries.standing(found),
  ]);
  const credits = await creditsOf(deps, found, registered);
  return found.map((idea) => ({
    id: idea.id,
    challenge: idea.challenge,
    state: idea.state,
    title: idea.title,
    text: idea.text,
    ...particularsShown(reader.challengeOf(idea), idea),
    credits: credits.get(idea.id) ?? NOBODY,
    authorToConfirm: idea.originators.length === 0,
    adoptedBy: adoptions.get(idea.id)?.directorate.name ?? null,
    dueOn: standing.get(idea.id)?.dueOn ?? null,
    publishedAt: idea.publishedAt?.toISOString() ?? null,
    savedAt: idea.savedAt.toISOString(),
    underPseudonym: idea.state === 'draft' && (idea.underPseudonym ?? false),
    mine: roleOf(idea, selves),
    supported: supported.has(idea.id),
    supports: counted.includes(idea.id) ? (supports.get(idea.id) ?? 0) : null,
  }));
}

function roleOf(idea: IdeaRecord, selves: readonly PersonId[]): Idea['mine'] {
  const isSelf = (person: PersonId): boolean => selves.includes(person);
  if (idea.originators.some(isSelf)) return 'originator';
  return idea.coauthors.some(isSelf) ? 'coauthor' : null;
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
