import { mintId, type IdeaState } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { colleague, grantOf, moderates, moderator1, moderator2, speaker } from '../testing/cast.ts';
import { autumn } from '../testing/challenges.ts';
import { archiveChallenge, mayArchive, type IdeaToArchive } from './archive-challenge.ts';
import { nextBoundary, phaseAt, standingAt } from './phase-at.ts';
import { reviewFrom, type Outcomes } from './review-from.ts';

const at = (text: string): Date => new Date(text);
/** Published on a Friday: directorates have until 27 November, and until 11 December while an idea waits. */
const decided = { ...autumn, resultsPublishedAt: at('2026-11-13T10:00:00Z') };
const from = (outcomes: Outcomes) => reviewFrom(decided, outcomes)?.toISOString();
const adopted = (state: IdeaState, dueOn: string) => ({ state, dueOn });
const december = at('2026-12-01T10:00:00Z');

test('[AR1] seven days after the last day promised the impact review begins, whatever is still under way', () => {
  const two = [adopted('adopted', '2027-02-14'), adopted('in_progress', '2027-03-01')];
  expect(from({ adopted: two, waiting: 0 })).toBe('2027-03-08T23:00:00.000Z');
  // What ended holds nothing up, however late it was due.
  const one = [adopted('adopted', '2027-02-14'), adopted('abandoned', '2027-03-01')];
  expect(from({ adopted: one, waiting: 0 })).toBe('2027-02-21T23:00:00.000Z');
});

test('[AR1] once everything adopted is delivered or abandoned it begins at once, unless an idea waits for an answer', () => {
  const ended = [adopted('delivered', '2027-02-14'), adopted('abandoned', '2027-03-01')];
  const firstAdoptedAt = at('2026-11-20T10:00:00Z');
  const reviewedFrom = reviewFrom(decided, { adopted: ended, waiting: 0 });
  expect(phaseAt({ ...decided, firstAdoptedAt, reviewedFrom }, december)).toBe('impact_review');
  expect(from({ adopted: ended, waiting: 1 })).toBe('2026-12-18T23:00:00.000Z');
});

test('[AR1] where nothing was adopted it follows the days in which directorates answer', () => {
  expect(from({ adopted: [], waiting: 0 })).toBe('2026-12-04T23:00:00.000Z');
  expect(from({ adopted: [], waiting: 2 })).toBe('2026-12-18T23:00:00.000Z');
  expect(reviewFrom(autumn, { adopted: [], waiting: 0 })).toBeNull();
});

test('[AR1] offered again after a directorate gave it up, an idea has its twenty working days from there', () => {
  const given = [adopted('abandoned', '2027-02-14')];
  expect(from({ adopted: given, waiting: 1, offeredAgainOn: '2027-02-01' })).toBe('2027-03-08T23:00:00.000Z');
  expect(from({ adopted: given, waiting: 1, offeredAgainOn: null })).toBe('2026-12-18T23:00:00.000Z');
});

test('[AR2] delivery comes first, each boundary is the next, and a pause holds it back', () => {
  const early = { ...decided, reviewedFrom: at('2026-11-14T10:00:00Z') };
  expect(phaseAt(early, at('2026-11-20T10:00:00Z'))).toBe('decided');
  expect(nextBoundary(early, at('2026-11-20T10:00:00Z'))).toEqual(at('2026-11-27T23:00:00.000Z'));
  const later = { ...decided, reviewedFrom: at('2027-02-21T23:00:00Z') };
  expect(phaseAt(later, december)).toBe('delivery');
  expect(nextBoundary(later, december)).toEqual(later.reviewedFrom);
  expect(phaseAt(later, later.reviewedFrom)).toBe('impact_review');
  expect(nextBoundary(later, later.reviewedFrom)).toBeNull();
  const paused = { ...later, pause: { at: december, until: at('2027-03-01T10:00:00Z') } };
  expect(standingAt(paused, at('2027-02-25T10:00:00Z'))).toBe('paused');
  expect(phaseAt(paused, at('2027-02-25T10:00:00Z'))).toBe('delivery');
});

const idea = (title: string, state: IdeaState): IdeaToArchive => ({ id: mintId('idea'), title, state });
const late = idea('En retard', 'adopted');
const delivered = idea('Livrée', 'delivered');
const ideas = [late, delivered, idea('Mesurée', 'measured'), idea('Abandonnée', 'abandoned')];
const reviewed = { ...decided, reviewedFrom: december };
const reasons = [
  { idea: late.id, reason: ' Rien n’a pu commencer. ' },
  { idea: delivered.id, reason: 'Trop peu de cas.' },
];
const archive = (over: object = {}, { who = moderator1, now = december, of = reviewed } = {}) =>
  archiveChallenge(
    of,
    { version: of.version, story: 'Deux guichets de moins.', unmeasured: reasons, ideas, leads: [], ...over },
    { by: who === moderator1 ? speaker(who, moderates) : speaker(who), now },
  );

test('[AR3] moderators archive with what it gave and a reason for each adopted idea without a measure', () => {
  expect(archive()).toMatchObject({
    ok: true,
    value: {
      type: 'ChallengeArchived',
      by: moderator1,
      story: 'Deux guichets de moins.',
      unmeasured: [
        { idea: late.id, reason: 'Rien n’a pu commencer.' },
        { idea: delivered.id, reason: 'Trop peu de cas.' },
      ],
      version: reviewed.version + 1,
    },
  });
  // A reason about what needs none is not kept.
  const other = { idea: mintId('idea'), reason: 'Autre chose.' };
  const value = archive({ unmeasured: [...reasons, other] });
  expect(value.ok && value.value.unmeasured.map((each) => each.idea)).toEqual([late.id, delivered.id]);
});

test('[AR3] what lacks is named, and nobody else archives, nor at another time', () => {
  expect(archive({ story: ' ', unmeasured: [{ idea: late.id, reason: ' ' }] })).toEqual({
    ok: false,
    failure: { code: 'archive-incomplete', story: true, ideas: ['En retard', 'Livrée'] },
  });
  expect(archive({}, { who: colleague })).toMatchObject({ failure: { code: 'not-allowed' } });
  expect(archive({ version: 1 })).toMatchObject({ failure: { code: 'stale-version', current: 3 } });
  const delivering = { ...decided, reviewedFrom: at('2027-02-21T23:00:00Z') };
  expect(archive({}, { of: delivering })).toMatchObject({
    failure: { code: 'challenge-phase', phase: 'delivery' },
  });
  const put = { ...reviewed, archivedAt: december };
  expect(archive({}, { of: put as typeof reviewed })).toMatchObject({
    failure: { code: 'challenge-phase', phase: 'archived' },
  });
});

test('[AR3] where somebody leads the challenge, the other moderators leave its archiving to her', () => {
  const leads = [moderator2];
  expect(archive({ leads })).toMatchObject({ failure: { code: 'not-allowed', why: 'not-a-lead' } });
  const lead = speaker(moderator2, grantOf('moderator_lead', { challenge: reviewed.id }));
  expect(mayArchive(lead, reviewed.id, leads)).toBe(true);
  expect(mayArchive(lead, mintId('challenge'), leads)).toBe(false);
  expect(mayArchive(speaker(moderator1, moderates), reviewed.id, [])).toBe(true);
});
