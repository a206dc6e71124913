/** The board is kept current piece by piece: after any acts it answers as one made anew from what is there. */
import { IDEA_STATES, mintId, type IdeaId, type PersonId } from '@butinerie/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBoard, type Board, type Entry, type Filters } from './board.ts';

const challenge = mintId('challenge');
const ids: readonly IdeaId[] = Array.from({ length: 8 }, () => mintId('idea'));
const readers: readonly PersonId[] = [mintId('person'), mintId('person')];
const WORDS = ['lampe', 'vélo', 'écran', 'cantine', 'routes', 'papier'];
const DIRECTORATES = ['Routes', 'Écoles', 'Solidarités'];

const some = <Item>(...items: readonly Item[]) => fc.constantFrom(...items);
const words = fc.array(some(...WORDS), { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
const person = fc.record({
  id: some(...readers),
  name: some('Ana', 'Côme'),
  directorate: fc.option(some(...DIRECTORATES)),
});
const entry: fc.Arbitrary<Entry> = fc.record({
  id: some(...ids),
  challenge: fc.constant(challenge),
  state: some(...IDEA_STATES),
  title: words,
  text: words,
  people: fc.array(person, { maxLength: 3 }),
  originators: fc.constant([]),
  authors: fc.constant([]),
  rebounded: fc.boolean(),
  theme: fc.constant(null),
});
/** Something is written, taken away, or only read in between, which is when orders are drawn and kept. */
const acts = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: entry },
    { weight: 2, arbitrary: some(...ids) },
    { weight: 2, arbitrary: fc.constant(null) },
  ),
  { maxLength: 40 },
);

const whole = { from: 0, count: 100 };
/** Which are found and how many; two alike have no order between them. */
function found(board: Board, filters: Filters) {
  const { ids: each, total } = board.list(filters, 'alphabet', whole);
  return { each: new Set(each), total };
}
const ask = async (board: Board) => {
  await board.read();
  return answersOf(board);
};
const answersOf = (board: Board) => ({
  choices: board.choices(),
  all: found(board, {}),
  filtered: DIRECTORATES.map((directorate) => found(board, { directorate })),
  without: found(board, { without: 'rebounds', state: 'published' }),
  searched: WORDS.map((search) => found(board, { search })),
  similar: new Set(board.similar('vélo cantine papier')),
  own: readers.map((own) => board.list({}, { own }, whole)),
  titles: board.list({}, 'alphabet', whole).ids.map((id) => board.entry(id)?.title),
});

test('[FI5] after any acts a list, a search, its choices and its orders are those of what is there', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (done) => {
      const board = createBoard();
      const there = new Map<IdeaId, Entry>();
      for (const act of done) {
        if (act === null) await ask(board);
        else if (typeof act === 'string') {
          there.delete(act);
          board.remove(act);
        } else {
          there.set(act.id, act);
          board.put(act);
        }
      }
      const anew = createBoard();
      for (const [, left] of [...there].sort(([a], [b]) => (a < b ? -1 : 1))) anew.put(left);
      expect(new Set(board.entries())).toEqual(new Set(there.values()));
      expect(await ask(board)).toEqual(await ask(anew));
    }),
    { numRuns: 150 },
  );
});
