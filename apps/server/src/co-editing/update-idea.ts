/** Takes keystrokes in: verified, durable, then relayed and acknowledged; what comes too late is kept beside the text. */
import type { AnswerOf, CodesOf, Failure, updateIdea as contract, Result } from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import type { CoEditingDeps, From, Payload } from './deps.ts';
import { refusalOf } from './documents.ts';

type Contract = typeof contract;
type Answer = Result<AnswerOf<Contract>, Failure<CodesOf<Contract>>>;

export const updateIdea =
  (deps: CoEditingDeps) =>
  async (payload: Payload<Contract>, from: From): Promise<Answer> => {
    const at = deps.clock.now();
    const { speaker, connection } = from;
    const received = { at, connectedAt: connection.openedAt };
    const standing = await deps.writers.standing(payload.idea, speaker.person, received);
    if (standing.may === 'nothing') return refuse('not-found', { what: 'idea' });
    if (standing.may === 'read') return refuse('not-a-writer', { idea: payload.idea });
    if (standing.may === 'leave-late') return deps.keepLate(payload.idea, payload.update, speaker.person);

    const document = await deps.open(payload.idea);
    const receipt = await document.receive(payload.update, { person: speaker.person, from: connection.id });
    if (receipt.ok) {
      const { seq, fresh } = receipt.value;
      // Here and not where the room is told: the last one may have left it before her words were durable.
      deps.moved(payload.idea, document);
      return ok({ kept: 'text', seq, fresh, at: at.toISOString() });
    }
    // Sealed between the question and the answer: no third outcome.
    if (receipt.failure.code === 'idea-sealed')
      return deps.keepLate(payload.idea, payload.update, speaker.person);
    const failure = refusalOf(receipt.failure, null);
    return failure.code === 'idea-sealed'
      ? deps.keepLate(payload.idea, payload.update, speaker.person)
      : { ok: false, failure };
  };
