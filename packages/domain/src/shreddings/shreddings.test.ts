import { mintId, ROLES, type Grant } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { askShredding, cancelShredding, confirmShredding, mayFollowShreddings } from './shreddings.ts';

const NOW = new Date('2026-11-12T08:00:00Z');
const [author, officer, other] = [mintId('person'), mintId('person'), mintId('person')];
const speaker = (person: typeof author, ...roles: Grant['role'][]) => ({
  person,
  directorate: null,
  grants: roles.map((role) => ({ role, challenge: null, directorate: null })),
});
const people = { originators: [author], coauthors: [] };
const dates = { publishedAt: NOW, sealedAt: NOW, challengeSealedAt: NOW };
const idea = { id: mintId('idea'), ...people, ...dates, shredded: false };
const asked = { state: 'asked' as const, by: officer };

test('[SH1] only a data protection officer asks, never for a text of her own, and only once it is sealed', () => {
  for (const role of ROLES)
    expect(askShredding([], { by: speaker(officer, role), idea }).ok, role).toBe(role === 'dpo');
  const by = speaker(officer, 'dpo');
  expect(askShredding([], { by: speaker(author, 'dpo'), idea })).toMatchObject({
    failure: { code: 'own-idea' },
  });
  const refused = { failure: { code: 'not-sealed' } };
  const living = { ...idea, sealedAt: null, challengeSealedAt: null };
  expect(askShredding([], { by, idea: living })).toMatchObject(refused);
  // Merged, hidden or taken back before the others were sealed; a draft is its author's own affair.
  expect(askShredding([], { by, idea: { ...idea, sealedAt: null } }).ok).toBe(true);
  expect(askShredding([], { by, idea: { ...idea, sealedAt: null, publishedAt: null } })).toMatchObject(
    refused,
  );
  expect(askShredding([], { by, idea: { ...idea, shredded: true } }).ok).toBe(false);
  expect(askShredding([asked], { by, idea })).toMatchObject({ failure: { code: 'already-answered' } });
  expect(askShredding([{ ...asked, state: 'cancelled' }], { by, idea }).ok).toBe(true);
});

test('[SH2] a second person confirms, who is not the first and not an author; fifteen days of notice follow', () => {
  const confirm = (by: ReturnType<typeof speaker>) => confirmShredding(asked, { by, idea, now: NOW });
  expect(confirm(speaker(officer, 'dpo'))).toMatchObject({ failure: { why: 'second-person' } });
  expect(confirm(speaker(author, 'admin'))).toMatchObject({ failure: { code: 'own-idea' } });
  expect(confirm(speaker(other, 'moderator'))).toMatchObject({ failure: { code: 'not-allowed' } });
  const dueAt = new Date('2026-11-27T08:00:00Z');
  for (const role of ['dpo', 'admin'] as const) {
    expect(mayFollowShreddings(speaker(other, role))).toBe(true);
    expect(confirm(speaker(other, role))).toEqual({ ok: true, value: { dueAt } });
  }
  const again = confirmShredding(
    { ...asked, state: 'waiting' },
    { by: speaker(other, 'dpo'), idea, now: NOW },
  );
  expect(again).toMatchObject({ failure: { code: 'already-answered', answer: 'waiting' } });
});

test('[SH3] until it is done either of those roles cancels it', () => {
  for (const state of ['asked', 'waiting'] as const)
    expect(cancelShredding({ ...asked, state }, speaker(other, 'admin')).ok).toBe(true);
  expect(cancelShredding(asked, speaker(author)).ok).toBe(false);
  expect(cancelShredding({ ...asked, state: 'done' }, speaker(other, 'dpo')).ok).toBe(false);
});
