/** One idea with everything a page shows of it. */
import type {
  CodesOf,
  Failure,
  IdeaId,
  IdeaPage,
  PersonId,
  readIdea as contract,
  Result,
} from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { actsOnIdea, isOriginator, mayModerate, mayReadIdea } from '@butinerie/domain';
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
    const { idea, phase } = loaded.value;
    // Somebody else's draft is not told from an idea that does not exist.
    if (!mayReadIdea(idea, reader.person, mayModerate(reader, idea.challenge)))
      return refuse('not-found', { what: 'idea' });
    const [card] = await cardsOf(deps, [idea], { person: reader.person, phaseOf: () => phase });
    if (card === undefined) return refuse('not-found', { what: 'idea' });
    return ok({ ...card, ...(await partsOf(deps, loaded.value, reader)) });
  };

type Parts = Omit<IdeaPage, keyof Awaited<ReturnType<typeof cardsOf>>[number]>;

async function partsOf(deps: IdeaDeps, loaded: Loaded, reader: Speaker): Promise<Parts> {
  const { idea } = loaded;
  const [rebounds, parents, children, late, adoption] = await Promise.all([
    deps.rebounds.ofIdea(idea.id),
    deps.store.byIds(idea.parents),
    deps.store.grownFrom(idea.id),
    deps.documents.late(idea.id),
    deps.adoptions.ofIdea(idea.id),
  ]);
  const refs = await deps.people.refs([
    ...rebounds.map((rebound) => rebound.person),
    ...idea.requests,
    ...late.map((text) => text.person),
    ...(idea.answer === null ? [] : [idea.answer.by]),
  ]);
  const seesRequests = isOriginator(idea, reader.person);
  const requests = idea.requests.filter((person) => seesRequests || person === reader.person);
  return {
    openTo: idea.openTo,
    requests: named(requests, refs),
    rebounds: rebounds.flatMap((rebound) => reboundFor(rebound, refs)),
    parents: await refsOf(deps, parents),
    children: await refsOf(deps, children),
    seal: idea.seal && { ...idea.seal, at: idea.seal.at.toISOString() },
    late: late.flatMap(({ person, at, text }) => {
      const ref = refs.get(person);
      const mayRead = person === reader.person || mayModerate(reader, idea.challenge);
      return ref && mayRead ? [{ person: ref, at: at.toISOString(), text }] : [];
    }),
    answer: answerFor(idea, refs),
    adoption,
    acts: [
      ...actsOnIdea(
        {
          ...idea,
          rebounders: rebounds.map((rebound) => rebound.person),
          sealedAt: idea.seal?.at ?? null,
          adoptedBy: adoption?.directorate.id ?? null,
          carrierOffer: adoption && { to: adoption.carrierOffer.to.id, choice: adoption.carrierOffer.choice },
        },
        loaded.asked,
      ),
    ],
  };
}

type Refs = ReadonlyMap<PersonId, { id: PersonId; name: string; directorate: string | null }>;

function reboundFor(rebound: ReboundRecord, refs: Refs): IdeaPage['rebounds'] {
  const person = refs.get(rebound.person);
  if (person === undefined) return [];
  const { at, answeredAt } = rebound;
  return [{ ...rebound, person, at: at.toISOString(), answeredAt: answeredAt?.toISOString() ?? null }];
}

/** Nobody reads an answer before all of them are published. */
function answerFor({ answer, answerPublishedAt }: IdeaRecord, refs: Refs): IdeaPage['answer'] {
  const by = answer && refs.get(answer.by);
  if (answer === null || answerPublishedAt === null || !by) return null;
  return { ...answer, by, at: answer.at.toISOString() };
}
