/** Who may say what about the names of an idea, and when a name joins them. None is ever taken away. */
import {
  ok,
  refuse,
  type ChallengeId,
  type DisputeAct,
  type Failure,
  type IdeaId,
  type PersonId,
  type Result,
} from '@butinerie/contracts';
import { mayModerate, type Speaker } from '../accounts/policy.ts';
import { isLinked } from '../selection/selection-state.ts';

export interface CorrectionFacts {
  readonly add: PersonId;
  readonly by: PersonId;
  readonly second: PersonId | null;
  readonly consented: readonly PersonId[];
  readonly refusedBy: PersonId | null;
  readonly added: boolean;
}
export interface DisputeFacts {
  readonly openedBy: PersonId;
  readonly closed: boolean;
  readonly correction: CorrectionFacts | null;
}
export interface DisputedIdea {
  readonly id: IdeaId;
  readonly challenge: ChallengeId;
  readonly originators: readonly PersonId[];
  readonly coauthors: readonly PersonId[];
  readonly rebounders: readonly PersonId[];
  /** Moderators who said that they have a link with it. */
  readonly declared: readonly PersonId[];
}
type Asked<Codes extends Failure['code']> = Result<true, Failure<Codes>>;

/** One question at a time from each person; a draft has no names that others could miss. */
export function openDispute(open: readonly DisputeFacts[], by: Speaker): Asked<'already-answered'> {
  const waiting = open.some(({ openedBy, closed }) => openedBy === by.person && !closed);
  return waiting ? refuse('already-answered', { answer: 'open' }) : ok(true);
}

const stillOpen = ({ closed }: DisputeFacts): Asked<'already-answered'> =>
  closed ? refuse('already-answered', { answer: 'closed' }) : ok(true);

/** Those concerned: who asks, whose names are there, and moderators who have no part. */
export function answerDispute(
  dispute: DisputeFacts,
  idea: DisputedIdea,
  by: Speaker,
): Asked<'not-allowed' | 'already-answered'> {
  const concerned = dispute.openedBy === by.person || isLinked(idea, by.person) || mediates(idea, by);
  return concerned
    ? stillOpen(dispute)
    : refuse('not-allowed', { act: 'answerDispute', why: 'those-concerned' });
}

export function proposeCorrection(
  dispute: DisputeFacts,
  idea: DisputedIdea,
  { by, add }: { readonly by: Speaker; readonly add: PersonId },
): Asked<'not-allowed' | 'own-idea' | 'already-answered'> {
  const apart = independent(idea, { by, add, act: 'proposeCorrection' });
  if (!apart.ok) return apart;
  if (idea.originators.includes(add)) return refuse('already-answered', { answer: 'named' });
  // Nobody could consent for an author who is not known.
  if (idea.originators.length === 0)
    return refuse('not-allowed', { act: 'proposeCorrection', why: 'author-to-confirm' });
  const { correction } = dispute;
  if (correction !== null && correction.refusedBy === null)
    return refuse('already-answered', { answer: correction.added ? 'added' : 'proposed' });
  return stillOpen(dispute);
}

export function secondCorrection(
  dispute: DisputeFacts,
  idea: DisputedIdea,
  by: Speaker,
): Asked<'not-allowed' | 'own-idea' | 'second-person-needed' | 'already-answered'> {
  const { correction } = dispute;
  if (correction === null || correction.refusedBy !== null)
    return refuse('already-answered', { answer: 'none' });
  const apart = independent(idea, { by, add: correction.add, act: 'secondCorrection' });
  if (!apart.ok) return apart;
  if (correction.by === by.person) return refuse('second-person-needed', { proposedBy: by.person });
  if (correction.second !== null) return refuse('already-answered', { answer: 'seconded' });
  return stillOpen(dispute);
}

/** `complete`: with this consent, everybody whose idea it is has agreed, and the name joins theirs. */
export function consentToCorrection(
  dispute: DisputeFacts,
  idea: DisputedIdea,
  { by, accept }: { readonly by: Speaker; readonly accept: boolean },
): Result<{ readonly complete: boolean }, Failure<'not-allowed' | 'already-answered'>> {
  const { correction } = dispute;
  if (!idea.originators.includes(by.person))
    return refuse('not-allowed', { act: 'consentToCorrection', why: 'originators' });
  if (correction === null || correction.second === null || correction.refusedBy !== null || correction.added)
    return refuse('already-answered', { answer: 'none' });
  if (correction.consented.includes(by.person)) return refuse('already-answered', { answer: 'accept' });
  const open = stillOpen(dispute);
  if (!open.ok) return open;
  // What a merge or another question brought meanwhile: that name already, or that of one of the two who propose it.
  if (accept && idea.originators.includes(correction.add))
    return refuse('already-answered', { answer: 'named' });
  if (accept && [correction.by, correction.second].some((person) => idea.originators.includes(person)))
    return refuse('not-allowed', { act: 'consentToCorrection', why: 'moderators-apart' });
  const missing = idea.originators.filter((person) => !correction.consented.includes(person));
  return ok({ complete: missing.every((person) => person === by.person) });
}

export function closeDispute(
  dispute: DisputeFacts,
  idea: DisputedIdea,
  by: Speaker,
): Asked<'not-allowed' | 'own-idea' | 'already-answered'> {
  const apart = independent(idea, { by, add: dispute.openedBy, act: 'closeDispute' });
  return apart.ok ? stillOpen(dispute) : apart;
}

/** The same rules for what is offered and what is taken. `consenting`: under which of her names she would agree. */
export function actsOnDispute(
  dispute: DisputeFacts,
  idea: DisputedIdea,
  { by, consenting = by }: { readonly by: Speaker; readonly consenting?: Speaker },
): DisputeAct[] {
  const nobody = '' as PersonId;
  const may: Readonly<Record<DisputeAct, boolean>> = {
    answer: answerDispute(dispute, idea, by).ok,
    propose: proposeCorrection(dispute, idea, { by, add: nobody }).ok,
    second: secondCorrection(dispute, idea, by).ok,
    consent: consentToCorrection(dispute, idea, { by: consenting, accept: false }).ok,
    close: closeDispute(dispute, idea, by).ok,
  };
  return (Object.keys(may) as DisputeAct[]).filter((act) => may[act]);
}

function mediates(idea: DisputedIdea, by: Speaker): boolean {
  return mayModerate(by, idea.challenge) && !isLinked(idea, by.person);
}

function independent(
  idea: DisputedIdea,
  { by, add, act }: { readonly by: Speaker; readonly add: PersonId; readonly act: string },
): Asked<'not-allowed' | 'own-idea'> {
  if (!mayModerate(by, idea.challenge)) return refuse('not-allowed', { act, why: 'not-a-moderator' });
  if (isLinked(idea, by.person) || add === by.person) return refuse('own-idea', { idea: idea.id });
  return ok(true);
}
