/** The life of one idea while its challenge is open: proposed, rebounded on, co-written, supported. */
import { mintId, type ChallengeId, type IdeaId } from '@butinerie/contracts';
import { addDays, calendarDay, daysBetween, instantAt, PARIS, type CalendarDate } from '@butinerie/domain';
import type { Act, Hand } from './acts.ts';
import type { Member } from './cast.ts';
import type { Company } from './company.ts';
import type { Chance } from './random.ts';
import type { OpenIdeaScript } from './script.ts';
import { onDay, workingMoment } from './when.ts';

export interface IdeaLife {
  readonly idea: IdeaId;
  readonly author: Member;
  readonly rebounders: readonly Member[];
  readonly hands: readonly Member[];
  readonly acts: readonly Act[];
}

export interface Surroundings {
  readonly challenge: ChallengeId;
  readonly monday: CalendarDate;
  /** The day on which ideas and rebounds end. */
  readonly lastDay: number;
  readonly company: Company;
  readonly luck: Chance;
  /** How many people an idea gathers, on average, its author among them. */
  readonly around: number;
  readonly supporters: number;
}

const HOUR = 3_600_000;

export function ideaLife(
  { title, from, text, rebounds, hands = [] }: OpenIdeaScript,
  { at, number }: { at: Date; number: number },
  where: Surroundings,
): IdeaLife {
  const { challenge, monday, lastDay, company, luck, around } = where;
  const idea = mintId('idea');
  const author = company.from(from);
  const busy = [author];
  const next = (directorate: OpenIdeaScript['from']): Member => {
    const member = company.from(directorate, busy);
    busy.push(member);
    return member;
  };
  const nextDay = Math.min(daysBetween(monday, calendarDay(at, PARIS)) + 2, lastDay - 1);
  const later = (to: number): Date => {
    const moment = workingMoment(monday, { from: nextDay, to }, luck.below(1_000) / 1_000);
    return moment > at ? moment : new Date(at.getTime() + HOUR);
  };

  const acts: Act[] = [{ at, do: 'propose', by: author, challenge, idea, title, text }];
  for (const script of rebounds) {
    const rebound = mintId('rebound');
    const made = later(lastDay - 1);
    acts.push({ at: made, do: 'rebound', by: next(script.from), idea, rebound, text: script.text });
    if (script.taken) acts.push({ at: after(made), do: 'take', by: author, rebound });
  }
  const writers = hands.map(({ from: directorate, text: words }): Hand => ({
    by: next(directorate),
    text: words,
  }));
  acts.push(
    ...writing({ idea, author, writers, open: number % 2 === 0 }, { from: nextDay, lastDay, monday }),
  );

  const wished = around - 3 + luck.below(7);
  const many = company.others(Math.max(0, wished - busy.length), busy);
  busy.push(...many);
  for (const by of many) {
    const rebound = mintId('rebound');
    acts.push({ at: later(lastDay - 1), do: 'rebound', by, idea, rebound, text: company.remark() });
  }
  for (const by of company.others(1 + luck.below(where.supporters * 2), [author]))
    acts.push({ at: later(lastDay - 1), do: 'support', by, idea });
  return {
    idea,
    author,
    rebounders: busy.slice(1).filter((member) => !writers.some(({ by }) => by === member)),
    hands: writers.map(({ by }) => by),
    acts,
  };
}

/** A little later the same day: nobody answers at night. */
function after(moment: Date): Date {
  const evening = instantAt(calendarDay(moment, PARIS), '18:30', PARIS).getTime();
  return new Date(moment.getTime() + Math.max(60_000, Math.min(90 * 60_000, evening - moment.getTime())));
}

/** Half of the authors open their idea to everybody, the others accept each person who asks; then they write together. */
function writing(
  { idea, author, writers, open }: { idea: IdeaId; author: Member; writers: readonly Hand[]; open: boolean },
  { from, lastDay, monday }: { from: number; lastDay: number; monday: CalendarDate },
): Act[] {
  if (writers.length === 0) return [];
  const joining = Math.max(from, lastDay - 4);
  const together = lastDay - 1;
  const asked = onDay(monday, joining, '10:00');
  const acts: Act[] = open ? [{ at: onDay(monday, joining, '09:45'), do: 'open', by: author, idea }] : [];
  for (const { by } of writers) {
    acts.push({ at: asked, do: 'ask', by, idea });
    if (!open)
      acts.push({ at: onDay(monday, joining, '11:30'), do: 'accept', by: author, idea, person: by.id });
  }
  return [...acts, { at: onDay(monday, together, '14:00'), do: 'write', idea, hands: writers }];
}

/** The day a milestone is promised for. */
export function milestoneDay(adoptedAt: Date, days: number): CalendarDate {
  return addDays(calendarDay(adoptedAt, PARIS), days);
}
