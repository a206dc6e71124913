/** What the two fields of every idea are called in one challenge: the council's own words, or the product's. */
import { ok, refuse, type Failure, type Labels, type Result } from '@butinerie/contracts';
import type { Asked } from '../accounts/asked.ts';
import type { ChallengeState } from './challenge-state.ts';
import { checkPreparing, type Preparing } from './prepare-challenge.ts';

/** Two fields that are called the same cannot be told apart, least of all by whoever hears them. */
export function sameLabel({ title, text }: Labels): boolean {
  const plain = (words: string): string => words.trim().toLocaleLowerCase('fr');
  return (['fr', 'en'] as const).some(
    (language) => plain(title[language]) !== '' && plain(title[language]) === plain(text[language]),
  );
}

export function setLabels(
  challenge: ChallengeState,
  { wanted, version }: { readonly wanted: Labels; readonly version: number },
  asked: Asked,
): Result<{ labels: Labels; version: number }, Failure<Preparing | 'invalid-input'>> {
  const prepared = checkPreparing(challenge, version, asked);
  if (!prepared.ok) return prepared;
  if (sameLabel(wanted))
    return refuse('invalid-input', {
      issues: [{ path: 'labels', message: 'the two fields are called differently' }],
    });
  return ok({ labels: wanted, version: prepared.value });
}
