/** A rebound or a suggestion being typed, kept on the device with the id it will have. */
import { mintId, reboundId, type IdeaId, type PersonId, type ReboundId } from '@butinerie/contracts';
import { textsOf } from '../platform/kept.ts';
import { recallWords, type Ids, type KeptWords } from '../platform/kept-words.ts';

export const IDS: Ids<ReboundId> = {
  read: (raw) => reboundId.safeParse(raw).data,
  mint: () => mintId('rebound'),
};

export const reboundKey = (person: PersonId, idea: IdeaId): string => `butinerie.rebound.${person}.${idea}`;
export const recallRebound = (raw: unknown): KeptWords<ReboundId> | null => recallWords(raw, IDS);

export interface Suggestion extends KeptWords<ReboundId> {
  /** The passage as it stood when it was begun. */
  readonly instead: string;
}

export const suggestionKey = (person: PersonId, idea: IdeaId): string =>
  `butinerie.suggestion.${person}.${idea}`;

export function recallSuggestion(raw: unknown): Suggestion | null {
  const texts = textsOf(raw, ['instead']);
  const words = recallRebound(raw);
  return texts && words && { ...words, instead: texts.instead };
}
