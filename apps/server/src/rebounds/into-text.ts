/**
 * How a rebound gets into a text without a third outcome, wherever a seal, a crash or another hand falls: it is marked as
 * being taken, its words are written under its own name, and only then is it taken. What is refused is let go of.
 */
import type { Failure, Result } from '@butinerie/contracts';
import type { WriteFailure } from '../co-editing/index.ts';

/** Nothing was written; `append-failed`: or nobody knows. */
type Refusal = WriteFailure | Failure<'passage-changed'>;

export interface TakingSteps<Mark> {
  /** The mark that stands: this one, or that of whoever began before; null where the rebound is answered. */
  begin(mark: Mark): Promise<Mark | null>;
  /** Once, however often it is called. */
  write(mark: Mark): Promise<Result<unknown, Refusal>>;
  /** With its leaf and its notices; false where somebody else did it meanwhile. */
  take(mark: Mark): Promise<boolean>;
  letGo(): Promise<void>;
}

export type Taken<Mark> =
  | { readonly outcome: 'taken'; readonly mark: Mark; readonly now: boolean }
  | { readonly outcome: 'answered' }
  | { readonly outcome: 'refused'; readonly failure: Refusal };

export async function takeIntoText<Mark>(steps: TakingSteps<Mark>, mark: Mark): Promise<Taken<Mark>> {
  const standing = await steps.begin(mark);
  return standing === null ? { outcome: 'answered' } : finishTaking(steps, standing);
}

/** From the mark on: also what a start does with those that a crash left. */
export async function finishTaking<Mark>(
  { write, take, letGo }: Omit<TakingSteps<Mark>, 'begin'>,
  mark: Mark,
): Promise<Taken<Mark>> {
  const written = await write(mark);
  if (written.ok) return { outcome: 'taken', mark, now: await take(mark) };
  // Then nobody knows whether it stands in the log: the mark stays, and whoever comes next, or a start, looks and goes on.
  if (written.failure.code !== 'append-failed') await letGo();
  return { outcome: 'refused', failure: written.failure };
}
