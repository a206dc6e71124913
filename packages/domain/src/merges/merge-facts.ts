/** Two ideas that become one, for as long as everybody who had them wants it. What deciding about it needs to know. */
import type { MergeState, PersonId } from '@butinerie/contracts';
import type { IdeaFacts } from '../ideas/idea-facts.ts';

/** The two ideas as they are now. */
export interface Pair {
  readonly source: IdeaFacts;
  readonly target: IdeaFacts;
}

export interface MergeFacts {
  readonly state: MergeState;
  readonly agreed: readonly PersonId[];
}

/** Everybody whose idea one of the two is, each once. */
export function originatorsOf({ source, target }: Pair): readonly PersonId[] {
  return [...new Set([...target.originators, ...source.originators])];
}

/** Whose word is still missing. */
export function awaitedOf(pair: Pair, { agreed }: Pick<MergeFacts, 'agreed'>): readonly PersonId[] {
  return originatorsOf(pair).filter((person) => !agreed.includes(person));
}
