/** Answers for the shape of a rule on credit, and for the reasons a rule gives when it refuses. */
import type { IdeaCredits } from './credits.ts';
import type { EventKind, EventOf } from './events.ts';
import { accepted, refused, type Outcome } from './outcome.ts';

export type CreditRefusal =
  | 'unknown-idea'
  | 'already-proposed'
  | 'no-person'
  | 'not-originator'
  | 'not-author'
  | 'not-oneself'
  | 'not-invited'
  | 'already-credited'
  | 'already-made'
  | 'unknown-rebound'
  | 'circular-lineage'
  | 'consent-missing'
  | 'already-merged'
  | 'panel-not-independent'
  | 'not-the-server'
  | 'already-sealed'
  | 'credits-differ'
  | 'unsealed'
  | 'second-person-missing'
  | 'already-selected'
  | 'already-offered'
  | 'not-offered'
  | 'not-accepted'
  | 'originator-first';

export type Ideas = ReadonlyMap<string, IdeaCredits>;
export type Ruling = Outcome<readonly IdeaCredits[], CreditRefusal>;
export type Rule<Kind extends EventKind> = (ideas: Ideas, event: EventOf<Kind>) => Ruling;

/** Reads the idea an event is about, and refuses the event when nobody ever proposed it. */
export function onIdea<Event extends { readonly i: string }>(
  rule: (idea: IdeaCredits, event: Event, ideas: Ideas) => Ruling,
): (ideas: Ideas, event: Event) => Ruling {
  return (ideas, event) => {
    const idea = ideas.get(event.i);
    return idea === undefined
      ? refused('unknown-idea', `${event.i} was not proposed`)
      : rule(idea, event, ideas);
  };
}

/** The idea with its changes; a rule that only adds to lists cannot shrink them. */
export function becomes(idea: IdeaCredits, changes: Partial<IdeaCredits>): Ruling {
  return accepted([{ ...idea, ...changes }]);
}

export function isSystem(name: string | undefined): boolean {
  return name?.startsWith('sys:') === true;
}
