import { mintId, type AnswerOf, type readDesk } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { pilesOf } from './desk-page.tsx';

type Desk = AnswerOf<typeof readDesk>;
const roads = { id: mintId('directorate'), name: 'Routes' };
const entry = (title: string, dueOn: string | null) =>
  ({
    idea: mintId('idea'),
    title,
    dueOn,
    adoption: {},
    declinedBy: [],
  }) as unknown as Desk['entries'][number];

test('[S36] on the desk what is late stands before what is due later, and what has ended comes last', () => {
  const entries = [
    entry('finie', null),
    entry('pour juin', '2027-06-01'),
    entry('en retard', '2027-04-15'),
    entry('pour mai', '2027-05-02'),
  ];
  const { adopted } = pilesOf({ directorates: [roads], entries, pilots: [] });
  expect(adopted.map(({ title }) => title)).toEqual(['en retard', 'pour mai', 'pour juin', 'finie']);
});
