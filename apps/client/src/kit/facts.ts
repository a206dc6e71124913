/** The settings of a challenge in words, for its texts. */
import type { Challenge } from '@butinerie/contracts';
import { useFormats } from '../platform/language.tsx';
import type { KitFacts } from './default-texts.ts';

export function useKitFacts(challenge: Challenge, url: string): KitFacts {
  const { moment, list } = useFormats();
  const { question, opensAt, ideasUntil, closesAt, decisionDueAt, sponsors, moderators } = challenge;
  return {
    question,
    opens: moment(opensAt),
    ideasUntil: moment(ideasUntil),
    closes: moment(closesAt),
    answers: moment(decisionDueAt),
    sponsors: list([...new Set(sponsors.map(({ directorate, name }) => directorate ?? name))]) || '…',
    moderators: list(moderators.map(({ name }) => name)) || '…',
    jury: challenge.selectionMode === 'jury',
    url,
  };
}
