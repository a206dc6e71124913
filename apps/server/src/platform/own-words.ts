/** The words of the council in what the server says: mails, agendas. Where it has none, the product's. */
import type { Language, Vocabulary } from '@butinerie/contracts';

export interface OwnWords {
  /** A catalogue, or a function that makes words: what it is given stays as people wrote it. */
  say<T>(words: T, language: Language): T;
  /** What the platform is called where the instance is named. */
  platform(instance: string): string;
  vocabulary(): Vocabulary | null;
}

export const PRODUCT_WORDS: OwnWords = {
  say: (words) => words,
  platform: (instance) => instance,
  vocabulary: () => null,
};
