/**
 * Answers for who may cause what: one rule per kind that touches credit, the same when the server asks before writing
 * and when anybody folds the ledger afterwards. A rule answers with the ideas as they become; none can take a name away.
 */
import { carrierRules } from './carrier-rules.ts';
import { toJcs } from './canonical.ts';
import { grown, newIdea, sealedCredits } from './credits.ts';
import type { EventKind } from './events.ts';
import { refused } from './outcome.ts';
import { pseudonymRules } from './pseudonym-rules.ts';
import { becomes, isSystem, onAnyIdea, onIdea, proposed, type Rule } from './rule.ts';
import { sharingRules } from './sharing-rules.ts';

const ideaProposed: Rule<'idea.proposed'> = (ideas, { i, by }) => {
  if (isSystem(by)) return refused('no-person', 'an idea comes from a person, never from the server');
  if (proposed(ideas, i)) return refused('already-proposed', `${i} has its originator already`);
  // Somebody may have rebounded on it, or the server sealed it, while its author was to be confirmed.
  return becomes(ideas.get(i) ?? newIdea(i, []), { originators: [by] });
};

const contributionSealed: Rule<'contribution.sealed'> = onAnyIdea((idea, event) => {
  if (!isSystem(event.by) && !isSystem(event.sys)) return refused('not-the-server', 'only the server seals');
  if (idea.seal !== undefined) return refused('already-sealed', `sealed at ${idea.seal.n}, once and for all`);
  if (toJcs(event.credits) !== toJcs(sealedCredits(idea))) {
    return refused(
      'credits-differ',
      'a seal states the credits of the ledger, all of them and in their order',
    );
  }
  return becomes(idea, { seal: { n: event.n, txt: event.txt, log: event.log } });
});

const ideaSelected: Rule<'idea.selected'> = onAnyIdea((idea, { n, by, mode, second }) => {
  if (idea.selectedAt !== undefined) return refused('already-selected', `selected at ${idea.selectedAt}`);
  if (mode === 'moderators' && (second === undefined || second === by)) {
    return refused('second-person-missing', 'moderators select with the confirmation of a second person');
  }
  return becomes(idea, { selectedAt: n });
});

const ideaAdopted: Rule<'idea.adopted'> = onIdea((idea, { n, dir, seal }) => {
  if (idea.seal?.n !== seal) return refused('unsealed', 'an adoption cites the seal of the idea');
  return becomes(idea, { adoptions: [...idea.adoptions, { n, dir }] });
});

const correctionConsented: Rule<'correction.consented'> = onIdea((idea, { by, add }) => {
  if (!idea.originators.includes(by))
    return refused('not-originator', `${by} is not an originator of ${idea.idea}`);
  if (idea.originators.includes(add)) return refused('already-credited', `${add} is an originator already`);
  const correctionConsents = grown(idea.pending.correctionConsents, [consent(by, add)]);
  return becomes(idea, { pending: { ...idea.pending, correctionConsents } });
});

const correctionAdded: Rule<'correction.added'> = onIdea((idea, { by, add, panel }) => {
  if (idea.originators.includes(add)) return refused('already-credited', `${add} is an originator already`);
  if (!panel.includes(by) || panel.some((member) => member === add || idea.originators.includes(member))) {
    return refused('panel-not-independent', 'a panel holds its speaker, and nobody whose name is at stake');
  }
  if (!idea.originators.every((person) => idea.pending.correctionConsents.includes(consent(person, add)))) {
    return refused('consent-missing', 'every originator consents before a name joins theirs');
  }
  return becomes(idea, {
    originators: grown(idea.originators, [add]),
    byDecision: grown(idea.byDecision, [add]),
  });
});

function consent(by: string, add: string): string {
  return `${by} ${add}`;
}

/** Total over the kinds, so a new one cannot be forgotten: `undefined` means that it never touches credit. */
export const creditRules: { readonly [Kind in EventKind]: Rule<Kind> | undefined } = {
  'person.known': undefined,
  'person.rectified': undefined,
  'person.erased': undefined,
  ...pseudonymRules,
  'idea.proposed': ideaProposed,
  'contribution.sealed': contributionSealed,
  'content.hidden': undefined,
  'content.shredded': undefined,
  ...sharingRules,
  'idea.selected': ideaSelected,
  'idea.adopted': ideaAdopted,
  ...carrierRules,
  'milestone.reached': undefined,
  'dispute.opened': undefined,
  'dispute.answered': undefined,
  'dispute.closed': undefined,
  'correction.consented': correctionConsented,
  'correction.added': correctionAdded,
  'key.rotated': undefined,
  'key.lost': undefined,
};
