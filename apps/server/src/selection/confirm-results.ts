/** The second person confirms: every idea takes its state, every answer its readers and every author hears, in one commit. */
import type {
  ChallengeId,
  CodesOf,
  confirmResults as contract,
  Failure,
  Result,
  Selection,
} from '@butinerie/contracts';
import { ok, selectionMade } from '@butinerie/contracts';
import { confirmResults as decide, type ResultsConfirmed } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { CreditAct } from '../attribution/index.ts';
import type { IdeaRecord } from '../ideas/index.ts';
import type { NoticeToTell } from '../notifications/index.ts';
import { loadSelection, stale, type SelectionDeps } from './deps.ts';
import { readSelection } from './read-selection.ts';

type Answer = Result<Selection, Failure<CodesOf<typeof contract>>>;

export const confirmResults =
  (deps: SelectionDeps) =>
  async (id: ChallengeId, version: number, by: Speaker): Promise<Answer> => {
    const loaded = await loadSelection(deps, id, by);
    if (!loaded.ok) return loaded;
    const { challenge, ideas, state, asked } = loaded.value;
    const decided = decide(state, { version }, asked);
    if (!decided.ok) return decided;

    const { at, states } = decided.value;
    const byId = new Map(ideas.map((idea) => [idea.id, idea]));
    const moves = states.map(({ idea, ...move }) => ({ ...move, idea: known(byId.get(idea)) }));
    const sponsors = await deps.people.holders('sponsor', { challenge: id });
    const selected = moves.filter(({ to }) => to === 'selected');
    const upstream = await Promise.all(
      selected.map(({ idea }) => deps.lineage.upstreamNotices(idea, 'lineage-selected', null)),
    );
    const notices = [...moves.flatMap((move) => noticesOf(move, sponsors)), ...upstream.flat()];
    const acts = selected.map(({ idea }): CreditAct => ({
      act: 'idea.selected',
      idea: idea.id,
      // Two people select together, and both stand for it.
      by: state.proposedBy ?? by.person,
      second: by.person,
      challenge: id,
    }));
    const results = { ...challenge.results, confirmedBy: by.person, publishedAt: at };
    const committed = await deps.database.transaction(async (tx) => {
      if (!(await deps.challenges.change(tx, challenge, { results }))) return stale(deps, id, tx);
      for (const { idea, to } of moves) {
        // An author who withdrew in this very moment has the last word: the moderators look again.
        if (!(await deps.ideas.move(tx, idea.id, idea.state, to, { answerPublishedAt: at })))
          return stale(deps, id, tx);
      }
      if (acts.length > 0) await deps.ledger.record(tx, acts);
      await deps.notifications.tell(tx, notices);
      return ok(true);
    });
    if (!committed.ok) return committed;
    deps.notifications.announce(notices);
    deps.realtime.announce(selectionMade, { challenge: id, at: at.toISOString() }, 'everybody');
    for (const { idea } of moves) deps.ideas.announce(idea);
    await deps.challenges.announce(id);
    return readSelection(deps)(id, by);
  };

function known(idea: IdeaRecord | undefined): IdeaRecord {
  if (idea === undefined) throw new Error('results name an idea that was not asked about');
  return idea;
}

type Move = Omit<ResultsConfirmed['states'][number], 'idea'> & { readonly idea: IdeaRecord };

/** Nobody is left out for having a part in it: it is the house that answers, not the person who confirmed. */
function noticesOf({ idea, to, tell }: Move, sponsors: readonly NoticeToTell['to'][]): NoticeToTell[] {
  const about = { challenge: idea.challenge, idea: idea.id, about: idea.title, actor: null };
  const answered = [...new Set(tell)].map((to) => ({ ...about, to, kind: 'idea-answered' as const }));
  const asked = to === 'selected' ? sponsors : [];
  return [...answered, ...asked.map((to) => ({ ...about, to, kind: 'adoption-asked' as const }))];
}
