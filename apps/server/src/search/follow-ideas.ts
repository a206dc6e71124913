/**
 * Keeps the boards equal to the database: read once at start, then each idea again after whatever was written of it.
 * Whoever asks waits until what was committed before is in, so nobody misses what she just published, and nothing that
 * was hidden is found.
 */
import type { ChallengeId, IdeaId } from '@butinerie/contracts';
import { isListed } from '@butinerie/domain';
import type { People } from '../accounts/index.ts';
import type { Ledger } from '../attribution/index.ts';
import type { IdeaRecord, Ideas } from '../ideas/index.ts';
import type { Log } from '../platform/log.ts';
import type { WakeUps } from '../platform/servers/wake-ups.ts';
import { createBoard, type Board, type Entry } from './board.ts';

export interface FollowDeps {
  readonly ideas: Ideas;
  readonly people: People;
  readonly ledger: Ledger;
  readonly log: Log;
  readonly wakeUps: WakeUps;
}

export interface Followed {
  /** The board of a challenge as of now; null while nothing in it is listed. */
  readonly board: (challenge: ChallengeId) => Promise<Board | null>;
  /** The same, with the words of all its ideas. */
  readonly searchable: (challenge: ChallengeId) => Promise<Board | null>;
  readonly start: () => void;
  readonly stop: () => Promise<void>;
}

/** Read in one go; other requests are served in between. */
const TOGETHER = 250;

export function followIdeas({ ideas, people, ledger, log, wakeUps }: FollowDeps): Followed {
  const boards = new Map<ChallengeId, Board>();
  const places = new Map<IdeaId, ChallengeId>();
  const behind = new Set<IdeaId>();
  let stopping = false;
  /** Another server may have brought ideas that nobody here has heard of. */
  let unread = false;
  let everything: Promise<void> | null = null;
  let reading: Promise<void> = Promise.resolve();
  let ahead: Promise<void> = Promise.resolve();

  ideas.onWritten((ids) => {
    for (const id of ids) behind.add(id);
  });
  people.onChanged((person) => {
    for (const board of boards.values())
      for (const entry of board.entries())
        if (entry.people.some(({ id }) => id === person)) behind.add(entry.id);
  });

  wakeUps.onMissed(() => {
    for (const id of places.keys()) behind.add(id);
    unread = true;
  });

  async function entriesOf(records: readonly IdeaRecord[]): Promise<Entry[]> {
    const credits = await ledger.credits(records.map(({ id }) => id));
    const named = records.map((record) => {
      const { originators = [], coauthors = [], rebounders = [] } = credits.get(record.id) ?? {};
      const all = [...originators, ...coauthors, ...rebounders];
      return { record, originators, rebounded: rebounders.length > 0, all };
    });
    const refs = await people.refs(named.flatMap(({ all }) => all));
    return named.map(({ record, originators, rebounded, all }) => ({
      id: record.id,
      challenge: record.challenge,
      state: record.state,
      title: record.title,
      text: record.text,
      people: all.flatMap((person) => refs.get(person) ?? []),
      originators,
      authors: [...record.originators, ...record.coauthors],
      rebounded,
      theme: record.theme,
    }));
  }

  function drop(id: IdeaId): void {
    const challenge = places.get(id);
    if (challenge === undefined) return;
    boards.get(challenge)?.remove(id);
    places.delete(id);
  }

  async function take(records: readonly IdeaRecord[]): Promise<void> {
    const entries = await entriesOf(records.filter(({ state }) => isListed(state)));
    for (const entry of entries) {
      const board = boards.get(entry.challenge) ?? createBoard();
      boards.set(entry.challenge, board);
      places.set(entry.id, entry.challenge);
      board.put(entry);
    }
  }

  async function readAll(): Promise<void> {
    let batch: IdeaRecord[] = [];
    for await (const record of ideas.listed()) {
      if (stopping) return;
      batch.push(record);
      if (batch.length < TOGETHER) continue;
      await take(batch);
      batch = [];
    }
    await take(batch);
  }

  async function readBehind(): Promise<void> {
    while (behind.size > 0 && !stopping) {
      const ids = [...behind].slice(0, TOGETHER);
      // Before the reading: what is written during it is marked anew and comes round once more.
      for (const id of ids) behind.delete(id);
      try {
        const records = await ideas.byIds(ids);
        const listed = new Set(records.filter(({ state }) => isListed(state)).map(({ id }) => id));
        for (const id of ids) if (!listed.has(id)) drop(id);
        await take(records);
      } catch (error) {
        for (const id of ids) behind.add(id);
        throw error;
      }
    }
  }

  async function upToDate(): Promise<void> {
    everything ??= readAll().catch((error: unknown) => {
      everything = null;
      throw error;
    });
    await everything;
    if (unread) {
      unread = false;
      reading = reading.catch(() => undefined).then(readAll);
      await reading.catch((error: unknown) => {
        unread = true;
        throw error;
      });
    }
    if (behind.size === 0) return reading;
    // One reader at a time; whoever comes meanwhile waits for the one after, which sees what she wrote.
    reading = reading.catch(() => undefined).then(readBehind);
    return reading;
  }

  const boardOf = async (challenge: ChallengeId): Promise<Board | null> => {
    await upToDate();
    return boards.get(challenge) ?? null;
  };
  async function readAhead(): Promise<void> {
    await upToDate();
    for (const board of boards.values()) await board.read();
  }

  return {
    board: boardOf,
    async searchable(challenge) {
      const board = await boardOf(challenge);
      await board?.read();
      return board;
    },
    start() {
      ahead = readAhead().catch((error: unknown) => {
        if (!stopping)
          log.error({ err: error }, 'the ideas could not be read for searching; tried again when asked');
      });
    },
    async stop() {
      stopping = true;
      for (const board of boards.values()) board.stop();
      await Promise.allSettled([everything, reading, ahead]);
    },
  };
}
