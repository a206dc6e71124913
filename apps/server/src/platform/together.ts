/**
 * Work that is asked for piece by piece and done together: what is asked while one round is under way goes into the next,
 * so that three hundred who come at once cost a few questions to the database and not three hundred. Nothing is kept: a
 * round begins after everything it answers was asked. While they come in crowds a round waits a moment for company.
 */
import { setImmediate as thisTick, setTimeout as moment } from 'node:timers/promises';

const CROWD = 3;
const MOMENT_MS = 12;

export function together<Asked, Answer>(
  doAll: (asked: readonly Asked[]) => Promise<readonly Answer[]>,
): (asked: Asked) => Promise<Answer> {
  interface Waiting {
    readonly asked: Asked;
    readonly resolve: (answer: Answer) => void;
    readonly reject: (reason: unknown) => void;
  }
  let queue: Waiting[] = [];
  let busy = false;

  async function round(): Promise<void> {
    const mine = queue;
    queue = [];
    try {
      const answers = await doAll(mine.map(({ asked }) => asked));
      // As many answers as questions, in their order.
      for (const [at, { resolve }] of mine.entries()) resolve(answers[at] as Answer);
    } catch (error) {
      for (const { reject } of mine) reject(error);
    }
    if (queue.length === 0) busy = false;
    else void (mine.length + queue.length < CROWD ? thisTick() : moment(MOMENT_MS)).then(round);
  }

  return (asked) =>
    new Promise((resolve, reject) => {
      queue.push({ asked, resolve, reject });
      if (busy) return;
      busy = true;
      setImmediate(() => void round());
    });
}
