/** One idea with everything a page shows of it. */
import type {
  CodesOf,
  Failure,
  IdeaId,
  IdeaPage,
  LateId,
  PersonId,
  readIdea as contract,
  Result,
} from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import {
  actsOnIdea,
  hasRole,
  isAuthor,
  isLinked,
  isOriginator,
  mayModerate,
  mayReadIdea,
  openPseudonym,
  type LateOutcome,
  type LinkedIdea,
} from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { ReboundRecord } from '../rebounds/index.ts';
import { cardsOf, named, refsOf } from './cards.ts';
import { loadIdea, type IdeaDeps, type Loaded } from './deps.ts';
import type { IdeaRecord } from './index.ts';

type Answer = Result<IdeaPage, Failure<CodesOf<typeof contract>>>;

export const readIdea =
  (deps: IdeaDeps) =>
  async (id: IdeaId, reader: Speaker): Promise<Answer> => {
    const loaded = await loadIdea(deps, id, reader);
    if (!loaded.ok) return loaded;
    const { idea, phase, challenge } = loaded.value;
    const shown = { person: reader.person, phaseOf: () => phase, challengeOf: () => challenge };
    const [[card], parts] = await Promise.all([
      cardsOf(deps, [idea], shown),
      partsOf(deps, loaded.value, reader),
    ]);
    return card === undefined ? refuse('not-found', { what: 'idea' }) : ok({ ...card, ...parts });
  };

type Parts = Omit<IdeaPage, keyof Awaited<ReturnType<typeof cardsOf>>[number]>;

async function partsOf(deps: IdeaDeps, loaded: Loaded, reader: Speaker): Promise<Parts> {
  const { idea } = loaded;
  const moderates = mayModerate(reader, idea.challenge);
  const [rebounds, contributions, parents, children, late, answers, delivered, declared] = await Promise.all([
    deps.rebounds.ofIdea(idea.id),
    deps.contributions.ofIdea(idea.id),
    deps.store.byIds(idea.parents),
    deps.store.grownFrom([idea.id]),
    deps.documents.late(idea.id),
    deps.adoptions.answersOn(idea.id),
    deps.deliveries.seen(idea, loaded.asked, reader),
    moderates ? deps.moderation.declared([idea]) : new Map<IdeaId, readonly PersonId[]>(),
  ]);
  const { adoption, declines } = answers;
  const within = await deps.within(
    reader,
    [...parents, ...children].map(({ challenge }) => challenge),
  );
  const outcomes = late.length === 0 ? [] : await deps.moderation.lateOutcomes(idea.challenge, late);
  // Neighbours are named to those who may read them, and only once they were published.
  const mayBeNamed = (other: IdeaRecord): boolean =>
    within.has(other.challenge) && other.publishedAt !== null && mayReadIdea(other, reader.person, moderates);
  const published = children.filter(mayBeNamed);
  const suggested = rebounds.some(({ answer, instead }) => answer === 'open' && instead !== null);
  const passages = suggested ? await deps.documents.passages(idea.id) : [];
  const refs = await deps.people.refs([
    ...rebounds.map((rebound) => rebound.person),
    ...idea.requests,
    ...late.map((text) => text.person),
    ...(idea.answer === null ? [] : [idea.answer.by]),
  ]);
  const seesRequests = isOriginator(idea, reader.person);
  const linked = {
    rebounders: rebounds.map((rebound) => rebound.person),
    declared: declared.get(idea.id) ?? [],
  };
  const requests = idea.requests.filter((person) => seesRequests || person === reader.person);
  return {
    pseudonym: pseudonymOf(deps, loaded, reader.person),
    openTo: idea.openTo,
    requests: named(requests, refs),
    rebounds: rebounds.flatMap((rebound) =>
      reboundFor(rebound, {
        refs,
        published,
        passages,
        reader: reader.person,
        seen: (record, known) => deps.rebounds.seen(record, known),
      }),
    ),
    contributions,
    parents: await refsOf(deps, parents.filter(mayBeNamed)),
    children: await refsOf(deps, published),
    seal: idea.seal && { ...idea.seal, at: idea.seal.at.toISOString() },
    ...(idea.shredded ? { shredded: { ...idea.shredded, at: idea.shredded.at.toISOString() } } : {}),
    late: lateFor(late, outcomes, { refs, reader, idea }),
    withdrawal: withdrawalFor({ ...idea, ...linked }, reader),
    answer: answerFor(idea, refs),
    adoption,
    declines,
    delivery: delivered.delivery,
    acts: [
      ...delivered.acts,
      ...actsOnIdea(
        {
          ...idea,
          ...linked,
          sealedAt: idea.seal?.at ?? null,
          adoptedBy: adoption?.directorate.id ?? null,
          carrierOffer: adoption && { to: adoption.carrierOffer.to.id, choice: adoption.carrierOffer.choice },
        },
        loaded.asked,
      ),
    ],
  };
}

