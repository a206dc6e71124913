/** Words that very many ideas hold: all of them are found, once each, and those that say most about them come first. */
import { mintId, type IdeaId } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { createIdeaIndex } from './idea-index.ts';

const MANY = 900;

test('[FI1] of a thousand ideas that hold the words, each is found once, and a title that says them comes first', () => {
  const index = createIdeaIndex();
  const ids: IdeaId[] = Array.from({ length: MANY }, () => mintId('idea'));
  for (const [at, id] of ids.entries())
    index.put({
      id,
      title: `Une idée numéro ${at}`,
      text: at % 3 === 0 ? 'Le vélo.' : 'Un vélo à la cantine.',
      people: '',
    });
  const titled = mintId('idea');
  index.put({ id: titled, title: 'La cantine à vélo', text: '', people: '' });

  const found = index.find('vélos cantine');
  expect(found[0]).toBe(titled);
  expect(new Set(found)).toEqual(new Set([titled, ...ids.filter((_, at) => at % 3 !== 0)]));
  expect(found).toHaveLength(new Set(found).size);

  // What is written anew, or goes, takes nothing else with it.
  const [first, second] = [ids[1], ids[2]].filter((id) => id !== undefined);
  if (first === undefined || second === undefined) throw new Error('there are many');
  index.remove(first);
  index.put({ id: second, title: 'Un bus', text: '', people: '' });
  const left = index.find('velo cantine');
  expect(new Set(left)).toEqual(new Set(found.filter((id) => id !== first && id !== second)));
  expect(index.find('bus')).toEqual([second]);
});

test('a word that is also a name is looked for among both', () => {
  const index = createIdeaIndex();
  const [said, named] = [mintId('idea'), mintId('idea')];
  index.put({ id: said, title: 'Une roche', text: 'Un jardin.', people: 'Anne Petit' });
  index.put({ id: named, title: 'Un banc', text: 'Un jardin.', people: 'Paul Roche' });
  expect(new Set(index.find('roche jardin'))).toEqual(new Set([said, named]));
});
