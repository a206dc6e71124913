/**
 * Notices that much of a text went at once, or little by little, and tells those whose words others took out. The text is
 * compared by its length as its record follows it; only then is the log replayed.
 */
import { calendarDay, lostMuch } from '@butinerie/domain';
import type { IdeaId, PersonId } from '@butinerie/contracts';
import type { HistoryDeps } from './index.ts';
import { noticesFor } from './restore.ts';

/** Fewer letters of one person are not worth a notice. */
const WORTH_TELLING = 40;
const MOST_KNOWN = 2_000;

interface Known {
  /** As long as the text was at most since somebody was told. */
  longest: number;
  /** The row up to which everything was told; null: of this day, nobody knows. */
  told: number | null;
}

export function watchRemovals(deps: HistoryDeps): { stop(): Promise<void> } {
  const known = new Map<IdeaId, Known>();
  const underWay = new Set<Promise<void>>();

  deps.documents.onTexts(async (texts) => {
    await firstSight(texts.map(({ idea }) => idea));
    for (const { idea, text } of texts) look(idea, text);
  });

  function look(idea: IdeaId, text: string): void {
    const found = known.get(idea);
    // Of what has no record nobody is told.
    if (found === undefined) return;
    if (!lostMuch(found.longest, text.length)) {
      found.longest = Math.max(found.longest, text.length);
      return;
    }
    found.longest = text.length;
    const telling: Promise<void> = tell(idea, found)
      .catch((error: unknown) => deps.log.error({ err: error, idea }, 'a large removal was not told'))
      .finally(() => underWay.delete(telling));
    underWay.add(telling);
  }

  /** Asked before the records follow their texts, of all in one question. */
  async function firstSight(ids: readonly IdeaId[]): Promise<void> {
    if (known.size + ids.length > MOST_KNOWN) known.clear();
    const unknown = ids.filter((id) => !known.has(id));
    for (const { id, text } of await deps.ideas.byIds(unknown))
      if (!known.has(id)) known.set(id, { longest: text.length, told: null });
  }

  async function tell(id: IdeaId, found: Known): Promise<void> {
    const idea = await deps.ideas.record(id);
    if (idea?.state !== 'published') return;
    const rows = await deps.documents.rows(id);
    const { told } = found;
    found.told = rows.at(-1)?.seq ?? 0;
    const today = calendarDay(deps.clock.now(), deps.timeZone);
    const isNew = (seq: number): boolean =>
      told !== null ? seq > told : calendarDay(rows[seq - 1]?.at ?? new Date(0), deps.timeZone) === today;
    const { removals } = await deps.provenance(id, rows);
    const lost = new Map<string, { by: PersonId; of: PersonId; letters: number }>();
    for (const { seq, person, of, gone } of removals) {
      if (!gone || !isNew(seq)) continue;
      for (const writer of of) {
        if (writer.person === person) continue;
        const key = `${person} ${writer.person}`;
        const letters = (lost.get(key)?.letters ?? 0) + writer.letters;
        // Rows name people by the ids they were written with.
        lost.set(key, { by: person as PersonId, of: writer.person as PersonId, letters });
      }
    }
    const notices = [...lost.values()]
      .filter(({ letters, of }) => letters >= WORTH_TELLING && !of.startsWith('sys:'))
      .flatMap(({ by, of }) => noticesFor({ idea }, [of], { kind: 'words-removed', actor: by }));
    if (notices.length === 0) return;
    await deps.database.transaction((tx) => deps.notifications.tell(tx, notices));
    deps.notifications.announce(notices);
  }

  return {
    async stop() {
      await Promise.all(underWay);
    },
  };
}
