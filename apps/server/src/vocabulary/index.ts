/** The council's own words: kept, and said in whatever the server says. */
import { ok, readVocabulary, refuse, setVocabulary } from '@butinerie/contracts';
import { mayAdminister, setVocabulary as decide, wordsIn } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { Clock } from '../platform/clock.ts';
import { serve, type Api } from '../platform/http.ts';
import type { Database } from '../platform/mongo.ts';
import type { Log } from '../platform/log.ts';
import type { OwnWords } from '../platform/own-words.ts';
import type { WakeUps } from '../platform/servers/wake-ups.ts';
import { z } from 'zod';
import { vocabularyStore, type KeptVocabulary } from './vocabulary.store.ts';

export interface VocabularySlice extends OwnWords {
  serve(api: Api<Speaker>): void;
}

/** Read once, and again when another server says that they changed. */
export async function openVocabulary({
  database,
  wakeUps,
  clock,
  log,
}: {
  readonly database: Database;
  readonly wakeUps: WakeUps;
  readonly clock: Clock;
  readonly log: Log;
}): Promise<VocabularySlice> {
  const store = vocabularyStore(database.connection);
  let kept: KeptVocabulary = await store.read();
  const changed = wakeUps.topic('vocabulary', z.null());
  const readAgain = (): void => {
    store.read().then(
      (read) => {
        kept = read;
      },
      (error: unknown) => log.error({ err: error }, 'the words of this council were not read again'),
    );
  };
  changed.on(readAgain);
  wakeUps.onMissed(readAgain);
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
        changed.tell(null);
        return done ? ok(kept) : refuse('stale-version', { current: kept.version });
      });
    },
  };
}
