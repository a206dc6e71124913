import { mintId, type IdeaId } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import type { Challenges } from '../challenges/index.ts';
import type { IdeaRecord, Ideas } from '../ideas/index.ts';
import { settableClock } from '../platform/clock.ts';
import { createWriters } from './writers.ts';

function house() {
  const questions: (readonly IdeaId[])[] = [];
  const stored = { title: 'before' };
  const forgetters: ((ids: ReadonlySet<IdeaId>) => void)[] = [];
  const ideas = {
    async byIds(ids: readonly IdeaId[]) {
      questions.push(ids);
      return ids.map((id) => ({ id, challenge: 'c', ...stored }) as unknown as IdeaRecord);
    },
    onStanding: (listener: (ids: ReadonlySet<IdeaId>) => void) => void forgetters.push(listener),
  };
  const challenges = { record: async () => ({ id: 'c' }), onWritten: () => undefined };
  const writers = createWriters({
    ideas: ideas as unknown as Ideas,
    challenges: challenges as unknown as Challenges,
    clock: settableClock(new Date('2026-10-12T08:00:00Z')),
  });
  return {
    writers,
    questions,
    stored,
    forget: (id: IdeaId) => forgetters.forEach((tell) => tell(new Set([id]))),
  };
}
const some = (count: number): IdeaId[] => Array.from({ length: count }, () => mintId('idea'));

test('two hundred texts in which people begin to write at once are asked for in a few questions, each once', async () => {
  const { writers, questions } = house();
  const ideas = some(200);
  const facts = await Promise.all(ideas.map((idea) => writers.facts(idea)));
  expect(facts.map((found) => found?.idea.id)).toEqual(ideas);
  expect(questions.length).toBeLessThanOrEqual(2);
  expect(questions.flat().toSorted()).toEqual(ideas.toSorted());
});

test('what is written while a question is asked is in the answer to whoever comes after it', async () => {
  const { writers, questions, stored, forget } = house();
  const [first, second] = some(2) as [IdeaId, IdeaId];
  const one = writers.facts(first);
  await expect.poll(() => questions.length).toBe(1);
  stored.title = 'after';
  forget(first);
  const [again, other] = await Promise.all([writers.facts(first), writers.facts(second)]);
  expect([again?.idea.title, other?.idea.title]).toEqual(['after', 'after']);
  expect((await one)?.idea.title).toBe('before');
});
