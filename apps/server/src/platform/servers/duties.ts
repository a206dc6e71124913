/**
 * What one server of an instance does at a time. Whoever has a duty says again and again that it is at it; when it was
 * not heard for a while by those who wait, the first of them takes over. No clocks are compared. A server that only
 * seemed dead may then do the same twice: every act of a duty is marked in its own transaction, and that decides.
 */
import { randomInt } from 'node:crypto';
import { Schema, type Connection } from 'mongoose';
import { isDuplicateKey } from '../mongo.ts';

export interface Duties {
  /** Waits until no other server is at it. */
  inTurn<T>(duty: string, work: () => Promise<T>): Promise<T>;
}

interface Stored {
  _id: string;
  holder: string | null;
  beat: number;
}
const schema = new Schema<Stored>(
  {
    _id: { type: String, required: true },
    holder: { type: String, default: null },
    beat: { type: Number, required: true },
  },
  { collection: 'duties', versionKey: false },
);

export const declareDuties = (connection: Connection) => connection.model<Stored>('Duty', schema);

export interface DutyPace {
  readonly beatMs: number;
  readonly lookMs: number;
  /** A holder that was silent for so many looks has died. Who was held up herself did not look. */
  readonly goneLooks: number;
}
const PACE: DutyPace = { beatMs: 2_000, lookMs: 200, goneLooks: 50 };

/** An instance of one server. */
export const ownDuties: Duties = { inTurn: (_duty, work) => work() };

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, milliseconds).unref());

export function sharedDuties(connection: Connection, self: string, pace: DutyPace = PACE): Duties {
  const duties = connection.model<Stored>('Duty');
  const turns = new Map<string, Promise<unknown>>();

  async function insert(duty: string, beat: number): Promise<boolean> {
    try {
      await duties.create({ _id: duty, holder: self, beat });
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return false;
    }
  }
  const takeFrom = async (duty: string, from: Pick<Stored, 'holder' | 'beat'>, beat: number) =>
    (await duties.updateOne({ _id: duty, ...from }, { $set: { holder: self, beat } })).matchedCount === 1;

  async function take(duty: string): Promise<void> {
    let seen: Stored | null = null;
    let silent = 0;
    for (;;) {
      const beat = randomInt(2 ** 40);
      const found: Stored | null = await duties.findById(duty).lean<Stored>();
      if (found === null) {
        if (await insert(duty, beat)) return;
      } else {
        silent = found.holder === seen?.holder && found.beat === seen.beat ? silent + 1 : 0;
        seen = found;
        const free = found.holder === null || silent > pace.goneLooks;
        if (free && (await takeFrom(duty, { holder: found.holder, beat: found.beat }, beat))) return;
      }
      await pause(pace.lookMs);
    }
  }

  async function hold<T>(duty: string, work: () => Promise<T>): Promise<T> {
    await take(duty);
    const beating = setInterval(() => {
      // A beat that is lost costs a duty at worst.
      duties.updateOne({ _id: duty, holder: self }, { $inc: { beat: 1 } }).catch(() => undefined);
    }, pace.beatMs);
    beating.unref();
    try {
      return await work();
    } finally {
      clearInterval(beating);
      // Not let go of, it is free once nothing was heard of its holder for a while: the work is done all the same.
      const letGo = duties.updateOne({ _id: duty, holder: self }, { $set: { holder: null } });
      await letGo.catch(() => undefined);
    }
  }

  return {
    inTurn(duty, work) {
      const mine = (turns.get(duty) ?? Promise.resolve()).then(() => hold(duty, work));
      const settled = mine
        .catch(() => undefined)
        .then(() => {
          if (turns.get(duty) === settled) turns.delete(duty);
        });
      turns.set(duty, settled);
      return mine;
    },
  };
}
