import { expect, test } from 'vitest';
import { SCREENS } from './routes.tsx';

test('an address leads to one screen: a second line for it would never be drawn', () => {
  const paths = SCREENS.map(({ path }) => path);
  expect(paths.filter((path, at) => paths.indexOf(path) !== at)).toEqual([]);
});
