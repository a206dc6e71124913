/**
 * The whole demonstration as dated acts: a challenge from its question to its adoptions, told three weeks and ninety
 * days long, and a second one that is open at the end, for visitors to take part in. It ends at `now`.
 */
import { mintId, type PersonId } from '@butinerie/contracts';
import type { CalendarDate } from '@butinerie/domain';
import type { Act } from './acts.ts';
import { castOf, type Cast, type Member } from './cast.ts';
import { companyOf } from './company.ts';
import { energy } from './content/energy.ts';
import { teams } from './content/teams.ts';
import { things } from './content/things.ts';
import { time } from './content/time.ts';
import { welcome } from './content/welcome.ts';
import { decisionActs, pilotOf } from './decision.ts';
import { ideaLife, type IdeaLife, type Surroundings } from './one-idea.ts';
import { chance } from './random.ts';
import type { IdeaScript } from './script.ts';
import { mondayBefore, onDay, wallTime, workingMoment } from './when.ts';

export interface Size {
  readonly people: number;
  readonly ideas: number;
  readonly openIdeas: number;
  /** People around an idea and supporters of one, on average. */
  readonly around: number;
  readonly supporters: number;
}
export const FULL_SIZE: Size = { people: 300, ideas: 38, openIdeas: 12, around: 8, supporters: 8 };

export interface Part {
  readonly person: PersonId;
  readonly part: string;
}
export interface Scenario {
  readonly cast: Cast;
  /** Who can be played by one click. */
  readonly parts: readonly Part[];
  /** In the order in which they happen, none after `now`. */
  readonly acts: readonly Act[];
  /** The Monday on which the first challenge opens. */
  readonly monday: CalendarDate;
}

/** Taken from each theme in turn, so that a small demonstration has a bit of everything. */
const IDEAS = [...things, ...energy, ...time, ...teams].map((script, index) => ({ script, index }));
const inTurn = (length: number): IdeaScript[] =>
  IDEAS.toSorted((a, b) => turnOf(a.index) - turnOf(b.index))
    .slice(0, length)
    .map(({ script }) => script);
const STARTS = [0, things.length, things.length + energy.length, things.length + energy.length + time.length];
const turnOf = (index: number): number => index - (STARTS.findLast((start) => start <= index) ?? 0);

const QUESTION = 'Que gaspillons-nous sans le voir, et comment l’éviter ?';
const BRIEF =
  'Trois semaines pour dire ce qui se perd : objets, énergie, temps, papier. Deux phrases suffisent. Chaque idée reçoit une réponse motivée, et son auteur ou son autrice reste citée.';
const OPEN_QUESTION = 'Comment bien accueillir une personne qui arrive ?';
const OPEN_BRIEF =
  'Le premier jour se raconte longtemps. Proposez, rebondissez, écrivez ensemble : ce défi est ouvert, essayez tout.';

/** `weeksAgo` the first challenge opened: eleven to be in delivery now, twenty to have its ninety days behind it. */
export function scenario(now: Date, { size, weeksAgo }: { size: Size; weeksAgo: number }): Scenario {
  const luck = chance(38);
  const cast = castOf(size.people);
  const company = companyOf(cast, luck);
  const shared = { company, luck, around: size.around, supporters: size.supporters };
  const monday = mondayBefore(now, weeksAgo * 7);
  const first = { ...shared, monday, lastDay: 19, challenge: mintId('challenge') };
  const scripts = inTurn(size.ideas);
  const lives = livesOf(scripts, { from: 1, to: 12 }, first);

  const openMonday = mondayBefore(now, 4);
  const open = { ...shared, monday: openMonday, lastDay: 33, challenge: mintId('challenge') };
  // What visitors find was written in the days before; the rest of its time is theirs.
  const soon = { ...open, lastDay: 6, around: 3, supporters: 6 };
  const openLives = livesOf(welcome.slice(0, size.openIdeas), { from: 1, to: 4 }, soon);

  const acts = [
    scheduled(first, cast.lead, { question: QUESTION, brief: BRIEF, ideasUntil: 12, decision: 33 }),
    ...lives.flatMap(({ acts: each }) => each),
    ...decisionActs(cast, { ...first, scripts, lives }),
    scheduled(open, cast.lead, { question: OPEN_QUESTION, brief: OPEN_BRIEF, ideasUntil: 26, decision: 47 }),
    ...openLives.flatMap(({ acts: each }) => each),
  ];
  return {
    cast,
    monday,
    parts: partsOf(cast, company, lives),
    acts: acts.filter(({ at }) => at <= now).sort((a, b) => a.at.getTime() - b.at.getTime()),
  };
}

function livesOf(
  scripts: readonly Parameters<typeof ideaLife>[0][],
  days: { from: number; to: number },
  where: Surroundings,
): IdeaLife[] {
  return scripts.map((script, number) => {
    // Many come in the first days, fewer every day.
    const part = (number / scripts.length) ** 1.5;
    return ideaLife(script, { at: workingMoment(where.monday, days, part), number }, where);
  });
}

function scheduled(
  { monday, lastDay, challenge }: Pick<Surroundings, 'monday' | 'lastDay' | 'challenge'>,
  by: Member,
  {
    question,
    brief,
    ideasUntil,
    decision,
  }: { question: string; brief: string; ideasUntil: number; decision: number },
): Act {
  const timeBox = {
    opensAt: wallTime(monday, 1, '09:00'),
    ideasUntil: wallTime(monday, ideasUntil, '17:00'),
    closesAt: wallTime(monday, lastDay, '17:00'),
    decisionDueAt: wallTime(monday, decision, '17:00'),
  };
  return { at: onDay(monday, -4, '10:00'), do: 'schedule', by, challenge, question, brief, timeBox };
}

function partsOf(cast: Cast, company: ReturnType<typeof companyOf>, lives: readonly IdeaLife[]): Part[] {
  const [life] = lives;
  if (life === undefined) throw new Error('a demonstration needs an idea');
  const [coauthor] = life.hands;
  const [colleague] = life.rebounders;
  const sponsor = cast.sponsors.get('Logistique');
  const parts: [string, Member | undefined][] = [
    ['author', life.author],
    ['coauthor', coauthor],
    ['colleague', colleague],
    ['agent', company.from('Ressources humaines')],
    ['moderator_lead', cast.lead],
    ['moderator', cast.second],
    ['sponsor', sponsor],
    ['pilot', pilotOf(cast, 'Logistique')],
  ];
  return parts.flatMap(([part, member]) => (member === undefined ? [] : [{ part, person: member.id }]));
}
