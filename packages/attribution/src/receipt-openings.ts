/** Answers for what a receipt reveals: each opening against the commitment in its leaf, then what it says. */
import { identity, opensCommitment, textDigest, textDigestOf, type Identity } from './commitment.ts';
import { digest } from './event-fields.ts';
import type { ReadEvent } from './events.ts';
import { committedField, type CommittedField, type Receipt } from './receipt-text.ts';

/** The commitment a leaf holds under a field, if it holds one there. */
export function committedDigest(event: ReadEvent['event'], field: CommittedField): string | undefined {
  const value: unknown = Reflect.get(event, field);
  return digest.safeParse(value).data;
}

export type OpeningOutcome = 'opened' | 'closed' | 'wrong';

/** Every commitment of the leaf: opened, left closed, or wrongly opened; an opening of nothing is wrong. */
export function checkOpenings(
  event: ReadEvent['event'],
  receipt: Receipt,
): Map<CommittedField, OpeningOutcome> {
  const outcomes = new Map<CommittedField, OpeningOutcome>();
  for (const field of committedField.options) {
    const commitment = committedDigest(event, field);
    const opening = receipt.openings[field];
    if (opening === undefined) {
      if (commitment !== undefined) outcomes.set(field, 'closed');
    } else {
      const sound = commitment !== undefined && opensCommitment(commitment, opening);
      outcomes.set(field, sound ? 'opened' : 'wrong');
    }
  }
  return outcomes;
}

/** Whose identity the receipt opens, and what it was that day. */
export function openedIdentity(event: ReadEvent['event'], { openings }: Receipt): OpenedIdentity | undefined {
  const known: unknown = Reflect.get(event, 'p');
  const [person, opened] = openings.c === undefined ? [event.by, openings.who] : [known, openings.c];
  const held = identity.safeParse(opened?.value).data;
  return held === undefined || typeof person !== 'string' ? undefined : { person, held };
}

export interface OpenedIdentity {
  readonly person: string;
  readonly held: Identity;
}

export function openedTitle({ openings }: Receipt): string | undefined {
  return textDigest.safeParse(openings.txt?.value).data?.title;
}

/** Whether the body carried by the receipt is the one that was committed to. */
export function carriesOwnText({ openings, text }: Receipt): 'absent' | 'same' | 'other' {
  if (text === undefined) return 'absent';
  const opened = textDigest.safeParse(openings.txt?.value).data;
  return opened?.hash === textDigestOf('', text).hash ? 'same' : 'other';
}
