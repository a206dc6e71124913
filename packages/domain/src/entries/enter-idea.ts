/** An idea written down for an agent who was not there with an account: theirs from the first word. */
import { ok, refuse, type Failure, type Particulars, type Result } from '@butinerie/contracts';
import type { AskedInChallenge } from '../accounts/asked.ts';
import { mayModerate } from '../accounts/policy.ts';
import { checkPhase } from '../challenges/acts.ts';
import { checkParticulars, keepParticulars, NO_PARTICULARS, type Asks } from '../ideas/particulars.ts';
import { checkPublishable } from '../ideas/publish-idea.ts';

type TextRefusals = 'title-missing' | 'text-missing' | 'title-too-long' | 'text-too-long' | 'same-as-parent';
type Refusals = Failure<'not-allowed' | 'challenge-phase' | Exclude<TextRefusals, 'same-as-parent'>>;

/** `facilitates`: whoever writes it down, or opened the kiosk at which it is written. */
export function enterIdea(
  words: { readonly title: string; readonly text: string },
  { by, challenge, phase }: AskedInChallenge,
): Result<true, Refusals> {
  if (!mayModerate(by, challenge)) return refuse('not-allowed', { act: 'enterIdea', why: 'not-a-moderator' });
  const open = checkPhase(phase, 'publishIdea');
  if (!open.ok) return open;
  const checked = checkPublishable({ ...words, parents: [] });
  if (checked.ok) return ok(true);
  // It has no parent to be the same as.
  return {
    ok: false,
    failure: checked.failure as Exclude<typeof checked.failure, Failure<'same-as-parent'>>,
  };
}

/** What is kept of the theme and answers of an entry: all at once, since it is published with its first word. */
export function enterParticulars(
  asks: Asks,
  wanted: Particulars,
): Result<Particulars, Failure<'not-found' | 'invalid-input' | 'particulars-missing' | 'answer-too-long'>> {
  const kept = keepParticulars(asks, wanted, NO_PARTICULARS);
  if (!kept.ok) return kept;
  const complete = checkParticulars(asks, kept.value);
  return complete.ok ? kept : complete;
}
