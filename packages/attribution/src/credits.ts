/**
 * Answers for what is known of one idea's credit. Lists of people only grow and keep their order; nothing here is a
 * figure, because credit is roles and never shares.
 */

import { Growing } from './growing.ts';

export type CarrierAnswer = 'open' | 'accepted' | 'declined';

export interface Seal {
  readonly n: number;
  readonly txt: string;
  readonly log: string;
}

export interface Adoption {
  readonly n: number;
  readonly dir: string;
}

export interface IdeaCredits {
  readonly idea: string;
  /** The first one is fixed by the first `idea.proposed`. */
  readonly originators: readonly string[];
  /** Those of the originators who were added by a panel's decision. */
  readonly byDecision: readonly string[];
  readonly coauthors: readonly string[];
  readonly rebounders: readonly string[];
  /** Everybody ever named, the latest last. */
  readonly carriers: readonly string[];
  readonly carrierOffers: Readonly<Record<string, CarrierAnswer>>;
  /** Lineage: the ideas this one grew from or was merged from. */
  readonly parents: readonly string[];
  readonly mergedInto?: string;
  readonly seal?: Seal;
  readonly selectedAt?: number;
  readonly adoptions: readonly Adoption[];
  readonly rebounds: Growing<{ readonly by: string; readonly taken: boolean }>;
  /** One-time persons of this idea: what each is bound by, and whom she said she is. */
  readonly pseudonyms: Readonly<Record<string, { readonly as: string; readonly openedAs?: string }>>;
  /** Answers still waiting for the act they allow. */
  readonly pending: {
    readonly invited: readonly string[];
    readonly mergeConsents: readonly string[];
    readonly correctionConsents: readonly string[];
  };
}

const nothingYet: IdeaCredits['rebounds'] = Growing.empty();

export function newIdea(idea: string, originators: readonly string[]): IdeaCredits {
  return {
    idea,
    originators,
    byDecision: [],
    coauthors: [],
    rebounders: [],
    carriers: [],
    carrierOffers: {},
    parents: [],
    adoptions: [],
    rebounds: nothingYet,
    pseudonyms: {},
    pending: { invited: [], mergeConsents: [], correctionConsents: [] },
  };
}

/** Adds at the end what is not there yet; the only way a list of people changes here. */
export function grown(list: readonly string[], added: Iterable<string>): readonly string[] {
  const fresh = [...new Set(added)].filter((each) => !list.includes(each));
  return fresh.length === 0 ? list : [...list, ...fresh];
}

/** Who carries the idea today: the last one named who has not since declined. */
export function currentCarrier(credits: IdeaCredits): string | undefined {
  return credits.carriers.findLast((person) => credits.carrierOffers[person] === 'accepted');
}

/** The lists a seal must state, word for word. */
export function sealedCredits({ originators, coauthors, rebounders }: IdeaCredits) {
  return { originators, coauthors, rebounders };
}

/** The credit line for people: each person once, under the first role that is theirs. */
export function creditLine(credits: IdeaCredits) {
  const coauthors = credits.coauthors.filter((person) => !credits.originators.includes(person));
  const above = [...credits.originators, ...coauthors];
  return {
    originators: credits.originators,
    byDecision: credits.byDecision,
    coauthors,
    rebounders: credits.rebounders.filter((person) => !above.includes(person)),
    carrier: currentCarrier(credits),
  };
}
