/** Who does what: people are taken in turn from their directorate, so that many take part and nobody does everything. */
import type { Cast, Member } from './cast.ts';
import { CLOSINGS, OPENINGS, REMARKS } from './content/many-rebounds.ts';
import type { Chance } from './random.ts';
import { DIRECTORATES, type Directorate } from './script.ts';

export interface Company {
  /** The next person of this directorate; `besides` are busy in the same idea. */
  from(directorate: Directorate, besides?: readonly Member[]): Member;
  /** People of any other directorate than these people's, different ones. */
  others(count: number, besides: readonly Member[]): Member[];
  /** A short rebound that nobody wrote before. */
  remark(): string;
}

export function companyOf({ agents }: Cast, luck: Chance): Company {
  const queues = new Map(
    DIRECTORATES.map((name) => [name, agents.filter(({ directorate }) => directorate === name)] as const),
  );
  const waiting = [...agents];
  const said = new Set<string>();
  return {
    from(directorate, besides = []) {
      const queue = queues.get(directorate) ?? [];
      const place = queue.findIndex((member) => !besides.includes(member));
      const [next] = queue.splice(Math.max(place, 0), 1);
      if (next === undefined) throw new Error(`nobody of ${directorate} is left`);
      queue.push(next);
      return next;
    },
    others(count, besides) {
      const [author] = besides;
      const free = waiting.filter(
        (member) => !besides.includes(member) && member.directorate !== author?.directorate,
      );
      const chosen = luck.some(free.slice(0, count * 3), count);
      for (const member of chosen) waiting.push(...waiting.splice(waiting.indexOf(member), 1));
      return chosen;
    },
    remark() {
      for (;;) {
        const text = [luck.pick(OPENINGS), luck.pick(REMARKS), luck.pick(CLOSINGS)].join(' ');
        if (said.has(text)) continue;
        said.add(text);
        return text;
      }
    },
  };
}
