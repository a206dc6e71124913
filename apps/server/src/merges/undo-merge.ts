/**
 * An originator takes consent back: the idea that joined is published again with its own document, untouched since, and
 * the other one's text is put back to what it was when they were merged. What it had become is kept beside, readable.
 */
import type {
  CodesOf,
  Failure,
  Merge,
  MergeId,
  PersonId,
  Result,
  undoMerge as contract,
} from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { undoMerge as decide } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { loadMerge, noticesTo, type MergeDeps } from './deps.ts';
import { shown } from './show-merges.ts';

type Answer = Result<Merge, Failure<CodesOf<typeof contract>>>;

export const undoMerge =
  (deps: MergeDeps) =>
  async (id: MergeId, by: Speaker): Promise<Answer> => {
    const before = await loadMerge(deps, id, { by });
    if (!before.ok) return before;
    const { merge } = before.value;
    // Undone before by her: the answer to a retry, and a second chance for a text that a crash left as it had become.
    const { person } = before.value.pair.asked.by;
    const again = merge.state === 'undone' && merge.undone?.by === person;
    if (!again) {
      const became = await deps.documents.text(merge.target);
      const committed = await deps.database.transaction(async (tx) => {
        const now = await loadMerge(deps, id, { by, tx });
        if (!now.ok) return now;
        const { pair } = now.value;
        const decided = decide(now.value.merge, pair, pair.asked);
        if (!decided.ok) return decided;
        const undone = { by: person, at: pair.asked.now, became };
        const done =
          (await deps.store.change(tx, now.value.merge, { state: 'undone', undone })) &&
          (await deps.ideas.move(tx, merge.source, 'merged', 'published'));
        if (!done) return refuse('idea-state', { state: pair.source.state, act: 'undoMerge' });
        await deps.ledger.record(tx, [
          { act: 'idea.unmerged', idea: merge.target, from: [merge.source], by: person },
        ]);
        const people = [merge.proposedBy, ...pair.source.originators, ...pair.target.originators];
        const notices = noticesTo(people, 'merge-undone', { idea: pair.target, actor: person });
        await deps.notifications.tell(tx, notices);
        return ok(notices);
      });
      if (!committed.ok) return committed;
      deps.notifications.announce(committed.value);
    }
    const written = await putBack(deps, id, person);
    if (!written.ok) return written;
    const after = await loadMerge(deps, id, { by });
    if (!after.ok) return after;
    for (const idea of [after.value.pair.source, after.value.pair.target]) deps.ideas.announce(idea);
    return ok(await shown(deps, after.value.merge, after.value.pair));
  };

async function putBack(deps: MergeDeps, id: MergeId, person: PersonId) {
  const merge = await deps.store.record(id);
  const was = merge?.merged?.target;
  const became = merge?.undone?.became;
  if (!merge || !was || !became) return ok(true);
  const now = await deps.documents.text(merge.target);
  // Written in again since: that is newer than this undoing.
  const untouched = now.title === became.title && now.text === became.text;
  const same = now.title === was.title && now.text === was.text;
  if (same || !untouched) return ok(true);
  return deps.documents.setText(merge.target, person, 'restore', { title: was.title, text: was.text });
}
