/** A code that was mailed to its bearer: how long it is good for, and how many wrong ones end it. */
import { ok, refuse, type Failure, type Result } from '@butinerie/contracts';

const CODE_MINUTES = 30;
export const CODE_TRIES = 5;

export interface Code {
  readonly sentAt: Date;
  readonly tries: number;
}

/** `right`: whether what was typed is the code of the mail. */
export function checkCode(
  code: Code,
  { right, now }: { readonly right: boolean; readonly now: Date },
): Result<true, Failure<'wrong-code'>> {
  const left = CODE_TRIES - code.tries;
  const over = now.getTime() - code.sentAt.getTime() > CODE_MINUTES * 60_000;
  if (left <= 0 || over) return refuse('wrong-code', { triesLeft: 0 });
  return right ? ok(true) : refuse('wrong-code', { triesLeft: left - 1 });
}
