/**
 * What a person may do with an idea now, by the names of the acts: the page shows exactly these buttons. Each answer comes
 * from the decision itself wherever the command's content does not matter, so that a button and its refusal agree.
 */
import type { CarrierChoice, DirectorateId, PersonId } from '@butinerie/contracts';
import type { AskedInChallenge } from '../accounts/asked.ts';
import { directoratesAnsweredFor, mayAnswerFor, mayModerate } from '../accounts/policy.ts';
import { answerCarrierOffer } from '../adoption/answer-carrier-offer.ts';
import { actAllowed, type Act } from '../challenges/acts.ts';
import { isLinked } from '../selection/selection-state.ts';
import { askToCoauthor, type CoauthoredIdea } from './coauthors.ts';
import { isAuthor, isOriginator } from './idea-facts.ts';
import { ideaStateAfter } from './lifecycle.ts';
import { mayWrite } from './may-write.ts';
import { patchIdea } from './patch-idea.ts';
import { supportIdea } from './support-idea.ts';
import { withdrawIdea } from './withdraw-idea.ts';

export interface IdeaInView extends CoauthoredIdea {
  readonly rebounders: readonly PersonId[];
  readonly declared: readonly PersonId[];
  readonly sealedAt: Date | null;
  readonly adoptedBy: DirectorateId | null;
  readonly carrierOffer: { readonly to: PersonId; readonly choice: CarrierChoice | null } | null;
}

export function actsOnIdea(idea: IdeaInView, asked: AskedInChallenge): readonly Act[] {
  const { by, challenge, phase } = asked;
  const mine = isOriginator(idea, by.person);
  const writes = isAuthor(idea, by.person);
  const living = idea.state === 'published';
  const judges =
    mayModerate(by, challenge) && !isLinked(idea, by.person) && ideaStateAfter(idea.state, 'select') !== null;
  const commits =
    idea.adoptedBy === null &&
    idea.state === 'selected' &&
    directoratesAnsweredFor(by).some((directorate) => mayAnswerFor(by, directorate, challenge));
  const offer =
    idea.carrierOffer === null ? null : { idea: idea.id, state: idea.state, ...idea.carrierOffer };

  const may = {
    saveDraft: mine && idea.state === 'draft' && actAllowed(phase, 'saveDraft'),
    publishIdea: mine && idea.state === 'draft' && actAllowed(phase, 'publishIdea'),
    patchIdea: patchIdea(idea, { openTo: idea.openTo }, asked).ok,
    setParticulars: living && (writes || mayModerate(by, challenge)) && actAllowed(phase, 'setParticulars'),
    updateIdea: living && mayWrite(idea, by.person, phase),
    withdrawIdea: withdrawIdea(idea, asked).ok,
    askToCoauthor: askToCoauthor(idea, asked).ok,
    answerCoauthor: mine && living && idea.requests.length > 0 && actAllowed(phase, 'answerCoauthor'),
    // Not refused to its authors, only not proposed: they write in the text itself.
    supportIdea: !writes && supportIdea(idea, { supported: true }, asked).ok,
    reboundOnIdea: !writes && living && actAllowed(phase, 'reboundOnIdea'),
    takeRebound: living && writes && actAllowed(phase, 'takeRebound'),
    declineRebound: living && writes && actAllowed(phase, 'declineRebound'),
    creditComment: living && writes && actAllowed(phase, 'creditComment'),
    answerIdea: judges && actAllowed(phase, 'answerIdea'),
    adoptIdea:
      commits && idea.sealedAt !== null && idea.originators.length > 0 && actAllowed(phase, 'adoptIdea'),
    declineAdoption: commits && actAllowed(phase, 'declineAdoption'),
    answerCarrierOffer: offer !== null && answerCarrierOffer(offer, { choice: 'informed' }, asked).ok,
  } satisfies Partial<Record<Act, boolean>>;
  // The keys of the object just above are the acts it speaks of.
  return (Object.keys(may) as (keyof typeof may)[]).filter((act) => may[act]);
}
