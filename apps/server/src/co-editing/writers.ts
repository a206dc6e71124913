/**
 * Who may write in a text, now. Asked with every keystroke and by everybody who comes, so what the database says is kept
 * until something of it is written, and a while at most; the hour of closing is compared with the clock each time, since
 * a second matters there.
 */
import type { ChallengeId, IdeaId, PersonId, Phase } from '@butinerie/contracts';
import { arrivesInTime, mayReadIdea, mayWrite } from '@butinerie/domain';
import type { ChallengeRecord, Challenges } from '../challenges/index.ts';
import type { IdeaRecord, Ideas } from '../ideas/index.ts';
import type { Clock } from '../platform/clock.ts';
import { together } from '../platform/together.ts';

/** What another server wrote is told at once; were it not heard, it is noticed after so long at most. */
const FRESH_FOR_MS = 5_000;
const MOST_KEPT = 5_000;
const MOST_TOGETHER = 250;

export type Standing =
  | { readonly may: 'write' }
  /** Closed meanwhile: the writer's words are kept beside the text. */
  | { readonly may: 'leave-late'; readonly closedAt: Date }
  | { readonly may: 'read' }
  | { readonly may: 'nothing' };

export interface Writers {
  facts(idea: IdeaId): Promise<Facts | null>;
  standing(idea: IdeaId, person: PersonId, received: { at: Date; connectedAt: Date }): Promise<Standing>;
}
export interface Facts {
  readonly idea: IdeaRecord;
  readonly challenge: ChallengeRecord;
}

export function createWriters(deps: { ideas: Ideas; challenges: Challenges; clock: Clock }): Writers {
  const ideas = keptFor<IdeaId, IdeaRecord>((ids) => deps.ideas.byIds(ids));
  const challenges = keptFor<ChallengeId, ChallengeRecord>(async (ids) => {
    const found = await Promise.all(ids.map((id) => deps.challenges.record(id)));
    return found.filter((record) => record !== null);
  });
  deps.ideas.onStanding((ids) => ideas.forget(ids));
  deps.challenges.onWritten((ids) => challenges.forget(ids));

  async function facts(id: IdeaId): Promise<Facts | null> {
    const idea = await ideas.read(id);
    const challenge = idea && (await challenges.read(idea.challenge));
    return idea && challenge ? { idea, challenge } : null;
  }

  return {
    facts,
    async standing(id, person, { at, connectedAt }) {
      const found = await facts(id);
      if (found === null) return { may: 'nothing' };
      const { idea, challenge } = found;
      if (!mayReadIdea(idea, person, false)) return { may: 'nothing' };
      if (mayWrite(idea, person, deps.challenges.standing(challenge))) return { may: 'write' };
      const wrote = idea.originators.includes(person) || idea.coauthors.includes(person);
      const phase = deps.challenges.phase(challenge);
      // What was never published has no seal to be late for, and is shown to nobody else.
      if (!wrote || idea.publishedAt === null || !isClosed(phase)) return { may: 'read' };
      const closedAt = deps.challenges.closesAt(challenge);
      const inFlight = phase === 'closing' && idea.state === 'published';
      if (inFlight && arrivesInTime(closedAt, at, connectedAt)) return { may: 'write' };
      return { may: 'leave-late', closedAt };
    },
  };
}

/**
 * Records by their id, each read once for all who ask at the same time, until it is forgotten or has been kept long.
 * Those that are asked for all the time are read anew together, before one of them is waited for.
 */
function keptFor<Id, Found extends { readonly id: Id }>(
  readAll: (ids: readonly Id[]) => Promise<readonly Found[]>,
) {
  interface Kept {
    readonly found: Promise<Found | null>;
    readonly until: number;
    /** How often it was asked for since it was read. */
    asked: number;
  }
  const kept = new Map<Id, Kept>();
  let sweeping: NodeJS.Timeout | null = null;

  /** What nobody asks for any more is not held: a thousand texts may be open in which nobody writes. */
  function sweepLater(): void {
    sweeping ??= setTimeout(() => {
      sweeping = null;
      const now = performance.now();
      for (const [id, { until }] of kept) if (until <= now) kept.delete(id);
      if (kept.size > 0) sweepLater();
    }, 2 * FRESH_FOR_MS).unref();
  }

  function soonOver(now: number): Id[] {
    const soon: Id[] = [];
    for (const [id, { until, asked }] of kept) {
      if (until > now + FRESH_FOR_MS / 2) continue;
      if (asked > 0 && soon.length < MOST_TOGETHER) soon.push(id);
      else if (until <= now) kept.delete(id);
    }
    return soon;
  }

  /** Whoever comes while one question is asked is in the next. */
  const readTogether = together<readonly Id[], ReadonlyMap<Id, Found>>(async (asked) => {
    const found = new Map((await readAll([...new Set(asked.flat())])).map((one) => [one.id, one]));
    return asked.map(() => found);
  });

  return {
    read(id: Id): Promise<Found | null> {
      const now = performance.now();
      const known = kept.get(id);
      if (known !== undefined && known.until > now) {
        known.asked += 1;
        return known.found;
      }
      if (kept.size > MOST_KEPT) kept.clear();
      const others = known === undefined ? [] : soonOver(now).filter((other) => other !== id);
      const reading = readTogether([id, ...others]);
      const keep = (asked: Id): Promise<Found | null> => {
        const found = reading.then((all) => all.get(asked) ?? null);
        kept.set(asked, { found, until: now + FRESH_FOR_MS, asked: 0 });
        found.catch(() => kept.delete(asked));
        sweepLater();
        return found;
      };
      for (const other of others) void keep(other);
      return keep(id);
    },
    forget(ids: ReadonlySet<Id>): void {
      for (const id of ids) kept.delete(id);
    },
  };
}

function isClosed(phase: Phase): boolean {
  return phase !== 'draft' && phase !== 'scheduled' && phase !== 'ideation' && phase !== 'rebound';
}
