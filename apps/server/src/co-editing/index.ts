/** Live documents: join, verify, append, relay, seal. What other slices may ask of it. */
import { createLiveDocuments, type LiveDocument, type LogRow } from '@butinerie/collaboration/server';
import * as contracts from '@butinerie/contracts';
import type { Failure, IdeaId, LateId, PersonId, Result } from '@butinerie/contracts';
import type { People, Speaker } from '../accounts/index.ts';
import type { Challenges } from '../challenges/index.ts';
import type { Ideas } from '../ideas/index.ts';
import type { Notifications } from '../notifications/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Database } from '../platform/mongo.ts';
import { limiter } from '../platform/rates.ts';
import { answer, type Realtime } from '../platform/realtime.ts';
import { catchingUp, catchUp } from './catch-up.ts';
import type { WakeUps } from '../platform/servers/wake-ups.ts';
import type { CoEditingDeps } from './deps.ts';
import { createWriting, type Rewritten } from './documents.ts';
import { documentStore } from './documents.store.ts';
import { followedStore } from './followed.store.ts';
import { joinIdea } from './join-idea.ts';
import { createKeepLate } from './keep-late.ts';
import { createProjection, type IdeaText } from './projection.ts';
import { createRooms } from './rooms.ts';
import { toldElsewhere } from './told-elsewhere.ts';
import { updateIdea } from './update-idea.ts';
import { createWriters } from './writers.ts';

export type { Rewritten, WriteFailure } from './documents.ts';

/** Who wrote words of nobody: an imported text whose author is to be confirmed. Never holds credit. */
export type Writer = PersonId | 'sys:import';

export type Via = 'draft' | 'import' | 'rebound' | 'restore';

export interface SealedText {
  readonly title: string;
  readonly text: string;
  /** RFC 6962 root over the log's rows, as the ledger writes digests. */
  readonly logRoot: string;
  readonly logRows: number;
  /** Characters of the text per person, by the log. */
  readonly words: ReadonlyMap<PersonId, number>;
}

export interface Documents {
  /** Writes for a person: one update under an id leased to her, durable when the promise resolves. */
  setText(
    idea: IdeaId,
    person: Writer,
    via: Via,
    text: { title: string; text: string },
  ): Promise<
    Result<{ title: string; text: string }, Failure<'append-failed' | 'update-refused' | 'idea-sealed'>>
  >;
  /** Adds a paragraph at the end, its words the person's (a rebound taken); once for each `ref`. */
  addParagraph(
    idea: IdeaId,
    by: { person: PersonId; via: Via; ref: string },
    text: string,
  ): Promise<
    Result<{ title: string; text: string }, Failure<'append-failed' | 'update-refused' | 'idea-sealed'>>
  >;
  /** Says it otherwise where this passage stands, the new words the person's; once for each `ref`. */
  replacePassage(
    idea: IdeaId,
    by: { person: PersonId; via: Via; ref: string },
    change: { passage: string; text: string },
  ): Promise<
    Result<
      { title: string; text: string },
      Failure<'append-failed' | 'update-refused' | 'idea-sealed' | 'passage-changed'>
    >
  >;
  /** Its paragraphs, headings and entries of lists, each whole, as durable so far. */
  passages(idea: IdeaId): Promise<readonly string[]>;
  /** What stands in one text into another that is empty, as this person's. */
  copy(
    from: IdeaId,
    into: { to: IdeaId; person: PersonId },
  ): Promise<
    Result<{ title: string; text: string }, Failure<'append-failed' | 'update-refused' | 'idea-sealed'>>
  >;
  /** It says again what its log said up to this row, written by this person. */
  restore(idea: IdeaId, person: PersonId, version: number): Promise<Rewritten>;
  /** What was taken out by these rows, all of one hand, comes back where it stood, written by this person. */
  bringBack(idea: IdeaId, person: PersonId, rows: { from: number; to: number }): Promise<Rewritten>;
  /** Everything that was ever written there, in order; without the row that ends a sealed log. */
  rows(idea: IdeaId): Promise<readonly LogRow[]>;
  /** The text as durable so far. */
  text(idea: IdeaId): Promise<{ title: string; text: string }>;
  /** Stops accepting updates and reads what is sealed; the same answer when called again. */
  seal(idea: IdeaId, closedAt: Date): Promise<SealedText>;
  /** Open editors hear that they are read-only now. */
  announceClosed(idea: IdeaId, closedAt: Date): void;
  late(idea: IdeaId): Promise<{ id: LateId; person: PersonId; at: Date; text: string }[]>;
  /** The slice tells of which texts the projection moved, several at once. */
  onTexts(listener: (texts: readonly IdeaText[]) => Promise<void>): void;
}

interface Setup {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly realtime: Realtime<Speaker>;
  readonly wakeUps: WakeUps;
}
interface Late {
  readonly ideas: Ideas;
  readonly challenges: Challenges;
  readonly people: People;
  readonly notifications: Notifications;
}

/** A text that nobody has open or asked for since this long is let go of. */
const IDLE_MS = 5 * 60_000;
/** Four at a first opening, one at each that follows: far more than a page that is opened again and again. */
const LEASES = { points: 200, seconds: 3_600 };
const SWEEP_MS = 60_000;

