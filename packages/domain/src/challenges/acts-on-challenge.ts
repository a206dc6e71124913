/** What a person may do with a challenge, or with its selection, now: the page shows exactly these buttons. */
import type { AskedInChallenge } from '../accounts/asked.ts';
import { mayModerate } from '../accounts/policy.ts';
import { confirmResults } from '../selection/confirm-results.ts';
import { proposeResults } from '../selection/propose-results.ts';
import type { SelectionState } from '../selection/selection-state.ts';
import { actAllowed, type Act } from './acts.ts';

const MODERATORS_ACTS = ['draftChallenge', 'scheduleChallenge', 'cancelChallenge', 'answerIdea'] as const;
/** Any agent's: `publishIdea` is what shows « J'ai une idée ». */
const AGENTS_ACTS = ['saveDraft', 'publishIdea', 'reboundOnIdea'] as const;

export function actsOnChallenge({ by, challenge, phase }: AskedInChallenge): readonly Act[] {
  const acts = mayModerate(by, challenge) ? [...MODERATORS_ACTS, ...AGENTS_ACTS] : AGENTS_ACTS;
  return acts.filter((act) => actAllowed(phase, act));
}

export function actsOnSelection(selection: SelectionState, asked: AskedInChallenge): readonly Act[] {
  const { by, challenge, phase } = asked;
  const current = { version: selection.version };
  const may = {
    answerIdea: mayModerate(by, challenge) && actAllowed(phase, 'answerIdea'),
    proposeResults: selection.proposedBy === null && proposeResults(selection, current, asked).ok,
    confirmResults: confirmResults(selection, current, asked).ok,
  } satisfies Partial<Record<Act, boolean>>;
  // The keys of the object just above are the acts it speaks of.
  return (Object.keys(may) as (keyof typeof may)[]).filter((act) => may[act]);
}
