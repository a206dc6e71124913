/** The council's own words: kept, and said in whatever the server says. */
import { ok, readVocabulary, refuse, setVocabulary } from '@butinerie/contracts';
import { mayAdminister, setVocabulary as decide, wordsIn } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { Clock } from '../platform/clock.ts';
import { serve, type Api } from '../platform/http.ts';
import type { Database } from '../platform/mongo.ts';
import type { OwnWords } from '../platform/own-words.ts';
import { vocabularyStore, type KeptVocabulary } from './vocabulary.store.ts';

export interface VocabularySlice extends OwnWords {
  serve(api: Api<Speaker>): void;
}

/** Read once: one process serves an instance (decision 0009), and every change of the words comes through it. */
export async function openVocabulary({
  database,
  clock,
}: {
  readonly database: Database;
  readonly clock: Clock;
}): Promise<VocabularySlice> {
  const store = vocabularyStore(database.connection);
  let kept: KeptVocabulary = await store.read();
  const vocabulary = () => (kept.version === 0 ? null : kept.vocabulary);

  return {
    vocabulary,
    say: (words, language) => wordsIn(words, vocabulary(), language),
    platform: (instance) => kept.vocabulary.name ?? instance,
    serve(api) {
      serve(api, readVocabulary, async ({ speaker }) =>
        mayAdminister(speaker)
          ? ok(kept)
          : refuse('not-allowed', { act: 'readVocabulary', why: 'not-an-administrator' }),
      );
      serve(api, setVocabulary, async ({ body, speaker }) => {
        const decided = decide(kept.version, body, speaker);
        if (!decided.ok) return decided;
        const { person: by } = speaker;
        const done = await store.write(decided.value, { version: body.version, by, at: clock.now() });
        kept = await store.read();
        return done ? ok(kept) : refuse('stale-version', { current: kept.version });
      });
    },
  };
}
