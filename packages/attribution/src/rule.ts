/** Answers for the shape of a rule on credit, and for the reasons a rule gives when it refuses. */
import { newIdea, type IdeaCredits } from './credits.ts';
import type { EventKind, EventOf } from './events.ts';
import { accepted, refused, type Outcome } from './outcome.ts';

export type CreditRefusal =
  | 'unknown-idea'
  | 'already-proposed'
  | 'no-person'
  | 'unknown-pseudonym'
  | 'already-opened'
  | 'other-person'
  | 'not-originator'
  | 'not-author'
  | 'not-another'
  | 'not-oneself'
  | 'not-invited'
  | 'already-credited'
  | 'already-made'
  | 'unknown-rebound'
  | 'circular-lineage'
  | 'consent-missing'
  | 'already-merged'
  | 'not-merged'
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

export type Ideas = Pick<ReadonlyMap<string, IdeaCredits>, 'get' | 'has'>;
export type Ruling = Outcome<readonly IdeaCredits[], CreditRefusal>;
export type Rule<Kind extends EventKind> = (ideas: Ideas, event: EventOf<Kind>) => Ruling;

type OnIdea<Event> = (idea: IdeaCredits, event: Event, ideas: Ideas) => Ruling;

/** Reads the idea an event is about, and refuses the event when nobody ever proposed it. */
export function onIdea<Event extends { readonly i: string }>(
  rule: OnIdea<Event>,
): (ideas: Ideas, event: Event) => Ruling {
  return (ideas, event) => {
    const idea = proposed(ideas, event.i);
    return idea === undefined
      ? refused('unknown-idea', `${event.i} was not proposed`)
      : rule(idea, event, ideas);
  };
}

/**
 * For what may be said of an idea whose originator is not known, or not yet: an imported one has no proposal, and whoever
 * adds to it earns her credit all the same.
 */
export function onAnyIdea<Event extends { readonly i: string }>(
  rule: OnIdea<Event>,
): (ideas: Ideas, event: Event) => Ruling {
  return (ideas, event) => rule(ideas.get(event.i) ?? newIdea(event.i, []), event, ideas);
}

/** The idea, once it has an originator: nobody else can speak for it. */
export function proposed(ideas: Ideas, id: string): IdeaCredits | undefined {
  const idea = ideas.get(id);
  return idea === undefined || idea.originators.length === 0 ? undefined : idea;
}

/** The idea with its changes; a rule that only adds to lists cannot shrink them. */
export function becomes(idea: IdeaCredits, changes: Partial<IdeaCredits>): Ruling {
  return accepted([{ ...idea, ...changes }]);
}

export function isSystem(name: string | undefined): boolean {
  return name?.startsWith('sys:') === true;
}
