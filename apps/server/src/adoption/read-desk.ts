/** The desk of who answers for a directorate: what waits for it and what it adopted. Nobody else has one. */
import type { AnswerOf, Credits, DirectorateId, IdeaState, readDesk as contract } from '@butinerie/contracts';
import { ok } from '@butinerie/contracts';
import { directoratesAnsweredFor, mayAnswerFor } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { Deliveries } from '../delivery/index.ts';
import type { IdeaRecord } from '../ideas/index.ts';
import type { AnswersRecord } from './adoptions.store.ts';
import type { AdoptionDeps } from './deps.ts';
import { directoratesOf, showAdoptions } from './show-adoption.ts';

type Desk = AnswerOf<typeof contract>;

export interface DeskDeps extends AdoptionDeps {
  readonly deliveries: Pick<Deliveries, 'standing'>;
}

const ON_THE_DESK: readonly IdeaState[] = [
  'selected',
  'adopted',
  'in_progress',
  'delivered',
  'measured',
  'abandoned',
];

const NOBODY: Credits = { originators: [], coauthors: [], rebounders: [], carrier: null };

interface Pile {
  readonly idea: IdeaRecord;
  readonly answers: AnswersRecord | undefined;
}

export const readDesk =
  (deps: DeskDeps) =>
  async (by: Speaker): Promise<{ ok: true; value: Desk }> => {
    const mine = directoratesAnsweredFor(by);
    if (mine.length === 0) return ok({ directorates: [], entries: [], pilots: [] });
    const ideas = await deps.ideas.inStates(ON_THE_DESK);
    const answered = await deps.store.ofIdeas(ideas.map(({ id }) => id));
    const byIdea = new Map(answered.map((answers) => [answers.idea, answers]));
    const pile = ideas
      .map((idea): Pile => ({ idea, answers: byIdea.get(idea.id) }))
      .filter((each) => isHers(each, by, mine));
    const directorates = await directoratesOf(deps, mine);
    const [entries, pilots] = await Promise.all([entriesOf(deps, pile), deps.people.all()]);
    return ok({ directorates: [...directorates.values()], entries, pilots });
  };

/** Selected in a challenge she answers in, or adopted by one of her directorates, now or before it gave it up. */
function isHers({ idea, answers }: Pile, by: Speaker, mine: readonly DirectorateId[]): boolean {
  const adopter = answers?.adoption?.directorate;
  const gaveUp = (answers?.former ?? []).filter((each) => mine.includes(each.directorate));
  const asked = adopter === undefined ? mine : [adopter, ...gaveUp.map((each) => each.directorate)];
  return asked.some((directorate) => mayAnswerFor(by, directorate, idea.challenge));
}

async function entriesOf(deps: DeskDeps, pile: readonly Pile[]): Promise<Desk['entries']> {
  const answers = pile.flatMap((each) => each.answers ?? []);
  const saidNo = answers.flatMap((each) =>
    [...each.declines, ...each.former].map(({ directorate }) => directorate),
  );
  const challenges = [...new Set(pile.map(({ idea }) => idea.challenge))];
  const [records, adoptions, directorates, credits, standing] = await Promise.all([
    Promise.all(challenges.map((id) => deps.challenges.record(id))),
    showAdoptions(deps, answers),
    directoratesOf(deps, saidNo),
    deps.ideas.credited(pile.map(({ idea }) => idea)),
    deps.deliveries.standing(pile.map(({ idea }) => idea)),
  ]);
  const questions = new Map(
    records.filter((each) => each !== null).map(({ id, question }) => [id, question]),
  );
  return pile.map(({ idea, answers: given }) => ({
    idea: idea.id,
    challenge: idea.challenge,
    question: questions.get(idea.challenge) ?? '',
    title: idea.seal?.title ?? idea.title,
    credits: credits.get(idea.id) ?? NOBODY,
    reason: idea.answer?.reason ?? '',
    adoption: adoptions.get(idea.id) ?? null,
    step: standing.get(idea.id)?.step ?? null,
    dueOn: standing.get(idea.id)?.dueOn ?? null,
    gaveUp: [
      ...(given?.former ?? []).flatMap(({ directorate }) => directorates.get(directorate)?.name ?? []),
      ...(idea.state === 'abandoned' ? [adoptions.get(idea.id)?.directorate.name ?? []].flat() : []),
    ],
    declinedBy: (given?.declines ?? []).flatMap(
      ({ directorate }) => directorates.get(directorate)?.name ?? [],
    ),
  }));
}
