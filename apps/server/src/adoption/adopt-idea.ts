/** A directorate adopts: the promise, the state, the credit, the carrier's offer and everybody's notice in one commit. */
import type { adoptIdea as contract, Adoption, CodesOf, Failure, IdeaId, Result } from '@butinerie/contracts';
import { ideaAdopted, ok, refuse } from '@butinerie/contracts';
import { adoptIdea as decide, PARIS, type IdeaAdopted } from '@butinerie/domain';
import type { z } from 'zod';
import type { Speaker } from '../accounts/index.ts';
import type { CreditAct, CreditLine } from '../attribution/index.ts';
import type { IdeaRecord } from '../ideas/index.ts';
import type { NoticeToTell } from '../notifications/index.ts';
import type { Transaction } from '../platform/mongo.ts';
import type { AdoptionRecord, AnswersRecord } from './adoptions.store.ts';
import { creditsOf, loadIdea, noticesAbout, type AdoptionDeps } from './deps.ts';
import { showAdoption } from './show-adoption.ts';

type Body = z.infer<(typeof contract)['body']>;
type Answer = Result<Adoption, Failure<CodesOf<typeof contract>>>;

export const adoptIdea =
  (deps: AdoptionDeps) =>
  async (id: IdeaId, body: Body, by: Speaker): Promise<Answer> => {
    const loaded = await loadIdea(deps, id, { by });
    if (!loaded.ok) return loaded;
    const { idea, asked } = loaded.value;
    const [before] = await deps.store.ofIdeas([id]);
    if (before !== undefined && before.adoption !== null && isSame(before.adoption, body, by))
      return ok(await showAdoption(deps, before));

    const credits = await creditsOf(deps, id);
    const adoptable = {
      id,
      state: idea.state,
      originators: credits.originators,
      sealedAt: idea.seal?.at ?? null,
      adoptedBy: before?.adoption?.directorate ?? null,
    };
    const decided = decide(adoptable, { ...body, timeZone: PARIS }, asked);
    if (!decided.ok) return decided;
    const named = await checkNames(deps, body);
    if (!named.ok) return named;

    const adoption = recordOf(decided.value);
    const notices = [
      ...noticesOf(idea, adoption, credits),
      ...(await deps.lineage.upstreamNotices(idea, 'lineage-adopted', by.person)),
    ];
    const committed = await deps.database.transaction(async (tx): Promise<Result<AnswersRecord, Refusal>> => {
      const answers = await deps.store.read(tx, { idea: id, challenge: idea.challenge });
      const other = answers.adoption;
      if (other !== null) return refuse('already-adopted', { directorate: other.directorate });
      if (!(await deps.ideas.move(tx, id, idea.state, 'adopted')))
        return refuse('idea-state', { state: idea.state, act: 'adoptIdea' });
      const adopted = { ...answers, adoption };
      await deps.store.put(tx, adopted);
      await noteFirstAdoption(deps, tx, decided.value);
      await deps.ledger.record(tx, actsOf(decided.value, answers));
      await deps.notifications.tell(tx, notices);
      return ok(adopted);
    });
    if (!committed.ok) return committed;
    deps.notifications.announce(notices);
    const news = { challenge: idea.challenge, idea: id, directorate: named.value };
    deps.realtime.announce(ideaAdopted, news, 'everybody');
    deps.ideas.announce(idea);
    await deps.challenges.announce(idea.challenge);
    return ok(await showAdoption(deps, committed.value));
  };

type Refusal = Failure<'already-adopted' | 'idea-state'>;

/** The same adoption sent twice: a retry whose first answer was lost. */
function isSame(adoption: AdoptionRecord, body: Body, by: Speaker): boolean {
  return (
    adoption.sponsor === by.person &&
    adoption.directorate === body.directorate &&
    adoption.pilot === body.pilot &&
    adoption.promise === body.promise &&
    adoption.halfDays === body.halfDays &&
    adoption.milestone.title === body.milestone.title &&
    adoption.milestone.dueOn === body.milestone.dueOn
  );
}

/** The name of the directorate, once it and the pilot are found to exist. */
async function checkNames(
  { people }: AdoptionDeps,
  { directorate, pilot }: Body,
): Promise<Result<string, Failure<'not-found'>>> {
  const found = await people.directorate(directorate);
  if (found === null) return refuse('not-found', { what: 'directorate' });
  const canBeNamed = (await people.all()).some(({ id }) => id === pilot);
  return canBeNamed ? ok(found.name) : refuse('not-found', { what: 'person' });
}

function recordOf(adopted: IdeaAdopted): AdoptionRecord {
  const { directorate, sponsor, pilot, promise, milestone, halfDays, adoptedAt, dueOn, dueAt } = adopted;
  const carrierOffer = { ...adopted.carrierOffer, later: 0, choice: null, answeredAt: null };
  const promised = { promise, milestone, halfDays, dueOn, dueAt, firstDueOn: null };
  return { directorate, sponsor, pilot, adoptedAt, ...promised, carrierOffer };
}

/** From its first adoption the challenge is in delivery. */
async function noteFirstAdoption(
  { challenges }: AdoptionDeps,
  tx: Transaction,
  { challenge, adoptedAt }: IdeaAdopted,
): Promise<void> {
  const current = await challenges.record(challenge, tx);
  if (current === null || current.firstAdoptionAt !== null) return;
  // Read in this very transaction, so its version is the one that stands when it commits.
  if (!(await challenges.change(tx, current, { firstAdoptionAt: adoptedAt })))
    throw new Error(`the challenge ${challenge} changed inside a transaction`);
}

/** Whoever carries it already, or was asked and has not answered, is not asked anew by the next directorate. */
function actsOf(
  { idea, sponsor, directorate, carrierOffer }: IdeaAdopted,
  { former }: AnswersRecord,
): CreditAct[] {
  const before = former.findLast((each) => each.carrierOffer.to === carrierOffer.to)?.carrierOffer;
  const open = before !== undefined && (before.choice === null || before.choice === 'carry');
  const adopted: CreditAct = { act: 'idea.adopted', idea, by: sponsor, directorate };
  return open ? [adopted] : [adopted, { act: 'carrier.offered', idea, by: sponsor, person: carrierOffer.to }];
}

function noticesOf(
  idea: IdeaRecord,
  { sponsor, pilot, carrierOffer }: AdoptionRecord,
  { originators, coauthors, rebounders }: CreditLine,
): NoticeToTell[] {
  const to = [...originators, ...coauthors, ...rebounders];
  return [
    ...noticesAbout(idea, 'idea-adopted', { to, actor: sponsor }),
    ...noticesAbout(idea, 'carrier-offered', { to: [carrierOffer.to], actor: sponsor }),
    ...noticesAbout(idea, 'pilot-named', { to: [pilot], actor: sponsor }),
  ];
}
