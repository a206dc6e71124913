/** How much an idea's document may hold. What is checked only at publishing never refuses a keystroke. */

import { UPDATE_LIMIT } from '@butinerie/contracts';

export const LIMITS = {
  /** Checked at publishing. */
  titleCharacters: 90,
  /** Checked at publishing. */
  textCharacters: 1_500,
  /** From here the page says that the text is long; nothing is refused. */
  softCharacters: 10_000,
  /** From here a live text only shrinks. */
  hardBytes: 300_000,
  /** Words that stand there and words that were deleted: every page that opens the text is sent all of it. */
  historyBytes: 16_000_000,
  /** One update; the client splits what is longer. */
  updateBytes: UPDATE_LIMIT,
} as const;
