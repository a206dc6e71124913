/** Gives every screen below it the council's words, and waits for what renames where there are some. */
import type { Vocabulary } from '@butinerie/contracts';
import { useEffect, useState, type ReactNode } from 'react';
import { keepName, OwnWordsContext, ownWordsOf, PRODUCT_WORDS, type OwnWords } from './own-words.ts';
import { useInstance } from './session.tsx';

interface Loaded {
  readonly of: Vocabulary;
  readonly words: OwnWords;
}

export function OwnWordsProvider({
  waiting,
  children,
}: {
  readonly waiting: ReactNode;
  readonly children: ReactNode;
}) {
  const { vocabulary } = useInstance();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  /** A page that stands in the product's words stays while others come: what is being typed on it too. */
  const [stands] = useState(vocabulary === null);
  useEffect(() => keepName(vocabulary?.name ?? null), [vocabulary]);
  useEffect(() => {
    if (vocabulary === null) return undefined;
    let wanted = true;
    const take = (words: OwnWords): void => {
      if (wanted) setLoaded({ of: vocabulary, words });
    };
    void import('./renaming.ts').then(
      ({ wordsIn }) => take(ownWordsOf(vocabulary, wordsIn)),
      // Without the network the product's words are better than no page.
      () => take({ ...PRODUCT_WORDS, name: vocabulary.name ?? PRODUCT_WORDS.name }),
    );
    return () => {
      wanted = false;
    };
  }, [vocabulary]);
  const words = vocabulary === null ? PRODUCT_WORDS : (loaded?.words ?? (stands ? PRODUCT_WORDS : null));
  if (words === null) return waiting;
  return <OwnWordsContext value={words}>{children}</OwnWordsContext>;
}
