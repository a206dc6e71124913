/** A scheduled challenge of which nothing is particular, for tests to change. */
import { mintId, NO_LABELS, NO_VISUAL, type Challenge } from '@butinerie/contracts';

const at = (day: string) => ({
  local: `${day}T17:00`,
  timeZone: 'UTC',
  instant: `${day}T17:00:00.000Z`,
});

export const aChallenge: Challenge = {
  id: mintId('challenge'),
  version: 7,
  question: 'Comment mieux accueillir ?',
  brief: '',
  phase: 'scheduled',
  opensAt: at('2026-10-12'),
  ideasUntil: at('2026-10-23'),
  closesAt: at('2026-10-30'),
  decisionDueAt: at('2026-11-13'),
  selectionMode: 'moderators',
  audience: { directorates: null, outsiders: [] },
  themes: [],
  fields: [],
  labels: NO_LABELS,
  visual: NO_VISUAL,
  protection: null,
  sponsors: [],
  moderators: [],
  acts: [],
  paused: null,
  extension: null,
  cancellation: null,
  cancelled: null,
  archived: null,
  unmeasured: [],
  resultsPublishedAt: null,
  counts: null,
};
