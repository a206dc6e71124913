import { expect, test } from 'vitest';
import { listChallenges, readChallenge } from './challenges.ts';
import { addressOf } from './request.ts';

test('an address cannot be broken out of by an argument', () => {
  expect(addressOf(readChallenge, { params: { challenge: '../people?x=1' } })).toBe(
    '/api/challenges/..%2Fpeople%3Fx%3D1',
  );
  expect(addressOf(listChallenges, { query: { size: 3, absent: undefined } })).toBe('/api/challenges?size=3');
});

test('an address takes no object: what would be written there names nothing', () => {
  expect(() => addressOf(readChallenge, { params: { challenge: { $ne: null } } })).toThrow(TypeError);
});
