/**
 * What was asked, once its delay is over: the name, what opens it in the ledger, the doors and the leaf that says so, in
 * one transaction. Credit stays with the pseudonym, which is never anybody else's.
 */
import { tellHer, type NamesDeps } from './deps.ts';
import type { NameRequestRecord } from './names.store.ts';

/** Shown where her name was; in the first language of the screens, since it is stored like any name. */
const EFFACED = 'Auteur·rice dont l’identité a été effacée à sa demande';

export async function perform(deps: NamesDeps, record: NameRequestRecord): Promise<void> {
  const { id, person, change, by, reference } = record;
  const ended = await deps.database.transaction(async (tx): Promise<readonly string[]> => {
    const administrators = await deps.identities.administrators(tx);
    if (change.kind === 'erase' && administrators.length === 1 && administrators[0] === person) {
      deps.log.warn({ request: id }, 'the last administrator is not effaced: name another one');
      return [];
    }
    const moved = await deps.store.move(
      tx,
      { id, from: 'waiting' },
      { state: 'done', doneAt: deps.clock.now() },
    );
    if (!moved) return [];
    const was = (await deps.people.refs([person])).get(person)?.name ?? '';
    const effaced = change.kind === 'erase';
    const name = change.kind === 'pseudonym' ? change.name : EFFACED;
    const selves = deps.selvesOf(person);
    // First: what she is told next may have the old name in the new one.
    await deps.notifications.renameInMails(tx, { person, selves, was, name, effaced });
    // Before she is gone: it is the last mail that finds her.
    await tellHer(deps, tx, { person, step: 'done', said: { change } });
    if (change.kind === 'pseudonym') {
      const renamed = await deps.identities.rename(tx, person, change.name);
      await deps.ledger.closeIdentity(tx, person);
      const { directorate } = renamed ?? { directorate: null };
      await deps.ledger.record(tx, [{ act: 'person.rectified', person, name: change.name, directorate }]);
      return [];
    }
    await deps.ledger.record(tx, [{ act: 'person.erased', person, by, reference }]);
    // Her pseudonyms were bound to the same name.
    for (const self of deps.selvesOf(person)) await deps.ledger.closeIdentity(tx, self);
    return deps.identities.efface(tx, person, EFFACED);
  });
  for (const session of ended) deps.dropSession(session);
  deps.notifications.announce([]);
}
