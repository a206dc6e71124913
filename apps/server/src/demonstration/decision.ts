/** From closing to adoption: every idea answered with its reason, a second person, directorates that commit or say no. */
import type { ChallengeId } from '@butinerie/contracts';
import type { CalendarDate } from '@butinerie/domain';
import type { Act } from './acts.ts';
import type { Cast, Member } from './cast.ts';
import { milestoneDay, type IdeaLife } from './one-idea.ts';
import type { Directorate, IdeaScript } from './script.ts';
import { onDay, workingMoment } from './when.ts';

interface Decided {
  readonly challenge: ChallengeId;
  readonly monday: CalendarDate;
  readonly lastDay: number;
  readonly scripts: readonly IdeaScript[];
  readonly lives: readonly IdeaLife[];
}

export function decisionActs(cast: Cast, decided: Decided): Act[] {
  const { challenge, monday, lastDay, scripts, lives } = decided;
  const { lead, second } = cast;
  const acts: Act[] = [{ at: onDay(monday, lastDay, '17:05'), do: 'seal', by: lead, challenge }];
  scripts.forEach(({ verdict }, index) => {
    const life = lives[index];
    if (life === undefined) return;
    const at = workingMoment(monday, { from: 22, to: 29 }, index / scripts.length);
    // Both write answers; whoever proposes the results is not the one who confirms them.
    acts.push({ at, do: 'answer', by: index % 3 === 0 ? second : lead, challenge, idea: life.idea, verdict });
  });
  acts.push({ at: onDay(monday, 30, '15:00'), do: 'propose-results', by: lead, challenge });
  acts.push({ at: onDay(monday, 33, '10:00'), do: 'confirm-results', by: second, challenge });
  const answered = scripts.flatMap((script, index) => {
    const life = lives[index];
    return life === undefined ? [] : [{ script, life }];
  });
  answered
    .filter(({ script }) => script.verdict.outcome === 'selected')
    .forEach(({ script, life }, index) =>
      acts.push(...directorateActs(cast, script, { life, monday, index })),
    );
  return acts;
}

function directorateActs(
  cast: Cast,
  { adoption, declined = [] }: IdeaScript,
  { life, monday, index }: { life: IdeaLife; monday: CalendarDate; index: number },
): Act[] {
  const { idea, author } = life;
  const acts = declined.map(({ by, reason }): Act => ({
    at: onDay(monday, 38, '16:00'),
    do: 'decline',
    by: sponsorOf(cast, by),
    idea,
    directorate: by,
    reason,
  }));
  if (adoption === undefined) return acts;
  const at = workingMoment(monday, { from: 36, to: 43 }, index / 10);
  const milestoneOn = milestoneDay(at, 30 + index * 4);
  const pilot = pilotOf(cast, adoption.by).id;
  acts.push({ at, do: 'adopt', by: sponsorOf(cast, adoption.by), idea, pilot, milestoneOn, adoption });
  if (adoption.carrier !== null) {
    const answeredAt = new Date(at.getTime() + (2 + (index % 5)) * 86_400_000);
    acts.push({ at: answeredAt, do: 'carry', by: author, idea, choice: adoption.carrier });
  }
  return acts;
}

function sponsorOf({ sponsors }: Cast, directorate: Directorate): Member {
  const sponsor = sponsors.get(directorate);
  if (sponsor === undefined) throw new Error(`nobody answers for ${directorate}`);
  return sponsor;
}

/** The same person for every adoption of a directorate: the last of its agents, who has written least. */
export function pilotOf({ agents }: Pick<Cast, 'agents'>, directorate: Directorate): Member {
  const pilot = agents.findLast((member) => member.directorate === directorate);
  if (pilot === undefined) throw new Error(`nobody works at ${directorate}`);
  return pilot;
}