export function createCoEditing({ database, clock, log, realtime, wakeUps }: Setup): Documents & {
  serve(late: Late): void;
  /** After a crash, records that it left behind their texts follow them; goes on in the background. */
  start(): Promise<void>;
  stop(): Promise<void>;
} {
  const { log: stored, snapshots, leases, lateTexts, updatesOf } = documentStore(database.connection, clock);
  const elsewhere = toldElsewhere(stored, wakeUps, {
    follow: (idea, seq) => documents.follow(idea, seq),
    followAll: () => documents.followAll(),
    letPass: (idea, server, within) => documents.letPass(idea, server, within),
    log,
  });
  const { updates, turns } = elsewhere;
  const documents = createLiveDocuments({ log: updates, snapshots, leases, clock, turns });
  const projection = createProjection(log);
  // Until the routes are served nobody can have sealed anything in this process.
  let isSealed = async (_idea: IdeaId): Promise<boolean> => false;
  // Asked of the record when it is not open: one that is knows by itself.
  const open = async (idea: IdeaId): Promise<LiveDocument> =>
    documents.open(idea, !documents.has(idea) && (await isSealed(idea)));
  const writing = createWriting({ open, log: updates, written: projection.written });
  const rooms = createRooms(realtime, log, wakeUps);
  let stopping = false;
  let keeping: Promise<void> = Promise.resolve();
  let unsealed = async (): Promise<readonly { id: IdeaId; title: string; text: string }[]> => [];
  const followed = followedStore(database.connection);
  const records = catchingUp(
    () =>
      catchUp({
        records: () => unsealed(),
        written: updatesOf,
        async open(idea) {
          // Open here already, it may lack the last rows of a server that is gone.
          await documents.follow(idea, Infinity);
          return (await open(idea)).read();
        },
        follow: (idea, { title, text, seq }) => projection.written(idea, { title, text, seq }),
        stopping: () => stopping,
      }),
    log,
  );
  async function check(): Promise<void> {
    try {
      const wrong = await documents.check(new Date(clock.now().getTime() - SWEEP_MS));
      for (const idea of wrong)
        log.error({ idea }, 'a text said something else than its log, and was put right');
    } catch (error) {
      log.error({ err: error }, 'texts were not compared with their logs');
    }
  }
  let slow = 0;
  const sweep = setInterval(() => {
    const traffic = realtime.traffic();
    if (traffic.skipped + traffic.stalled > slow) log.warn({ traffic }, 'some listeners do not keep up');
    slow = traffic.skipped + traffic.stalled;
    keeping = documents
      .keepSnapshots()
      .catch((error: unknown) => log.error({ err: error }, 'a snapshot was not kept'))
      .then(() => check())
      .then(() => void documents.unloadIdle(new Date(clock.now().getTime() - IDLE_MS)));
  }, SWEEP_MS);
  sweep.unref();

  return {
    ...writing,
    rows: async (idea) => (await updates.read(idea)).filter(({ via }) => via !== 'seal'),
    seal: (idea, _closedAt) => writing.seal(idea),
    announceClosed: (idea, closedAt) =>
      // Every server closes by its own clock.
      rooms.announce(idea, contracts.ideaSealed, { idea, closedAt: closedAt.toISOString() }),
    late: (idea) => lateTexts.of(idea),
    onTexts: (listener) => projection.onTexts(listener),

    serve(late) {
      const writers = createWriters({ ...late, clock });
      // A destroyed text is followed by no record, and nobody writes in it.
      unsealed = async () =>
        (await late.ideas.inStates(['draft', 'published'])).filter(({ shredded }) => !shredded);
      isSealed = async (idea) => {
        const { seal, shredded } = (await writers.facts(idea))?.idea ?? { seal: null };
        return seal !== null || (shredded ?? null) !== null;
      };
      const deps: CoEditingDeps = {
        clock,
        open,
        rooms,
        mayLease: limiter(LEASES),
        writers,
        moved: (idea, document) => projection.moved(idea, document),
        keepLate: createKeepLate({ ...late, database, clock, open, lateTexts }),
      };
      // Once, not for each key.
      const [join, update] = [joinIdea(deps), updateIdea(deps)];
      answer(realtime, contracts.joinIdea, (told) => join(told.payload, told));
      answer(realtime, contracts.updateIdea, (told) => update(told.payload, told));
      answer(realtime, contracts.showPresence, async ({ payload: { idea, caret }, connection }) => {
        const room = rooms.of(idea, connection.id);
        if (room === null) return contracts.ok({ shown: false });
        const document = await open(idea);
        const owners = await document.owners();
        const shown = room.presence.update(connection.id, caret, (clientId) => owners.get(clientId));
        if (!shown.ok)
          return contracts.refuse('update-refused', { rule: shown.failure.code, permanent: false });
        if (shown.value !== null) rooms.caretsMoved(idea);
        return contracts.ok({ shown: shown.value !== null });
      });
      answer(realtime, contracts.leaveIdea, async ({ payload: { idea }, connection }) => {
        rooms.leave(idea, connection.id);
        return contracts.ok({ left: true });
      });
    },

    async start() {
      // A server that died may have left records behind their texts.
      wakeUps.onGone(() => records.ask());
      if (!(await followed.take())) records.ask();
    },

    async stop() {
      stopping = true;
      elsewhere.stop();
      await records.stop();
      clearInterval(sweep);
      await keeping;
      await documents.keepSnapshots();
      // What another server left undone, it says itself.
      if ((await projection.stop()) && records.whole() && !wakeUps.hasCompany()) await followed.leave();
    },
  };
}
