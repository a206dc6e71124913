/**
 * Who may write in a text, now. Asked with every keystroke, so what the database says is kept for a moment; the hour of
 * closing is compared with the clock each time, since a second matters there.
 */
import type { IdeaId, PersonId, Phase } from '@butinerie/contracts';
import { arrivesInTime, mayReadIdea, mayWrite } from '@butinerie/domain';
import type { ChallengeRecord, Challenges } from '../challenges/index.ts';
import type { IdeaRecord, Ideas } from '../ideas/index.ts';
import type { Clock } from '../platform/clock.ts';

const FRESH_FOR_MS = 1_000;

export type Standing =
  | { readonly may: 'write' }
  /** Closed meanwhile: the writer's words are kept beside the text. */
  | { readonly may: 'leave-late'; readonly closedAt: Date }
  | { readonly may: 'read' }
  | { readonly may: 'nothing' };

export interface Writers {
  /** Asks the database anew next time: somebody opens the text, perhaps because her standing just changed. */
  forget(idea: IdeaId): void;
  facts(idea: IdeaId): Promise<Facts | null>;
  standing(idea: IdeaId, person: PersonId, received: { at: Date; connectedAt: Date }): Promise<Standing>;
}
export interface Facts {
  readonly idea: IdeaRecord;
  readonly challenge: ChallengeRecord;
}

export function createWriters(deps: { ideas: Ideas; challenges: Challenges; clock: Clock }): Writers {
  const kept = new Map<IdeaId, { facts: Promise<Facts | null>; until: number }>();

  async function load(id: IdeaId): Promise<Facts | null> {
    const idea = await deps.ideas.record(id);
    const challenge = idea && (await deps.challenges.record(idea.challenge));
    return idea && challenge ? { idea, challenge } : null;
  }

  function facts(id: IdeaId): Promise<Facts | null> {
    const now = performance.now();
    const known = kept.get(id);
    if (known !== undefined && known.until > now) return known.facts;
    if (kept.size > 5_000) kept.clear();
    const facts = load(id);
    kept.set(id, { facts, until: now + FRESH_FOR_MS });
    facts.catch(() => kept.delete(id));
    return facts;
  }

  return {
    forget: (id) => void kept.delete(id),
    facts,
    async standing(id, person, { at, connectedAt }) {
      const found = await facts(id);
      if (found === null) return { may: 'nothing' };
      const { idea, challenge } = found;
      if (!mayReadIdea(idea, person, false)) return { may: 'nothing' };
      const phase = deps.challenges.phase(challenge);
      if (mayWrite(idea, person, deps.challenges.standing(challenge))) return { may: 'write' };
      const wrote = idea.originators.includes(person) || idea.coauthors.includes(person);
      // What was never published has no seal to be late for, and is shown to nobody else.
      if (!wrote || idea.publishedAt === null || !isClosed(phase)) return { may: 'read' };
      const closedAt = deps.challenges.closesAt(challenge);
      const inFlight = phase === 'closing' && idea.state === 'published';
      if (inFlight && arrivesInTime(closedAt, at, connectedAt)) return { may: 'write' };
      return { may: 'leave-late', closedAt };
    },
  };
}

function isClosed(phase: Phase): boolean {
  return phase !== 'draft' && phase !== 'scheduled' && phase !== 'ideation' && phase !== 'rebound';
}
