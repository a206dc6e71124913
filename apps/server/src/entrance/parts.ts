/** The challenges in which a person has a part: what she wrote there, or delivers, stays in her reach whomever it is for. */
import type { ChallengeId, PersonId } from '@butinerie/contracts';
import type { EntranceSetup } from './index.ts';

export const partsOf =
  ({
    ideas,
    rebounds,
    adoptions,
    pseudonyms,
  }: Pick<EntranceSetup, 'ideas' | 'rebounds' | 'adoptions' | 'pseudonyms'>) =>
  async (person: PersonId): Promise<ReadonlySet<ChallengeId>> => {
    const selves = pseudonyms.selvesOf(person);
    const [named, made, piloted] = await Promise.all([
      ideas.named(selves),
      rebounds.byPerson(selves),
      adoptions.pilotedBy(person),
    ]);
    const others = await ideas.byIds([...made.map(({ idea }) => idea), ...piloted]);
    return new Set([...named, ...others].map(({ challenge }) => challenge));
  };