/** Of this idea and of this reader; to anybody else there is nothing to tell. */
function pseudonymOf(deps: IdeaDeps, { asked }: Loaded, reader: PersonId): IdeaPage['pseudonym'] {
  const own = deps.pseudonyms.of(reader);
  if (own === null) return null;
  const { id, name, openedAt, keptAt } = own;
  return {
    person: id,
    name,
    openedAt: openedAt?.toISOString() ?? null,
    keptAt: keptAt?.toISOString() ?? null,
    mayOpen: openPseudonym(own, { choice: 'open' }, asked).ok,
  };
}

type Refs = ReadonlyMap<PersonId, { id: PersonId; name: string; directorate: string | null }>;

interface Seen {
  readonly refs: Refs;
  readonly published: readonly IdeaRecord[];
  readonly passages: readonly string[];
  readonly seen: IdeaDeps['rebounds']['seen'];
  readonly reader: PersonId;
}

function reboundFor(
  rebound: ReboundRecord,
  { refs, published, passages, reader, seen }: Seen,
): IdeaPage['rebounds'] {
  const person = refs.get(rebound.person);
  if (person === undefined) return [];
  const known = rebound.person === reader || published.some(({ id }) => id === rebound.grownInto);
  return [seen({ ...rebound, grownInto: known ? rebound.grownInto : null }, { person, passages })];
}

/**
 * A late text is read by whoever wrote it and the moderators; once it is in the annex also by the authors and those who
 * judge the idea, marked late.
 */
function lateFor(
  late: readonly { id: LateId; person: PersonId; at: Date; text: string }[],
  outcomes: readonly LateOutcome[],
  { refs, reader, idea }: { refs: Refs; reader: Speaker; idea: IdeaRecord },
): IdeaPage['late'] {
  const moderates = mayModerate(reader, idea.challenge);
  const concerned = hasRole(reader, 'juror', idea.challenge) || isAuthor(idea, reader.person);
  return late.flatMap(({ id, person, at, text }, index) => {
    const ref = refs.get(person);
    const became = outcomes[index];
    if (ref === undefined || became === undefined) return [];
    const annexed = became.state === 'annexed' && concerned;
    const mayRead = moderates || person === reader.person || annexed;
    if (!mayRead) return [];
    const decided = { outcome: became.state, decidedAt: became.at.toISOString(), reason: became.reason };
    return [{ id, person: ref, at: at.toISOString(), text, ...decided }];
  });
}

/** In confidence: nobody who wrote with her reads it, nor a moderator who has a link with the idea. */
function withdrawalFor(idea: IdeaRecord & LinkedIdea, reader: Speaker): IdeaPage['withdrawal'] {
  const { withdrawal } = idea;
  if (withdrawal === null) return null;
  const apart = mayModerate(reader, idea.challenge) && !isLinked(idea, reader.person);
  const mayRead = withdrawal.by === reader.person || apart;
  if (!mayRead) return null;
  const { at, reason, askedBySomebody } = withdrawal;
  return { at: at.toISOString(), reason, askedBySomebody };
}

/** Nobody reads an answer before all of them are published. */
function answerFor({ answer, answerPublishedAt }: IdeaRecord, refs: Refs): IdeaPage['answer'] {
  const by = answer && refs.get(answer.by);
  if (answer === null || answerPublishedAt === null || !by) return null;
  return { ...answer, by, at: answer.at.toISOString() };
}
