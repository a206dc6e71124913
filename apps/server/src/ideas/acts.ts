/** What a reader may do with an idea now, by name: the screen shows exactly these. */
import type { Adoption } from '@butinerie/contracts';
import { actAllowed, isAuthor, isOriginator, mayAnswerFor, mayWrite, type Act } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { factsOf, type Loaded } from './deps.ts';

type Allowed = (act: Act) => boolean;

export function actsFor(loaded: Loaded, reader: Speaker, adoption: Adoption | null): string[] {
  const { idea, phase } = loaded;
  const allowed: Allowed = (act) => actAllowed(phase, act);
  const facts = factsOf(idea);
  const acts: Act[] = [];
  if (isOriginator(facts, reader.person)) acts.push(...originatorActs(loaded));
  if (isAuthor(facts, reader.person) && idea.state === 'published')
    acts.push(...(['takeRebound', 'declineRebound'] as const).filter(allowed));
  if (mayWrite(facts, reader.person, phase)) acts.push('updateIdea');
  if (idea.state === 'published') acts.push(...visitorActs(loaded, reader).filter(allowed));
  acts.push(...directorateActs(loaded, reader));
  if (adoption?.carrierOffer.to.id === reader.person && allowed('answerCarrierOffer'))
    acts.push('answerCarrierOffer');
  return [...new Set(acts)];
}

function originatorActs({ idea, phase }: Loaded): Act[] {
  const acts: Act[] = [];
  if (idea.state === 'draft') acts.push('saveDraft', 'publishIdea');
  if (idea.state === 'published') acts.push('patchIdea', 'answerCoauthor');
  if (idea.state === 'draft' || idea.state === 'published' || idea.state === 'submitted')
    acts.push('withdrawIdea');
  return acts.filter((act) => actAllowed(phase, act));
}

function visitorActs({ idea }: Loaded, reader: Speaker): Act[] {
  const writes = isAuthor(factsOf(idea), reader.person);
  const waits = idea.requests.includes(reader.person) && idea.openTo === 'invited';
  return ['reboundOnIdea', 'supportIdea', ...(writes || waits ? [] : (['askToCoauthor'] as const))];
}

/** Only of an idea that was selected, and only for a directorate the reader answers for. */
function directorateActs({ idea, phase }: Loaded, reader: Speaker): Act[] {
  if (idea.state !== 'selected') return [];
  const answers = reader.grants.some(
    ({ role, directorate }) =>
      role === 'sponsor' && directorate !== null && mayAnswerFor(reader, directorate, idea.challenge),
  );
  if (!answers) return [];
  return (['adoptIdea', 'declineAdoption'] as const).filter((act) => actAllowed(phase, act));
}
