/** What the reader may do in a challenge now, by name: the screen shows exactly these. */
import type { Phase } from '@butinerie/contracts';
import {
  actAllowed,
  hasRole,
  mayExportChallenge,
  mayModerate,
  maySeeSelection,
  type Act,
} from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { isClosed } from './challenge-times.ts';
import type { ChallengeRecord } from './index.ts';

export function challengeActs(
  record: ChallengeRecord,
  by: Speaker,
  at: { phase: Phase; now: Date },
): string[] {
  const moderates = mayModerate(by, record.id);
  const sponsors = hasRole(by, 'sponsor', record.id);
  const { proposedBy } = record.results;
  // Before its seal an idea's text can still change: nobody answers what may move.
  const decides = moderates && record.sealedAt !== null;
  const may: Partial<Record<Act, boolean>> = {
    draftChallenge: moderates,
    scheduleChallenge: moderates,
    cancelChallenge: moderates,
    saveDraft: true,
    publishIdea: true,
    reboundOnIdea: true,
    supportIdea: true,
    askToCoauthor: true,
    answerIdea: decides,
    proposeResults: decides && proposedBy === null,
    confirmResults: decides && proposedBy !== null && proposedBy !== by.person,
    adoptIdea: sponsors,
    declineAdoption: sponsors,
  };
  // The keys of the table above are acts.
  const acts: string[] = (Object.keys(may) as Act[]).filter((act) => may[act] && actAllowed(at.phase, act));
  if (maySeeSelection(by, record.id) && isClosed(record, at.now)) acts.push('readSelection');
  if (mayExportChallenge(by, record.id) && record.scheduledAt !== null) acts.push('exportChallenge');
  return acts;
}
