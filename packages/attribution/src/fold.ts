/**
 * Answers for credit as a reading of the ledger: originators and co-authors only grow, the first originator is the
 * first who proposed. What an actor may not cause, and every kind unknown here, is left without effect.
 */
import { creditRules } from './credit-rules.ts';
import type { IdeaCredits } from './credits.ts';
import { readEvent, type EventKind, type EventOf, type LedgerEvent, type ReadEvent } from './events.ts';
import { accepted, refused, type Outcome } from './outcome.ts';
import type { CreditRefusal, Ideas, Ruling } from './rule.ts';

export type FoldRefusal = CreditRefusal | 'not-an-event' | 'unknown-kind';

export class CreditsFold {
  readonly #ideas = new Map<string, IdeaCredits>();
  readonly #before: Pick<CreditsFold, 'idea'> | undefined;

  /** `before`: a fold that this one goes on from, and leaves as it is. */
  constructor(before?: Pick<CreditsFold, 'idea'>) {
    this.#before = before;
  }

  /** Whether the event would count, before anything is written: the server refuses what the fold would ignore. */
  admits(value: unknown): Outcome<readonly IdeaCredits[], FoldRefusal> {
    const read = readEvent(value);
    if (read === undefined) return refused('not-an-event', 'not the shape of an event');
    if (!read.known) return refused('unknown-kind', `${read.event.k} means nothing here`);
    return this.#rule(read.event);
  }

  /** Takes the next event of the ledger; a refused one changes nothing. */
  apply(value: unknown): Outcome<readonly IdeaCredits[], FoldRefusal> {
    return this.#keep(this.admits(value));
  }

  /** The same for an event that was read already: its shape is not looked at again. */
  applyRead({ known, event }: ReadEvent): Outcome<readonly IdeaCredits[], FoldRefusal> {
    if (!known) return refused('unknown-kind', `${event.k} means nothing here`);
    return this.#keep(this.#rule(event));
  }

  /** As this fold has it, or the one it goes on from. */
  idea(id: string): IdeaCredits | undefined {
    return this.#ideas.get(id) ?? this.#before?.idea(id);
  }

  /** Those that this fold itself heard of. */

  ideas(): readonly IdeaCredits[] {
    return [...this.#ideas.values()];
  }

  #rule(event: LedgerEvent): Ruling {
    return rule({ get: (id) => this.idea(id), has: (id) => this.idea(id) !== undefined }, event);
  }

  #keep<Refusal extends FoldRefusal>(
    ruling: Outcome<readonly IdeaCredits[], Refusal>,
  ): Outcome<readonly IdeaCredits[], Refusal> {
    if (ruling.ok) for (const idea of ruling.value) this.#ideas.set(idea.idea, idea);
    return ruling;
  }
}

/** Folds a ledger read in the order of its leaves. */
export function foldCredits(events: Iterable<unknown>): CreditsFold {
  const fold = new CreditsFold();
  for (const event of events) fold.apply(event);
  return fold;
}

function rule<Kind extends EventKind>(ideas: Ideas, event: LedgerEvent & EventOf<Kind>): Ruling {
  const creditRule = creditRules[event.k as Kind];
  return creditRule === undefined ? accepted([]) : creditRule(ideas, event);
}
