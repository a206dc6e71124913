/** One act of a moderator, or its undoing: the event and what it does in one commit; the person hears ten seconds later. */
import type {
  AnswerOf,
  ChallengeId,
  CodesOf,
  Failure,
  moderate as contract,
  ModerationId,
  Result,
  undoModeration as undoContract,
} from '@butinerie/contracts';
import { mintId, ok, refuse } from '@butinerie/contracts';
import {
  hidingOf,
  moderate as decide,
  standing,
  undoModeration as decideUndo,
  type ModeratedIdea,
} from '@butinerie/domain';
import type { z } from 'zod';
import type { Speaker } from '../accounts/index.ts';
import type { IdeaRecord } from '../ideas/index.ts';
import type { Transaction } from '../platform/mongo.ts';
import { announceQueue, moderatedBy, withLinks, type ModerationDeps } from './deps.ts';
import { involvedIn } from './involved.ts';
import type { EventRecord } from './moderation.store.ts';
import { readQueue } from './read-queue.ts';

type Body = z.infer<(typeof contract)['body']>;
type Answer = Result<AnswerOf<typeof contract>, Failure<CodesOf<typeof contract>>>;
type Undone = Result<AnswerOf<typeof undoContract>, Failure<CodesOf<typeof undoContract>>>;

export const moderate =
  (deps: ModerationDeps, settle: () => void) =>
  async (challenge: ChallengeId, body: Body, by: Speaker): Promise<Answer> => {
    const moderated = await moderatedBy(deps, challenge, by);
    if (!moderated.ok) return moderated;
    const known = await deps.store.event(body.id);
    if (known !== null)
      return known.by === by.person && known.act === body.act && known.idea === body.idea
        ? readQueue(deps)(challenge, by)
        : refuse('id-taken', { id: body.id });
    const log = await deps.store.ofChallenge(challenge);
    // What a decision was about is what opening it again is about.
    const about = body.act === 'reopenItem' ? log.find(({ id }) => id === body.decision) : body;
    if (about === undefined || about.idea !== body.idea) return refuse('not-found', { what: 'moderation' });
    const named = await namedIdeas(deps, challenge, about);
    if (!named.ok) return named;
    const { idea, other } = named.value;
    const involved = await involvedIn(deps, about);
    if (!involved.ok) return involved;
    const asked = { by, now: deps.clock.now(), challenge };
    const ofIdea = log.filter((event) => event.idea === idea.id || event.other === idea.id);
    const seen = (linked: Linked): Linked => deps.pseudonyms.asKnownTo(by.person, linked);
    const around = {
      log: ofIdea,
      other: other && seen(other),
      involved: deps.pseudonyms.seenBy(by.person, involved.value),
    };
    const decided = decide(seen(idea), body, around, asked);
    if (!decided.ok) return decided;
    const event: EventRecord = { ...decided.value, challenge };
    const committed = await commit(deps, event, (tx) => take(deps, tx, event));
    if (!committed.ok) return committed;
    settle();
    return readQueue(deps)(challenge, by);
  };

export const undoModeration =
  (deps: ModerationDeps) =>
  async (challenge: ChallengeId, id: ModerationId, by: Speaker): Promise<Undone> => {
    const moderated = await moderatedBy(deps, challenge, by);
    if (!moderated.ok) return moderated;
    const event = await deps.store.event(id);
    if (event?.challenge !== challenge) return refuse('not-found', { what: 'moderation' });
    const log = await deps.store.ofChallenge(challenge);
    // Asked again: it is undone already.
    if (log.some(({ undoes }) => undoes === id)) return readQueue(deps)(challenge, by);
    const decided = decideUndo(event, mintId('moderation'), { by, now: deps.clock.now() });
    if (!decided.ok) return decided;
    const undoing: EventRecord = { ...decided.value, challenge };
    const committed = await commit(deps, undoing, (tx) => takeBack(deps, tx, { event, log }));
    return committed.ok ? readQueue(deps)(challenge, by) : committed;
  };

