import { expect, test } from 'vitest';
import { tokenOf, wayOf } from './token.ts';

const token = 'k3y-of-more_than-twenty-signs';

test.each([
  [`#${token}`, token],
  [`#token=${token}`, token],
  ['#content', null],
  ['', null],
  ['#%E0%A4%A', null],
])('the fragment %j holds the token %j', (hash, read) => {
  expect(tokenOf(hash)).toBe(read);
});

test.each([
  ['?vers=%2Fidees%2Fid_1%3Fa%3D1', '/idees/id_1?a=1'],
  ['', '/'],
  ['?vers=https%3A%2F%2Fevil.example', '/'],
  ['?vers=%2F%2Fevil.example', '/'],
  ['?vers=%2F%5Cevil.example', '/'],
])('signing in with %j leads to %j', (search, way) => {
  expect(wayOf(search)).toBe(way);
});
