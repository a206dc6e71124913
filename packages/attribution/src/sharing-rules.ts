/** Answers for how more people come to be named: rebounds, lineage, co-authors, merged ideas. Always by consent. */
import { toJcs } from './canonical.ts';
import { grown, newIdea, type IdeaCredits } from './credits.ts';
import { accepted, refused } from './outcome.ts';
import {
  becomes,
  isSystem,
  onAnyIdea,
  onIdea,
  proposed,
  type Ideas,
  type Rule,
  type Ruling,
} from './rule.ts';

const reboundMade: Rule<'rebound.made'> = onAnyIdea((idea, { rb, by }) => {
  if (isSystem(by)) return refused('no-person', 'a rebound comes from a person');
  if (idea.rebounds.get(rb) !== undefined) return refused('already-made', `${rb} has its author already`);
  return becomes(idea, {
    rebounders: grown(idea.rebounders, [by]),
    rebounds: idea.rebounds.with(rb, { by, taken: false }),
  });
});

const reboundTaken: Rule<'rebound.taken'> = onIdea((idea, { rb, by }) => {
  if (!idea.originators.includes(by) && !idea.coauthors.includes(by)) {
    return refused('not-author', `${by} does not write ${idea.idea}`);
  }
  const rebound = idea.rebounds.get(rb);
  if (rebound === undefined) return refused('unknown-rebound', `${rb} was not made on ${idea.idea}`);
  return becomes(idea, { rebounds: idea.rebounds.with(rb, { ...rebound, taken: true }) });
});

const contributorCredited: Rule<'contributor.credited'> = onIdea((idea, { by, p }) => {
  if (!idea.originators.includes(by) && !idea.coauthors.includes(by)) {
    return refused('not-author', `${by} does not write ${idea.idea}`);
  }
  if (p === by) return refused('not-another', 'one credits others');
  return becomes(idea, { rebounders: grown(idea.rebounders, [p]) });
});

const reboundLinked: Rule<'rebound.linked'> = onIdea((idea, { by, on }, ideas) => {
  // Only the idea that grew may name its parents: linking somebody else's idea under one's own is the old theft.
  if (!idea.originators.includes(by))
    return refused('not-originator', `${by} is not an originator of ${idea.idea}`);
  const missing = on.find((parent) => !ideas.has(parent));
  if (missing !== undefined) return refused('unknown-idea', `${missing} was not proposed`);
  if (on.some((parent) => descends(ideas, parent, idea.idea))) {
    return refused('circular-lineage', 'an idea does not grow from itself');
  }
  return becomes(idea, { parents: grown(idea.parents, on) });
});

/** Whether `idea` is `ancestor` or grew from it. */
function descends(ideas: Ideas, idea: string, ancestor: string): boolean {
  const seen = new Set([idea]);
  for (const current of seen) {
    if (current === ancestor) return true;
    for (const parent of ideas.get(current)?.parents ?? []) seen.add(parent);
  }
  return false;
}

const coauthorInvited: Rule<'coauthor.invited'> = onIdea((idea, { by, p }) => {
  if (!idea.originators.includes(by))
    return refused('not-originator', `${by} is not an originator of ${idea.idea}`);
  if (idea.originators.includes(p) || idea.coauthors.includes(p)) {
    return refused('already-credited', `${p} writes ${idea.idea} already`);
  }
  return becomes(idea, { pending: { ...idea.pending, invited: grown(idea.pending.invited, [p]) } });
});

function invitationAnswered(idea: IdeaCredits, p: string, by: string): Ruling {
  if (p !== by) return refused('not-oneself', 'one answers for oneself');
  if (!idea.pending.invited.includes(p))
    return refused('not-invited', `${p} was not invited to ${idea.idea}`);
  const invited = idea.pending.invited.filter((person) => person !== p);
  return becomes(idea, { pending: { ...idea.pending, invited } });
}

const coauthorConsented: Rule<'coauthor.consented'> = onIdea((idea, { p, by }) => {
  const answered = invitationAnswered(idea, p, by);
  if (!answered.ok) return answered;
  return accepted(answered.value.map((next) => ({ ...next, coauthors: grown(next.coauthors, [p]) })));
});

const coauthorDeclined: Rule<'coauthor.declined'> = onIdea((idea, { p, by }) =>
  invitationAnswered(idea, p, by),
);

