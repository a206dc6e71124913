/** The autumn challenge of the design's examples: from 12 October 2026 at 9:00 to the 30th at 17:00, Paris. */
import type { ChallengeStaff, ChallengeState } from '../challenges/challenge-state.ts';
import { challenge, moderator1, moderator2, roads, sponsor } from './cast.ts';

export const autumn: ChallengeState = {
  id: challenge,
  version: 3,
  question: 'Que simplifier dès cet hiver ?',
  selectionMode: 'moderators',
  timeZone: 'Europe/Paris',
  opensAt: new Date('2026-10-12T07:00:00.000Z'),
  ideasUntil: new Date('2026-10-23T15:00:00.000Z'),
  closesAt: new Date('2026-10-30T16:00:00.000Z'),
  decisionDueAt: new Date('2026-11-13T16:00:00.000Z'),
  scheduledAt: new Date('2026-10-01T08:00:00.000Z'),
  resultsPublishedAt: null,
  firstAdoptedAt: null,
  reviewedFrom: null,
  archivedAt: null,
  cancelledAt: null,
  pause: null,
  pausedIn: [],
  extension: null,
  cancellation: null,
  protection: null,
};

export const staff: ChallengeStaff = {
  sponsors: [{ person: sponsor, directorate: roads }],
  moderators: [moderator1, moderator2],
  jurors: [],
};
