/** Opens a text to a connection: what it lacks, and client ids if she may write. */
import type { AnswerOf, CodesOf, Failure, joinIdea as contract, Result } from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import type { CoEditingDeps, From, Payload } from './deps.ts';
import { refusalOf } from './documents.ts';

type Answer = Result<AnswerOf<typeof contract>, Failure<CodesOf<typeof contract>>>;

export const joinIdea =
  (deps: CoEditingDeps) =>
  async (
    { idea, vector, lease }: Payload<typeof contract>,
    { speaker, connection }: From,
  ): Promise<Answer> => {
    const standing = await deps.writers.standing(idea, speaker.person, {
      at: deps.clock.now(),
      connectedAt: connection.openedAt,
    });
    const facts = await deps.writers.facts(idea);
    if (standing.may === 'nothing' || facts === null) return refuse('not-found', { what: 'idea' });
    const mayWrite = standing.may === 'write';
    const tooMany = mayWrite && lease > 0 ? await deps.mayLease(`${idea}:${speaker.person}`, lease) : null;
    if (tooMany !== null) return { ok: false, failure: tooMany };
    const document = await deps.open(idea);
    // Gone meanwhile: nobody would hear the answer, nor say that she is not there any more.
    if (!connection.isOpen()) return refuse('not-found', { what: 'connection' });
    const wasIn = deps.rooms.of(idea, connection.id) !== null;
    // Listening before reading: an update that comes in between is heard, and heard again does no harm.
    const room = deps.rooms.enter(idea, document, { connection, speaker });
    const joined = await document.join({ person: speaker.person, vector, lease: mayWrite ? lease : 0 });
    if (!joined.ok) {
      if (!wasIn) deps.rooms.leave(idea, connection.id);
      const failure = refusalOf(joined.failure, null);
      return failure.code === 'update-refused'
        ? { ok: false, failure }
        : refuse('not-found', { what: 'idea' });
    }
    for (const row of joined.value.rows) deps.rooms.showRow(idea, connection, row);
    const { update, vector: known, seq, epoch, lease: leased, sealed } = joined.value;
    const closed = sealed || standing.may === 'leave-late';
    return ok({
      update,
      vector: known,
      seq,
      epoch,
      lease: [...leased],
      mayWrite,
      sealed: closed,
      carets: room.carets(),
      ...room.present(),
    });
  };
