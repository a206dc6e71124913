/** What says our sentences in other words, as a piece of its own: `own-words-provider.tsx` loads it where it is needed. */
export { wordsIn } from '@butinerie/domain';
