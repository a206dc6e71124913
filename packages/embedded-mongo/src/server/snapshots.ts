/**
 * Answers for snapshot reads outside transactions: the first one of a session fixes a state and is told its time, later
 * ones ask for that time again. A state is kept for some minutes, as in MongoDB, and only so many of them.
 */
import { Timestamp } from 'bson';
import { show } from '../bson/show.ts';
import type { Maybe } from '../bson/value.ts';
import { fail } from '../failure.ts';
import type { Engine } from '../store/engine.ts';
import type { View } from '../store/view.ts';

const KEPT_MS = 5 * 60_000;
const MOST = 32;

interface State {
  at: Timestamp;
  view: View;
  takenAt: number;
  users: number;
  release: () => void;
}

export interface SnapshotRead {
  view: View;
  at: Timestamp;
  release: () => void;
}

export class Snapshots {
  private readonly states = new Map<string, State>();
  private readonly engine: Engine;
  private readonly now: () => Date;

  constructor(engine: Engine, now: () => Date) {
    this.engine = engine;
    this.now = now;
  }

  /** The state of that time; without one, the state of now under the time given by `next`. */
  open(wanted: Maybe, next: () => Timestamp): SnapshotRead {
    if (wanted === undefined) return this.use(this.take(next()));
    if (!(wanted instanceof Timestamp)) return fail(14, "BSON field 'atClusterTime' must be a timestamp");
    const found = this.states.get(show(wanted));
    if (!found)
      return fail(239, `Read timestamp ${show(wanted)} is older than the oldest available timestamp.`);
    return this.use(found);
  }

  private take(at: Timestamp): State {
    const state: State = { at, ...this.engine.snapshot(), takenAt: this.now().getTime(), users: 1 };
    this.states.set(show(at), state);
    for (const [oldest] of this.states) if (this.states.size > MOST) this.forget(oldest);
    return state;
  }

  private use(state: State): SnapshotRead {
    state.users += 1;
    let used = true;
    const release = (): void => {
      if (used) this.leave(state);
      used = false;
    };
    return { view: state.view, at: state.at, release };
  }

  private leave(state: State): void {
    state.users -= 1;
    if (state.users === 0) state.release();
  }

  private forget(name: string): void {
    const state = this.states.get(name);
    this.states.delete(name);
    if (state) this.leave(state);
  }

  sweep(): void {
    const old = this.now().getTime() - KEPT_MS;
    for (const [name, state] of this.states) if (state.takenAt < old) this.forget(name);
  }

  forgetAll(): void {
    for (const name of this.states.keys()) this.forget(name);
  }
}
