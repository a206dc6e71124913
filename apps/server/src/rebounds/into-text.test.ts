/** Taking a rebound while a seal, a crash or a second hand falls anywhere in between: in the text and taken, or neither. */
import { ok, refuse } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { finishTaking, takeIntoText, type Taken, type TakingSteps } from './into-text.ts';

/** A rebound and a text, as both stores keep them. Before each step of any of them `before` is called with its number. */
function world(before: (step: number, state: { sealed: boolean }) => void) {
  const state = {
    answer: 'open' as 'open' | 'taken' | 'declined',
    mark: null as string | null,
    text: [] as string[],
    sealed: false,
    leaves: 0,
    step: 0,
  };
  const at = async <T>(work: () => T): Promise<T> => {
    before(state.step++, state);
    await Promise.resolve();
    return work();
  };
  const steps: TakingSteps<string> = {
    begin: async (mark) => {
      await at(() => {
        if (state.answer === 'open') state.mark ??= mark;
      });
      return at(() => (state.answer === 'open' ? state.mark : null));
    },
    write: async () => {
      const there = await at(() => state.text.includes('rebound'));
      if (there) return ok(null);
      return at(() => {
        if (state.sealed) return refuse('idea-sealed', { sealedAt: '2026-10-30T16:02:00.001Z' });
        if (!state.text.includes('rebound')) state.text.push('rebound');
        return ok(null);
      });
    },
    take: () =>
      at(() => {
        if (state.answer !== 'open') return false;
        state.answer = 'taken';
        state.mark = null;
        state.leaves += 1;
        return true;
      }),
    letGo: () =>
      at(() => {
        if (state.answer === 'open') state.mark = null;
      }),
  };
  const decline = (): boolean => {
    if (state.answer !== 'open' || state.mark !== null) return false;
    state.answer = 'declined';
    return true;
  };
  return { state, steps, decline };
}
type State = ReturnType<typeof world>['state'];

const STEPS = 6;
const inText = ({ text }: State): number => text.filter((line) => line === 'rebound').length;
/** The words are there exactly when it is taken, with one leaf; and nothing is left half done. */
function expectWhole(state: State): void {
  expect(state.mark).toBe(null);
  expect(inText(state)).toBe(state.answer === 'taken' ? 1 : 0);
  expect(state.leaves).toBe(state.answer === 'taken' ? 1 : 0);
}
const outcomeOf = (taken: Taken<string>): string => taken.outcome;

test('[RB9] what cannot be written where it belongs is let go of, and nothing is taken', async () => {
  const { state, steps } = world(() => {});
  const gone = { ...steps, write: async () => refuse('passage-changed', { passage: 'La nuit.' }) };
  expect(await takeIntoText(gone, 'ana')).toMatchObject({
    outcome: 'refused',
    failure: { code: 'passage-changed' },
  });
  expect([state.answer, state.mark, state.text]).toEqual(['open', null, []]);
});

test('[RB6] the seal falls before any step: the words are in and it is taken, or neither', async () => {
  const outcomes = new Set<string>();
  for (let seal = 0; seal <= STEPS; seal++) {
    const { state, steps } = world((step, now) => {
      if (step === seal) now.sealed = true;
    });
    const taken = await takeIntoText(steps, 'ana');
    expect(taken.outcome).toBe(state.answer === 'taken' ? 'taken' : 'refused');
    expectWhole(state);
    outcomes.add(taken.outcome);
  }
  expect(outcomes).toEqual(new Set(['taken', 'refused']));
});

test('[RB6] the server dies before any step, and the seal falls before the next start or does not', async () => {
  for (const sealed of [true, false])
    for (let crash = 0; crash <= STEPS; crash++) {
      const { state, steps } = world((step) => {
        if (step === crash) throw new Error('killed');
      });
      await takeIntoText(steps, 'ana').catch(() => undefined);
      state.sealed = sealed;
      if (state.mark !== null) await finishTaking(steps, state.mark);
      expectWhole(state);
      // What was not sealed is not lost by the crash either: it can be taken again.
      if (!sealed && state.answer === 'open')
        expect(outcomeOf(await takeIntoText(steps, 'ana'))).toBe('taken');
      expectWhole(state);
    }
});

test('[RB6] the answer of the log is lost, its row written or not: it stays marked, and the next who takes it finishes', async () => {
  for (const isWritten of [true, false]) {
    const { state, steps, decline } = world(() => undefined);
    const lost = async () => {
      if (isWritten) await steps.write('ana');
      return refuse('append-failed', { epoch: 1 });
    };
    expect(outcomeOf(await takeIntoText({ ...steps, write: lost }, 'ana'))).toBe('refused');
    expect(decline()).toBe(false);
    expect(outcomeOf(await takeIntoText(steps, 'ana'))).toBe('taken');
    expectWhole(state);
  }
});

test('[RB6] two take it and a third declines it, in any turn: one answer, one paragraph', async () => {
  for (let turn = 0; turn <= STEPS * 2; turn++) {
    let declined = false;
    const { state, steps, decline } = world((step) => {
      if (step === turn) declined = decline();
    });
    const [one, other] = await Promise.all([takeIntoText(steps, 'ana'), takeIntoText(steps, 'côme')]);
    expect(one.outcome).toBe(other.outcome);
    expect(one.outcome).toBe(declined ? 'answered' : 'taken');
    if (one.outcome === 'taken' && other.outcome === 'taken') {
      expect(one.mark).toBe(other.mark);
      expect([one.now, other.now].filter(Boolean).length).toBe(1);
    }
    expectWhole(state);
  }
});