interface Merge {
  readonly i: string;
  readonly from: readonly string[];
}

/** Every idea whose originators are concerned: those merged, and the one joined when it exists already. */
function sources(ideas: Ideas, { i, from }: Merge): readonly IdeaCredits[] | undefined {
  const named = ideas.has(i) ? [i, ...from] : from;
  // Nobody could consent for one without originator.
  const found = named.map((id) => proposed(ideas, id)).filter((idea) => idea !== undefined);
  return found.length === named.length && found.length >= 2 && !from.includes(i) ? found : undefined;
}

const mergeKey = (by: string, { i, from }: Merge): string => toJcs([by, i, from]);

const mergeConsented: Rule<'merge.consented'> = (ideas, { by, i, from }) => {
  const concerned = sources(ideas, { i, from });
  if (concerned === undefined) return refused('unknown-idea', 'a merge names at least two ideas that exist');
  const own = concerned.filter((idea) => idea.originators.includes(by));
  if (own.length === 0) return refused('not-originator', `${by} is not an originator of any of them`);
  return accepted(
    own.map((idea) => ({
      ...idea,
      pending: {
        ...idea.pending,
        mergeConsents: grown(idea.pending.mergeConsents, [mergeKey(by, { i, from })]),
      },
    })),
  );
};

const ideaMerged: Rule<'idea.merged'> = (ideas, { i, from }) => {
  const concerned = sources(ideas, { i, from });
  if (concerned === undefined) return refused('unknown-idea', 'a merge names at least two ideas that exist');
  if (concerned.some((idea) => idea.mergedInto !== undefined)) {
    return refused('already-merged', 'one of them was merged before');
  }
  const consented = concerned.every(({ originators, pending }) =>
    originators.every((person) => pending.mergeConsents.includes(mergeKey(person, { i, from }))),
  );
  if (!consented)
    return refused('consent-missing', 'every originator of every idea consents to this very merge');
  const base = ideas.get(i) ?? newIdea(i, []);
  const union = (pick: (idea: IdeaCredits) => readonly string[]) =>
    grown(pick(base), concerned.flatMap(pick));
  const merged: IdeaCredits = {
    ...base,
    originators: union((idea) => idea.originators),
    byDecision: union((idea) => idea.byDecision),
    coauthors: union((idea) => idea.coauthors),
    rebounders: union((idea) => idea.rebounders),
    // A rebound grown into an idea may come back to its parent: it stays lineage, without a circle.
    parents: grown(
      base.parents,
      from.filter((source) => !descends(ideas, source, i)),
    ),
  };
  // The sources stay, with everything they had.
  const kept = concerned.filter(({ idea }) => idea !== i).map((idea) => ({ ...idea, mergedInto: i }));
  return accepted([merged, ...kept]);
};

/** The sources stand alone again. Whoever was named in what was merged stays named there: credit only grows. */
const ideaUnmerged: Rule<'idea.unmerged'> = (ideas, { by, i, from }) => {
  const concerned = sources(ideas, { i, from });
  const apart = concerned?.filter(({ idea }) => idea !== i) ?? [];
  if (concerned === undefined || apart.some(({ mergedInto }) => mergedInto !== i))
    return refused('not-merged', 'these ideas are not merged into that one');
  if (!concerned.some(({ originators }) => originators.includes(by)))
    return refused('not-originator', `${by} is not an originator of any of them`);
  // Another merge of the same ideas needs everybody's consent anew.
  const spent = new Set(
    concerned.flatMap(({ originators }) => originators.map((person) => mergeKey(person, { i, from }))),
  );
  return accepted(
    concerned.map(({ mergedInto, ...idea }) => ({
      ...idea,
      ...(idea.idea === i && mergedInto !== undefined ? { mergedInto } : {}),
      pending: {
        ...idea.pending,
        mergeConsents: idea.pending.mergeConsents.filter((consent) => !spent.has(consent)),
      },
    })),
  );
};

export const sharingRules = {
  'rebound.made': reboundMade,
  'rebound.taken': reboundTaken,
  'contributor.credited': contributorCredited,
  'rebound.linked': reboundLinked,
  'coauthor.invited': coauthorInvited,
  'coauthor.consented': coauthorConsented,
  'coauthor.declined': coauthorDeclined,
  'merge.consented': mergeConsented,
  'idea.merged': ideaMerged,
  'idea.unmerged': ideaUnmerged,
} as const;