type Linked = ModeratedIdea & IdeaRecord;

/** The idea, and the one it is compared with, both of this challenge; a likeness names two. */
async function namedIdeas(
  deps: ModerationDeps,
  challenge: ChallengeId,
  about: Pick<EventRecord, 'act' | 'idea' | 'other'>,
): Promise<Result<{ idea: Linked; other: Linked | null }, Failure<'not-found'>>> {
  const compared = about.act === 'notDuplicates';
  const wanted = compared && about.other !== null ? [about.idea, about.other] : [about.idea];
  const records = (await deps.ideas.byIds(wanted)).filter((record) => record.challenge === challenge);
  const found = await withLinks(deps, records);
  const idea = found.get(about.idea);
  if (idea === undefined) return refuse('not-found', { what: 'idea' });
  if (!compared) return ok({ idea, other: null });
  const other = about.other === null || about.other === about.idea ? undefined : found.get(about.other);
  return other === undefined ? refuse('not-found', { what: 'idea' }) : ok({ idea, other });
}

type Effect = (tx: Transaction) => Promise<boolean>;

async function commit(
  deps: ModerationDeps,
  event: EventRecord,
  effect: Effect,
): Promise<Result<true, Failure<'idea-state' | 'already-answered'>>> {
  const committed = await deps.database.transaction(async (tx) => {
    await deps.store.append(tx, event);
    if (await effect(tx)) return ok(true as const);
    return event.file === null
      ? refuse('idea-state', { state: event.from ?? '', act: event.act })
      : refuse('already-answered', { answer: event.act });
  });
  if (!committed.ok) return committed;
  await announceQueue(deps, event.challenge);
  const idea = await deps.ideas.record(event.idea);
  if (idea !== null) deps.ideas.announce(idea);
  if (idea !== null && event.file !== null) deps.attachments.announce(idea);
  if (event.comment !== null) deps.discussion.announce(event);
  return committed;
}

async function take(deps: ModerationDeps, tx: Transaction, event: EventRecord): Promise<boolean> {
  const { act, idea, comment, file, from, at, reason } = event;
  if (act === 'hideIdea' && from !== null) return deps.ideas.move(tx, idea, from, 'hidden');
  if (act === 'restoreIdea' && from !== null) return deps.ideas.move(tx, idea, 'hidden', from);
  if (act === 'hideComment' && comment !== null) await deps.discussion.setHidden(tx, comment, at);
  if (act === 'restoreComment' && comment !== null) await deps.discussion.setHidden(tx, comment, null);
  if (act === 'hideFile' && file !== null) return deps.attachments.setHidden(tx, file, { at, reason });
  if (act === 'restoreFile' && file !== null) return deps.attachments.setHidden(tx, file, null);
  return true;
}

async function takeBack(
  deps: ModerationDeps,
  tx: Transaction,
  { event, log }: { readonly event: EventRecord; readonly log: readonly EventRecord[] },
): Promise<boolean> {
  const { act, idea, comment, file, from, at } = event;
  if (act === 'hideIdea' && from !== null) return deps.ideas.move(tx, idea, 'hidden', from);
  if (act === 'restoreIdea' && from !== null) return deps.ideas.move(tx, idea, from, 'hidden');
  if (act === 'hideComment' && comment !== null) await deps.discussion.setHidden(tx, comment, null);
  if (act === 'restoreComment' && comment !== null) await deps.discussion.setHidden(tx, comment, at);
  if (act === 'hideFile' && file !== null) return deps.attachments.setHidden(tx, file, null);
  if (act === 'restoreFile' && file !== null) {
    const before = hidingOf(
      standing(
        log.slice(
          0,
          log.findIndex(({ id }) => id === event.id),
        ),
      ),
      event,
    );
    return deps.attachments.setHidden(tx, file, before ?? event);
  }
  return true;
}
