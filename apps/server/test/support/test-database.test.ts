import { expect, test } from 'vitest';
import { testDatabaseUri } from './test-database.ts';

test('on a replica set each folder has a database of its own, with the options given', () => {
  const given = 'mongodb://root:a%2Fb@one:27017,two:27017/admin?replicaSet=rs0&authSource=admin';
  const here = testDatabaseUri('/tmp/here', given);
  expect(here).toMatch(
    /^mongodb:\/\/root:a%2Fb@one:27017,two:27017\/test_[0-9a-f]{24}\?replicaSet=rs0&authSource=admin$/,
  );
  expect(testDatabaseUri('/tmp/here', given)).toBe(here);
  expect(testDatabaseUri('/tmp/there', given)).not.toBe(here);
});

test('without one there is none', () => {
  expect(testDatabaseUri('/tmp/here', '')).toBeUndefined();
});
