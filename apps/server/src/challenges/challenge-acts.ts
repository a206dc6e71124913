/** What the reader may do in a challenge now, by name: the screen shows exactly these. */
import { PAUSE_LIMIT, type PersonId, type Phase } from '@butinerie/contracts';
import {
  actAllowed,
  agreeToCancellation,
  agreeToExtension,
  askExtension,
  hasRole,
  mayArchive,
  mayExportChallenge,
  mayModerate,
  maySeeSelection,
  pauseChallenge,
  resumeChallenge,
  standingOf,
  validateProtection,
  type Act,
} from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { isClosed, stateOf, timeBoxOf } from './challenge-times.ts';
import type { ChallengeRecord } from './index.ts';

export function challengeActs(
  record: ChallengeRecord,
  by: Speaker,
  at: { phase: Phase; now: Date; leads: readonly PersonId[] },
): string[] {
  const moderates = mayModerate(by, record.id);
  const sponsors = hasRole(by, 'sponsor', record.id);
  const { version } = record;
  const asked = { by, now: at.now };
  const timeBox = timeBoxOf(record);
  // The shortest one; during a pause, the longest there is.
  const workingDays = record.paused === null ? 1 : PAUSE_LIMIT;
  const { proposedBy } = record.results;
  const state = stateOf(record);
  const standing = standingOf(at.phase, record.paused !== null);
  // Before its seal an idea's text can still change: nobody answers what may move.
  const decides = moderates && record.sealedAt !== null;
  const may: Partial<Record<Act, boolean>> = {
    draftChallenge: moderates,
    prepareChallenge: moderates,
    scheduleChallenge: moderates,
    cancelChallenge: moderates,
    agreeToCancellation: agreeToCancellation(state, { version }, asked).ok,
    pauseChallenge: pauseChallenge(state, { version, reason: '', workingDays }, asked).ok,
    resumeChallenge: resumeChallenge(state, { version, timeBox }, asked).ok,
    askExtension: askExtension(state, { version, reason: '', days: 1, timeBox }, asked).ok,
    agreeToExtension: agreeToExtension(state, { version, timeBox }, asked).ok,
    saveDraft: true,
    publishIdea: true,
    reboundOnIdea: true,
    supportIdea: true,
    askToCoauthor: true,
    archiveChallenge: mayArchive(by, record.id, at.leads),
    answerIdea: decides,
    proposeResults: decides && proposedBy === null,
    confirmResults: decides && proposedBy !== null && proposedBy !== by.person,
    adoptIdea: sponsors,
    declineAdoption: sponsors,
  };
  // The keys of the table above are acts.
  const acts: string[] = (Object.keys(may) as Act[]).filter((act) => may[act] && actAllowed(standing, act));
  if (maySeeSelection(by, record.id) && isClosed(record, at.now)) acts.push('readSelection');
  if (mayExportChallenge(by, record.id) && record.scheduledAt !== null) acts.push('exportChallenge');
  if (validateProtection(state, { version }, asked).ok) acts.push('validateProtection');
  if (moderates && record.scheduledAt !== null) acts.push('readModeration');
  return acts;
}
