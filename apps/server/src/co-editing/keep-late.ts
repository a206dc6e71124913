/**
 * Keeps what came after closing beside the text, with its author, and says so: to the writer and to the moderators, once
 * for each person and idea. What the text holds already is not late: its first answer was lost on the way.
 */
import type { LiveDocument } from '@butinerie/collaboration/server';
import type { AnswerOf, Failure, IdeaId, PersonId, Result, updateIdea } from '@butinerie/contracts';
import { mintId, ok, refuse } from '@butinerie/contracts';
import type { People } from '../accounts/index.ts';
import type { Ideas } from '../ideas/index.ts';
import type { Notifications, NoticeToTell } from '../notifications/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/mongo.ts';
import type { LateText, LateTexts } from './documents.store.ts';
import { beyondText } from './late-words.ts';

interface Setup {
  readonly database: Database;
  readonly clock: Clock;
  readonly open: (idea: IdeaId) => Promise<LiveDocument>;
  readonly lateTexts: LateTexts;
  readonly ideas: Ideas;
  readonly people: People;
  readonly notifications: Notifications;
}
export type KeepLate = (
  idea: IdeaId,
  update: Uint8Array,
  person: PersonId,
) => Promise<Result<AnswerOf<typeof updateIdea>, Failure<'update-refused' | 'too-large'>>>;

/**
 * What one person may leave late on one text: more than a living text holds. Beyond it the message is refused, and the
 * page keeps the words as a recovered draft.
 */
const MOST_LATE = { bytes: 1024 * 1024, messages: 500 };

export function createKeepLate(setup: Setup): KeepLate {
  /** Several messages of one page come at once: one after the other they know what the one before has told. */
  const turns = new Map<string, Promise<unknown>>();
  function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const mine = (turns.get(key) ?? Promise.resolve()).then(work);
    const settled = mine
      .catch(() => undefined)
      .then(() => {
        if (turns.get(key) === settled) turns.delete(key);
      });
    turns.set(key, settled);
    return mine;
  }

  return async (idea, update, person) => {
    const document = await setup.open(idea);
    const checked = await document.checkLate(update, person);
    if (!checked.ok) {
      const { code, transient } = checked.failure;
      return refuse('update-refused', { rule: code, permanent: !transient });
    }
    const at = setup.clock.now();
    const { words, seq } = await beyondText(document, update, person);
    if (words === null) return ok({ kept: 'text', seq, fresh: false, at: at.toISOString() });
    const late = { id: mintId('late'), idea, person, at, text: words, bytes: update };
    const kept = await inTurn(`${idea}:${person}`, () => keepOnce(setup, late));
    return kept.ok ? ok({ kept: 'late', at: at.toISOString() }) : kept;
  };
}

async function keepOnce(setup: Setup, late: LateText): Promise<Result<null, Failure<'too-large'>>> {
  const { lateTexts, database, notifications } = setup;
  // The same bytes again: the answer to them was lost on the way.
  if (await lateTexts.has(late)) return ok(null);
  const { bytes, messages } = await lateTexts.weight(late.idea, late.person);
  const size = bytes + late.bytes.length;
  if (size > MOST_LATE.bytes || messages >= MOST_LATE.messages)
    return refuse('too-large', { limit: MOST_LATE.bytes, size });
  const notices = messages > 0 ? [] : await noticesOf(setup, late);
  await database.transaction(async (tx) => {
    await lateTexts.keep(tx, late);
    await notifications.tell(tx, notices);
  });
  notifications.announce(notices);
  return ok(null);
}

async function noticesOf(
  { ideas, people }: Setup,
  { idea: id, person }: { idea: IdeaId; person: PersonId },
): Promise<NoticeToTell[]> {
  const idea = await ideas.record(id);
  if (idea === null) return [];
  const moderators = await people.holders('moderator', { challenge: idea.challenge });
  return [...new Set([person, ...moderators])].map((to) => ({
    to,
    kind: 'late-kept',
    challenge: idea.challenge,
    idea: id,
    about: idea.title,
    actor: to === person ? null : person,
  }));
}
