/** Adoptions as people see them, with names. */
import type {
  Adoption,
  Decline,
  Directorate,
  DirectorateId,
  IdeaId,
  PersonId,
  PersonRef,
} from '@butinerie/contracts';
import type { AdoptionRecord, AnswersRecord } from './adoptions.store.ts';
import type { AdoptionDeps } from './deps.ts';

type Names = Pick<AdoptionDeps, 'people'>;

export async function showAdoptions(
  deps: Names,
  answers: readonly AnswersRecord[],
): Promise<Map<IdeaId, Adoption>> {
  const adopted = answers.flatMap(({ idea, adoption }) => (adoption === null ? [] : [{ idea, adoption }]));
  const refs = await deps.people.refs(
    adopted.flatMap(({ adoption }) => [adoption.sponsor, adoption.pilot, adoption.carrierOffer.to]),
  );
  const directorates = await directoratesOf(
    deps,
    adopted.map(({ adoption }) => adoption.directorate),
  );
  const ref = (person: PersonId): PersonRef => known(refs.get(person));
  return new Map(
    adopted.map(({ idea, adoption }) => [
      idea,
      shown(idea, adoption, { directorate: known(directorates.get(adoption.directorate)), ref }),
    ]),
  );
}

export async function directoratesOf(
  { people }: Names,
  ids: Iterable<DirectorateId>,
): Promise<Map<DirectorateId, Directorate>> {
  const found = await Promise.all([...new Set(ids)].map((id) => people.directorate(id)));
  return new Map(found.filter((each) => each !== null).map((each) => [each.id, each]));
}

export async function showDeclines(deps: Names, { declines }: AnswersRecord): Promise<Decline[]> {
  const names = await directoratesOf(
    deps,
    declines.map(({ directorate }) => directorate),
  );
  return declines.map(({ directorate, reason, at }) => ({
    directorate: known(names.get(directorate)).name,
    reason,
    at: at.toISOString(),
  }));
}

/** People and directorates are never deleted. */
function known<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('an adoption names somebody who is not known');
  return found;
}

function shown(
  idea: IdeaId,
  record: AdoptionRecord,
  names: { directorate: Directorate; ref: (person: PersonId) => PersonRef },
): Adoption {
  const { promise, milestone, halfDays, dueOn, firstDueOn, carrierOffer } = record;
  return {
    idea,
    directorate: names.directorate,
    sponsor: names.ref(record.sponsor),
    pilot: names.ref(record.pilot),
    promise,
    milestone: { ...milestone },
    halfDays,
    adoptedAt: record.adoptedAt.toISOString(),
    dueOn,
    firstDueOn,
    carrierOffer: {
      to: names.ref(carrierOffer.to),
      offeredAt: carrierOffer.offeredAt.toISOString(),
      answerBy: carrierOffer.answerBy,
      choice: carrierOffer.choice,
      answeredAt: carrierOffer.answeredAt?.toISOString() ?? null,
    },
  };
}

/** The adoption that was just written. */
export async function showAdoption(deps: Names, answers: AnswersRecord): Promise<Adoption> {
  return known((await showAdoptions(deps, [answers])).get(answers.idea));
}
