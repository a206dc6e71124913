/**
 * Notices when the phase of a challenge changed, by the clock or by people, and tells the listeners. It decides nothing:
 * a phase is computed wherever it is asked for; here is only the moment at which something follows from it.
 */
import type { ChallengeId, Phase } from '@butinerie/contracts';
import { nextBoundary, phaseAt, type ChallengeState } from '@butinerie/domain';
import { wakeAt, type Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import { stateOf } from './challenge-times.ts';
import type { ChallengeStore } from './challenges.store.ts';
import type { ChallengeRecord } from './index.ts';

export type PhaseListener = (record: ChallengeRecord, phase: Phase) => Promise<void>;

export interface WatcherDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly store: Pick<ChallengeStore, 'record' | 'all'>;
  readonly announce: (record: ChallengeRecord) => Promise<void>;
  /** Ends a pause whose announced end has come. */
  readonly resume: (record: ChallengeRecord) => Promise<void>;
  /** Sends what is due before the closing, and says when the next of it is. */
  readonly reminders: {
    remind(record: ChallengeRecord): Promise<void>;
    next(record: ChallengeRecord, now: Date): Date | null;
  };
  /** What follows a phase is done by one server at a time. */
  readonly inTurn?: (id: ChallengeId, work: () => Promise<void>) => Promise<void>;
  /** How long a listener that failed rests before it is called again. Not a rule: what failed is a disk or a network. */
  readonly retryAfter?: number;
}

interface Watched {
  readonly state: ChallengeState;
  readonly seenAt: Date;
  readonly cancel: () => void;
}

export interface PhaseWatcher {
  readonly onPhase: (listener: PhaseListener) => void;
  /** Looks at a challenge again: it may have changed. Nothing before `start`. */
  readonly look: (id: ChallengeId) => Promise<void>;
  /** Tells every challenge's phase once: what passed while the server was down is caught up before this resolves. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export function phaseWatcher(deps: WatcherDeps): PhaseWatcher {
  const { clock, log, store, inTurn: amongServers = (_id, work) => work(), retryAfter = 5_000 } = deps;
  const listeners: PhaseListener[] = [];
  const watched = new Map<ChallengeId, Watched>();
  const turns = new Map<ChallengeId, Promise<void>>();
  const retries = new Set<NodeJS.Timeout>();
  let running = false;
  let stopListening: (() => void) | undefined;

  /** One thing at a time for each challenge, so that closing is over before deliberation is told. */
  function inTurn(id: ChallengeId, work: () => Promise<void>): Promise<void> {
    if (!running) return Promise.resolve();
    const turn = (turns.get(id) ?? Promise.resolve())
      .then(() => (running ? work() : undefined))
      .catch((error: unknown) => {
        log.error({ err: error, challenge: id }, 'the phase of a challenge could not be looked at');
        later(id, work);
      });
    turns.set(id, turn);
    return turn;
  }

  function later(id: ChallengeId, work: () => Promise<void>): void {
    if (!running) return;
    const retry = setTimeout(() => {
      retries.delete(retry);
      void inTurn(id, work);
    }, retryAfter);
    retry.unref();
    retries.add(retry);
  }

  const look = (id: ChallengeId): Promise<void> => inTurn(id, () => observe(id));

  async function observe(id: ChallengeId): Promise<void> {
    let record = await store.record(id);
    const now = clock.now();
    if (record?.paused && record.paused.until <= now) {
      await deps.resume(record);
      record = await store.record(id);
    }
    if (record === null) return;
    const before = watched.get(id);
    before?.cancel();
    const state = stateOf(record);
    const next = earliest(nextBoundary(state, now), deps.reminders.next(record, now));
    const cancel = next === null ? () => {} : wakeAt(clock, next, () => void look(id));
    watched.set(id, { state, seenAt: now, cancel });
    const phases = before === undefined ? [phaseAt(state, now)] : phasesSince(before, state, now);
    // Screens first: they have to turn on the second, whatever the listeners then take.
    if (before !== undefined && phases.length > 0 && oursToSay(before, state, now))
      await deps.announce(record);
    const told = record;
    if (phases.length > 0)
      await amongServers(id, async () => {
        for (const phase of phases) await tell(listeners, told, phase);
      }).catch((error: unknown) => {
        log.error({ err: error, challenge: id }, 'what follows a phase had no turn; trying again');
        later(id, () => amongServers(id, () => tellAgain(listeners, id)));
      });
    await deps.reminders.remind(record);
  }

  async function tell(to: readonly PhaseListener[], record: ChallengeRecord, phase: Phase): Promise<void> {
    const failed: PhaseListener[] = [];
    for (const listener of to) {
      try {
        await listener(record, phase);
      } catch (error) {
        log.error({ err: error, challenge: record.id, phase }, 'what follows a phase failed; trying again');
        failed.push(listener);
      }
    }
    if (failed.length > 0) later(record.id, () => tellAgain(failed, record.id));
  }

  /** The clock went on meanwhile: what follows from the phase of now is what is still due. */
  async function tellAgain(to: readonly PhaseListener[], id: ChallengeId): Promise<void> {
    const record = await store.record(id);
    if (record !== null) await tell(to, record, phaseAt(stateOf(record), clock.now()));
  }

  return {
    look,
    onPhase: (listener) => void listeners.push(listener),
    async start() {
      running = true;
      // Timers hear of a clock moved forward by themselves; moved back, an earlier boundary is ahead again.
      stopListening = clock.onChange?.(() => {
        for (const [id, { state, seenAt }] of watched)
          if (clock.now() < seenAt || phaseAt(state, clock.now()) !== phaseAt(state, seenAt)) void look(id);
      });
      const all = await store.all();
      await Promise.all(all.map(({ id }) => look(id)));
    },
    async stop() {
      running = false;
      stopListening?.();
      for (const retry of retries) clearTimeout(retry);
      for (const { cancel } of watched.values()) cancel();
      await Promise.all(turns.values());
    },
  };
}

function earliest(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

/**
 * Whoever changed a record says so, with the phase of that moment. A boundary that the clock passed since, or that what
 * became of its ideas moved, is nobody's to say but ours, also when the change is seen only now: a look waits for the one
 * before it.
 */
function oursToSay(before: Watched, state: ChallengeState, now: Date): boolean {
  if (before.state.version === state.version) return true;
  const unmoved = { ...state, reviewedFrom: before.state.reviewedFrom };
  return [phaseAt(state, before.seenAt), phaseAt(unmoved, now)].some(
    (phase) => phase !== phaseAt(state, now),
  );
}

/** Every phase that began since the challenge was last seen, in order; the last one is that of now. */
function phasesSince(before: Watched, state: ChallengeState, now: Date): Phase[] {
  const phases: Phase[] = [];
  let boundary = nextBoundary(state, before.seenAt);
  while (boundary !== null && boundary <= now) {
    phases.push(phaseAt(state, boundary));
    boundary = nextBoundary(state, boundary);
  }
  const current = phaseAt(state, now);
  const known = phases.at(-1) ?? phaseAt(before.state, before.seenAt);
  return known === current ? phases : [...phases, current];
}
