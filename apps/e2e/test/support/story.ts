/** The cast of every journey, and the challenge they meet in. */
import type { ChallengeId } from '@butinerie/contracts';
import { scheduledChallenge } from './challenge.ts';
import { openStage, type Stage } from './stage.ts';
import type { Person } from './team.ts';

export interface Story extends Stage {
  readonly author: Person;
  readonly colleague: Person;
  readonly moderator: Person;
  readonly secondModerator: Person;
  /** Answers for the Direction des Bâtiments. */
  readonly director: Person;
  readonly pilot: Person;
  readonly challenge: ChallengeId;
}

const IN = {
  solidarity: 'Direction des Solidarités',
  roads: 'Direction des Routes',
  buildings: 'Direction des Bâtiments',
  innovation: 'Mission Innovation',
};

/** A week before the challenge opens, unless told. */
export async function openStory(options: Parameters<typeof openStage>[0] = {}): Promise<Story> {
  const stage = await openStage(options);
  const { team } = stage;
  const people = {
    author: await team.person({ name: 'Ana Exemple', directorate: IN.solidarity }),
    colleague: await team.person({ name: 'Côme Exemple', directorate: IN.roads }),
    moderator: await team.person({ name: 'Maud Exemple', directorate: IN.innovation, roles: ['moderator'] }),
    secondModerator: await team.person({
      name: 'Milo Exemple',
      directorate: IN.innovation,
      roles: ['moderator'],
    }),
    director: await team.person({ name: 'Dora Exemple', directorate: IN.buildings, roles: ['sponsor'] }),
    pilot: await team.person({ name: 'Paul Exemple', directorate: IN.buildings }),
  };
  return { ...stage, ...people, challenge: await scheduledChallenge(team.administrator) };
}
