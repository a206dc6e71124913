/** « Je porte / je contribue / je suis informé·e » : the ledger hears it in the same commit; a change of mind as well. */
import type {
  Adoption,
  answerCarrierOffer as contract,
  CarrierChoice,
  CodesOf,
  Failure,
  IdeaId,
  Result,
} from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { answerCarrierOffer as decide } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { CreditAct } from '../attribution/index.ts';
import type { NoticeToTell } from '../notifications/index.ts';
import type { AnswersRecord } from './adoptions.store.ts';
import { loadIdea, noticesAbout, type AdoptionDeps } from './deps.ts';
import { showAdoption } from './show-adoption.ts';

type Answer = Result<Adoption, Failure<CodesOf<typeof contract>>>;
interface Answered {
  readonly answers: AnswersRecord;
  readonly notices: readonly NoticeToTell[];
}

export const answerCarrierOffer =
  (deps: AdoptionDeps) =>
  async (id: IdeaId, choice: CarrierChoice, by: Speaker): Promise<Answer> => {
    const found = await loadIdea(deps, id, { by });
    if (!found.ok) return found;
    const { idea, asked } = found.value;

    // Decided inside: what is written to the ledger depends on what she said before, on another device perhaps.
    const committed = await deps.database.transaction(
      async (tx): Promise<Result<Answered, Failure<CodesOf<typeof contract>>>> => {
        const answers = await deps.store.read(tx, { idea: id, challenge: idea.challenge });
        const { adoption } = answers;
        if (adoption === null) return refuse('idea-state', { state: idea.state, act: 'answerCarrierOffer' });
        const { to, choice: before } = adoption.carrierOffer;
        const decided = decide({ idea: id, state: idea.state, to, choice: before }, { choice }, asked);
        if (!decided.ok) return decided;
        if (!decided.value.changed) return ok({ answers, notices: [] });
        const carrierOffer = { ...adoption.carrierOffer, choice, answeredAt: decided.value.at };
        const kept = { ...answers, adoption: { ...adoption, carrierOffer } };
        await deps.store.put(tx, kept);
        const acts = actsOf({ idea: id, person: by.person }, before, choice);
        if (acts.length > 0) await deps.ledger.record(tx, acts);
        const told = { to: [adoption.sponsor, adoption.pilot], actor: by.person };
        const notices = noticesAbout(idea, 'carrier-answered', told);
        await deps.notifications.tell(tx, notices);
        return ok({ answers: kept, notices });
      },
    );
    if (!committed.ok) return committed;
    const { answers, notices } = committed.value;
    if (notices.length > 0) {
      deps.notifications.announce(notices);
      deps.ideas.announce(idea);
    }
    return ok(await showAdoption(deps, answers));
  };

/** To contribute or to be informed leaves the carrier's place to somebody else, said once however often it changes. */
function actsOf(
  who: { idea: IdeaId; person: Speaker['person'] },
  before: CarrierChoice | null,
  choice: CarrierChoice,
): CreditAct[] {
  if (choice === 'carry')
    return [
      { act: 'carrier.accepted', ...who },
      { act: 'carrier.named', ...who },
    ];
  return before === null || before === 'carry' ? [{ act: 'carrier.declined', ...who }] : [];
}
