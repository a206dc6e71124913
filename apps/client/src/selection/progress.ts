/** How far the board is: who still needs an answer, which idea comes next, what the results would be. */
import type { IdeaId, Outcome, Selection, SelectionEntry } from '@butinerie/contracts';
import { OUTCOMES } from '@butinerie/contracts';

export const missingEntries = ({ entries, missing }: Selection): SelectionEntry[] => {
  const wanted = new Set(missing);
  return entries.filter(({ idea }) => wanted.has(idea));
};

/** The next idea without an answer that the reader may answer, going round after the last one. */
export function nextToAnswer(selection: Selection, after: IdeaId): SelectionEntry | null {
  const { entries } = selection;
  const at = entries.findIndex(({ idea }) => idea === after);
  const round = [...entries.slice(at + 1), ...entries.slice(0, Math.max(at, 0))];
  const wanted = new Set(selection.missing);
  return round.find(({ idea, linked }) => wanted.has(idea) && !linked) ?? null;
}

export const byOutcome = ({ entries }: Selection): { outcome: Outcome; entries: SelectionEntry[] }[] =>
  OUTCOMES.map((outcome) => ({
    outcome,
    entries: entries.filter(({ answer }) => answer?.outcome === outcome),
  })).filter((group) => group.entries.length > 0);

export const countSelected = ({ entries }: Selection): number =>
  entries.filter(({ answer }) => answer?.outcome === 'selected').length;
