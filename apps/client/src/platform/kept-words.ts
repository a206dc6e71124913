/** Words being typed, kept on the device with the id they will have: sending them twice is still one thing said. */
import { useState } from 'react';
import { textsOf, useKept } from './kept.ts';

export interface KeptWords<Id extends string> {
  readonly id: Id;
  readonly text: string;
}
export interface WordsToSend<Id extends string> {
  readonly words: KeptWords<Id>;
  readonly type: (text: string) => void;
  /** They are there. What was typed while they were under way stays, to be said apart. */
  readonly sent: () => void;
  /** An earlier press of other words went through under this id: these take another. */
  readonly takeAnotherId: () => void;
}
/** How the ids of one kind are known and made. */
export interface Ids<Id extends string> {
  readonly read: (raw: string) => Id | undefined;
  readonly mint: () => Id;
}

export function recallWords<Id extends string>(raw: unknown, { read }: Ids<Id>): KeptWords<Id> | null {
  const texts = textsOf(raw, ['id', 'text']);
  if (texts === null) return null;
  const id = read(texts.id);
  return id === undefined ? null : { id, text: texts.text };
}

export function useWordsToSend<Id extends string>(key: string, ids: Ids<Id>): WordsToSend<Id> {
  const [kept, keep, settle] = useKept(key, (raw) => recallWords(raw, ids));
  const [fresh, setFresh] = useState(ids.mint);
  const words = kept ?? { id: fresh, text: '' };
  const drop = (sent: KeptWords<Id> | null): void => {
    settle(sent, ({ text }) => ({ id: ids.mint(), text }));
    setFresh(ids.mint());
  };
  return {
    words,
    type: (text) => keep(text === '' ? null : { id: words.id, text }),
    sent: () => drop(kept),
    takeAnotherId: () => drop(null),
  };
}
