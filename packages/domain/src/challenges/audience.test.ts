import { mintId, type PersonId, type Role } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import type { Speaker } from '../accounts/policy.ts';
import {
  buildings,
  challenge,
  codeOf,
  grantOf,
  moderates,
  moderator1,
  now,
  otherChallenge,
  roads,
  speaker,
} from '../testing/cast.ts';
import { autumn } from '../testing/challenges.ts';
import {
  ALL_AGENTS,
  checkOutsiders,
  inviteOutsiders,
  isInAudience,
  releaseOutsider,
  setAudience,
  type Audience,
} from './audience.ts';

const guest: PersonId = mintId('person');
const outside = (person: PersonId): Speaker => ({ person, directorate: null, grants: [], outside: true });
const forRoads: Audience = { directorates: [roads], outsiders: [guest] };
const agentOf = (directorate: Speaker['directorate']): Speaker => ({
  person: mintId('person'),
  directorate,
  grants: [],
});

test.each<[string, Audience, Speaker, boolean]>([
  ['an agent, of one for all agents', ALL_AGENTS, agentOf(buildings), true],
  ['an agent without directorate, of one for all agents', ALL_AGENTS, agentOf(null), true],
  ['an outsider, of one for all agents', ALL_AGENTS, outside(guest), false],
  ['an agent of a chosen directorate', forRoads, agentOf(roads), true],
  ['an agent of another one', forRoads, agentOf(buildings), false],
  ['an agent of none', forRoads, agentOf(null), false],
  ['an outsider who is invited', forRoads, outside(guest), true],
  ['an outsider invited elsewhere', forRoads, outside(mintId('person')), false],
  [
    'an agent, of one for invited people only',
    { directorates: [], outsiders: [guest] },
    agentOf(roads),
    false,
  ],
])('[AU1] whom it is for: %s', (_who, audience, by, comes) => {
  expect(isInAudience(audience, challenge, by)).toBe(comes);
});

test('[AU1] a role in it, in every challenge or for the instance comes in; one in another challenge does not', () => {
  const holds = (role: Role, of: typeof challenge | null): boolean =>
    isInAudience({ directorates: [], outsiders: [] }, challenge, {
      ...agentOf(buildings),
      grants: [grantOf(role, { challenge: of })],
    });
  expect(holds('juror', challenge)).toBe(true);
  expect(holds('moderator', null)).toBe(true);
  expect(holds('dpo', null)).toBe(true);
  expect(holds('moderator', otherChallenge)).toBe(false);
});

test('[AU5] moderators of the challenge set its audience, on the version they read, until it is over', () => {
  const current = { ...autumn, audience: forRoads };
  const by = { by: speaker(moderator1, moderates), now };
  const command = { directorates: [buildings, buildings], version: autumn.version };
  expect(setAudience(current, command, by)).toMatchObject({
    ok: true,
    value: { audience: { directorates: [buildings], outsiders: [guest] }, version: autumn.version + 1 },
  });
  expect(codeOf(setAudience(current, { ...command, version: 1 }, by))).toBe('stale-version');
  expect(codeOf(setAudience(current, command, { by: speaker(moderator1), now }))).toBe('not-allowed');
  const cancelled = { ...current, cancelledAt: now };
  expect(codeOf(setAudience(cancelled, command, by))).toBe('challenge-phase');
  const second = mintId('person');
  expect(inviteOutsiders(current, [second, guest], by)).toMatchObject({
    value: { audience: { directorates: [roads], outsiders: [guest, second] } },
  });
  expect(releaseOutsider(current, guest, by)).toMatchObject({ value: { audience: { outsiders: [] } } });
});

test('[AU5] an agent is no outsider, and one mailbox is one person', () => {
  const row = (mail: string | null) => ({
    id: mintId('person'),
    name: 'Oriane',
    organisation: 'Mairie',
    mail,
  });
  const rows = [row('a@example.org'), row(null), row('A@example.org '), row('agent@example.org'), row(null)];
  expect(checkOutsiders(rows, ({ mail }) => mail === 'agent@example.org')).toEqual([
    { row: 3, reasons: ['mail-twice-in-list'] },
    { row: 4, reasons: ['mail-of-an-agent'] },
  ]);
});
