import { mintId, type Grant, type PersonRecord } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { missingIn } from './staff.ts';

const challenge = { id: mintId('challenge'), selectionMode: 'moderators', protection: null } as const;
const directorate = mintId('directorate');
const person = (...grants: Grant[]): PersonRecord => ({ id: mintId('person'), grants }) as PersonRecord;
const missing = (...people: PersonRecord[]) => missingIn(challenge, 'Comment mieux accueillir ?', people);

test('a draft lacks whoever answers for a directorate and whoever runs it', () => {
  expect(missing(person())).toEqual(['sponsor', 'moderator', 'protection']);
});

test('roles of another challenge do not count, roles everywhere do', () => {
  const elsewhere = mintId('challenge');
  expect(
    missing(
      person({ role: 'sponsor', challenge: elsewhere, directorate }),
      person({ role: 'moderator', challenge: elsewhere, directorate: null }),
    ),
  ).toEqual(['sponsor', 'moderator', 'protection']);
  expect(
    missing(
      person({ role: 'sponsor', challenge: null, directorate }),
      person({ role: 'moderator_lead', challenge: challenge.id, directorate: null }),
    ),
  ).toEqual(['protection']);
});

test('a question of spaces is no question', () => {
  expect(missingIn(challenge, '  ', [])).toContain('question');
});
