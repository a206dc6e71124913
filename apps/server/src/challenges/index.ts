/** The question, the time box and its phases. What other slices may ask of it. */
import * as contracts from '@butinerie/contracts';
import type {
  ChallengeId,
  FormField,
  Labels,
  LocalTime,
  PersonId,
  Phase,
  Visual,
} from '@butinerie/contracts';
import {
  phaseAt,
  standingAt,
  type Audience,
  type CalendarDate,
  type NotMeasured,
  type Outcomes,
  type Protection,
  type Standing,
  type ThemeSet,
} from '@butinerie/domain';
import type { Edges, Speaker } from '../accounts/index.ts';
import { serve } from '../platform/http.ts';
import type { Transaction } from '../platform/mongo.ts';
import { audiences as followAudiences } from './audiences.ts';
import { announceChallenge } from './announce-challenge.ts';
import { archiveChallenge } from './archive-challenge.ts';
import { agreeToCancellation, cancelChallenge } from './cancel-challenge.ts';
import { currentStates, instantOf } from './challenge-times.ts';
import { challengeStore } from './challenges.store.ts';
import type { ChallengeDeps, ChallengeSetup, ResumedListener } from './deps.ts';
import { draftChallenge } from './draft-challenge.ts';
import { agreeToExtension, askExtension } from './extend-challenge.ts';
import { pauseChallenge } from './pause-challenge.ts';
import { phaseWatcher } from './phase-watcher.ts';
import { nextReminder, remindClosing } from './remind-closing.ts';
import { reviewDates } from './review-dates.ts';
import { resumeByClock, resumeChallenge } from './resume-challenge.ts';
import { readCalendar } from './read-calendar.ts';
import { listChallenges, readChallenge } from './read-challenge.ts';
import { scheduleChallenge } from './schedule-challenge.ts';
import { inviteOutsiders, releaseOutsider, setAudience } from './set-audience.ts';
import { setFields, setLabels, setThemes } from './set-asks.ts';
import { changeBanner, readBanner, setBanner, setColour } from './set-visual.ts';
import { tellOpening } from './tell-opening.ts';
import { validateProtection } from './validate-protection.ts';

/** A challenge as stored. The phase is never stored: it is computed from the dates and the clock. */
export interface ChallengeRecord {
  readonly id: ChallengeId;
  readonly version: number;
  readonly question: string;
  readonly brief: string;
  readonly opensAt: LocalTime;
  readonly ideasUntil: LocalTime;
  readonly closesAt: LocalTime;
  readonly decisionDueAt: LocalTime;
  readonly selectionMode: 'moderators' | 'jury';
  readonly audience: Audience;
  readonly themes: readonly ThemeSet[];
  readonly fields: readonly FormField[];
  /** What the title and the text of an idea are called here. */
  readonly labels: Labels;
  readonly visual: Visual;
  /** Null for a challenge brought in by a script. */
  readonly createdBy: PersonId | null;
  readonly scheduledAt: Date | null;
  readonly cancelled: { at: Date; reason: string } | null;
  /** Asked for by a moderator, until the general direction agrees. */
  readonly cancellation: { askedBy: PersonId; reason: string } | null;
  /** The note on personal data holds, and by whose word. */
  readonly protection: Protection | null;
  readonly paused: { at: Date; until: Date; reason: string } | null;
  /** The phases it has been paused in: once each. */
  readonly pausedIn: readonly Phase[];
  /** Asked for by a moderator; `closesAt` is where the closing went once a sponsor agreed. */
  readonly extension: {
    askedBy: PersonId;
    days: number;
    reason: string;
    agreedBy: PersonId | null;
    closesAt: LocalTime;
  } | null;
  /** Set when every idea has its seal: closing is over and deliberation may begin. */
  readonly sealedAt: Date | null;
  readonly results: {
    readonly proposedBy: PersonId | null;
    readonly proposedAt: Date | null;
    readonly confirmedBy: PersonId | null;
    readonly publishedAt: Date | null;
  };
  readonly firstAdoptionAt: Date | null;
  /** Put away for good; absent before there was an archive. */
  readonly archived?: {
    readonly at: Date;
    readonly by: PersonId;
    readonly story: string;
    readonly unmeasured: readonly NotMeasured[];
  } | null;
  /** Never stored: what follows from its ideas, as known when it was read. */
  readonly reviewedFrom?: Date | null;
}

export interface Challenges {
  record(id: ChallengeId, tx?: Transaction): Promise<ChallengeRecord | null>;
  all(): Promise<ChallengeRecord[]>;
  phase(record: ChallengeRecord): Phase;
  /** The phase, or that it is paused in one: what decisions ask for. */
  standing(record: ChallengeRecord): Standing;
  closesAt(record: ChallengeRecord): Date;
  /** Changes the record if its version is still the one seen; false when somebody was faster. */
  change(tx: Transaction, seen: ChallengeRecord, patch: Partial<ChallengeRecord>): Promise<boolean>;
  /** For imports and the demonstration: the record as it is, without the guards of scheduling. */
  create(tx: Transaction, record: ChallengeRecord): Promise<void>;
  /** After each commit that changed one of these challenges. */
  onWritten(listener: (ids: ReadonlySet<ChallengeId>) => void): void;
  /** Called at every boundary the clock passes, and once at start for the ones passed while the server was down. */
  onPhase(listener: (record: ChallengeRecord, phase: Phase) => Promise<void>): void;
  /** Called in the commit that ends a pause: for what else has dates. */
  onResumed(listener: ResumedListener): void;
  /** Where to ask what became of the ideas of a challenge: the end of its delivery follows from it. */
  outcomesFrom(read: (id: ChallengeId) => Promise<Outcomes>): void;
  /** What became of ideas in these challenges has changed. */
  outcomesChanged(ids: ReadonlySet<ChallengeId>): void;
  /** Whom it is for, from memory: asked before anything of it is read, written, told or shown. */
  isFor(id: ChallengeId, speaker: Speaker): boolean;
  /** Nothing is kept from her: no challenge is for some people only, and she is no outsider. */
  allAreFor(speaker: Speaker): boolean;
  /** The days on which a challenge closes: mails may leave late on them. */
  closingDays(): Promise<CalendarDate[]>;
  /** Open pages hear that the challenge changed. Called after the commit. */
  announce(id: ChallengeId): Promise<void>;
}

export function createChallenges(setup: ChallengeSetup): Challenges & {
  serve(
    edges: Pick<Edges, 'http'>,
    late: Pick<ChallengeDeps, 'ideas' | 'takingPart' | 'copyKit' | 'files' | 'beginWith'>,
  ): void;
  /** Catches up with the clock, then follows it. After every slice has said `onPhase`. */
  start(): Promise<void>;
  stop(): Promise<void>;
} {
  const store = challengeStore(setup.database.connection, setup.wakeUps, (id) => reviews.of(id));
  const reviews = reviewDates(store);
  const current = currentStates((id) => reviews.of(id));
  // Asked when a reminder is due, long after the ideas exist.
  let authorsOf = async (_id: ChallengeId): Promise<readonly PersonId[]> => [];
  const resumedListeners: ResumedListener[] = [];
  const resumed: ResumedListener = async (tx, id, stood) => {
    const told = [];
    for (const listener of resumedListeners) told.push(...(await listener(tx, id, stood)));
    return told;
  };
  const announce = announceChallenge(setup);
  const watcher = phaseWatcher({
    ...setup,
    // What became of the ideas is asked whenever a challenge is looked at, and then known to every reading of it.
    store: {
      all: () => store.all(),
      async record(id) {
        await reviews.look(id);
        return store.record(id);
      },
    },
    // Every server has the hour of its own clock.
    announce: announceChallenge(setup, { here: true }),
    inTurn: (id, work) => setup.duties.inTurn(`phases of ${id}`, work),
    resume: (record) => resumeByClock({ ...setup, challenges, announce, resumed }, record),
    reminders: {
      next: nextReminder,
      remind: remindClosing({ ...setup, store, authorsOf: (id) => authorsOf(id) }),
    },
  });
  watcher.onPhase(tellOpening({ ...setup, store }));
  /** A changed date moves its timer, once it is committed: nobody has to remember to say so. */
  const watchAfter = (tx: Transaction, id: ChallengeId): void => {
    tx.once('ended', () => void watcher.look(id));
  };

  const audiences = followAudiences(store);
  const lookAgain = (id: ChallengeId): void => {
    audiences.look(id).catch((error: unknown) => setup.log.error({ err: error }, 'an audience was not read'));
    void watcher.look(id);
  };
  store.onElsewhere((ids) => ids.forEach(lookAgain));
  setup.wakeUps.onMissed(() => {
    store.all().then(
      (all) => all.forEach(({ id }) => lookAgain(id)),
      (error: unknown) => setup.log.error({ err: error }, 'challenges were not read again'),
    );
  });
  const challenges: Challenges = {
    isFor: audiences.isFor,
    allAreFor: audiences.allAreFor,
    record: (id, tx) => store.record(id, tx),
    all: () => store.all(),
    phase: (record) => phaseAt(current(record), setup.clock.now()),
    standing: (record) => standingAt(current(record), setup.clock.now()),
    closesAt: (record) => instantOf(record.closesAt),
    change(tx, seen, patch) {
      watchAfter(tx, seen.id);
      return store.change(tx, seen, patch);
    },
    create(tx, record) {
      watchAfter(tx, record.id);
      return store.create(tx, record);
    },
    async closingDays() {
      const scheduled = (await store.all()).filter((record) => record.scheduledAt !== null);
      return scheduled.map(({ closesAt }) => closesAt.local.slice(0, 10));
    },
    onWritten: store.onWritten,
    onPhase: watcher.onPhase,
    outcomesFrom: reviews.readFrom,
    outcomesChanged: (ids) => ids.forEach((id) => void watcher.look(id)),
    onResumed: (listener) => void resumedListeners.push(listener),
    async announce(id) {
      await reviews.look(id);
      const record = await store.record(id);
      if (record !== null) await announce(record);
    },
  };

  return {
    ...challenges,
    async start() {
      await audiences.start();
      await watcher.start();
    },
    stop: watcher.stop,
    serve({ http }, late) {
      const { ideas } = late;
      const deps: ChallengeDeps = { ...setup, store, challenges, audiences, resumed, ...late };
      authorsOf = async (id) =>
        (await ideas.ofChallenge(id))
          .filter(({ state }) => state === 'published')
          .flatMap(({ originators, coauthors }) => [...originators, ...coauthors]);
      serve(http, contracts.draftChallenge, ({ params, body, speaker }) =>
        draftChallenge(deps)(params.challenge, body, speaker),
      );
      serve(http, contracts.scheduleChallenge, ({ params, body, speaker }) =>
        scheduleChallenge(deps)(params.challenge, body, speaker),
      );
      serve(http, contracts.validateProtection, ({ params, body, speaker }) =>
        validateProtection(deps)(params.challenge, body.version, speaker),
      );
      serve(http, contracts.cancelChallenge, ({ params, body, speaker }) =>
        cancelChallenge(deps)(params.challenge, body, speaker),
      );
      serve(http, contracts.agreeToCancellation, ({ params, body, speaker }) =>
        agreeToCancellation(deps)(params.challenge, body.version, speaker),
      );
      serve(http, contracts.archiveChallenge, ({ params, body, speaker }) =>
        archiveChallenge(deps)(params.challenge, body, speaker),
      );
      serve(http, contracts.pauseChallenge, ({ params, body, speaker }) =>
        pauseChallenge(deps)(params.challenge, body, speaker),
      );
      serve(http, contracts.resumeChallenge, ({ params, body, speaker }) =>
        resumeChallenge(deps)(params.challenge, body.version, speaker),
      );
      serve(http, contracts.askExtension, ({ params, body, speaker }) =>
        askExtension(deps)(params.challenge, body, speaker),
      );
      serve(http, contracts.agreeToExtension, ({ params, body, speaker }) =>
        agreeToExtension(deps)(params.challenge, body.version, speaker),
      );
      serve(http, contracts.setAudience, ({ params, body, speaker }) =>
        setAudience(deps)(params.challenge, body, speaker),
      );
      serve(http, contracts.inviteOutsiders, ({ params, body, speaker }) =>
        inviteOutsiders(deps)(params.challenge, body.rows, speaker),
      );
      serve(http, contracts.setThemes, ({ params, body, speaker }) =>
        setThemes(deps)(params.challenge, body, speaker),
      );
      serve(http, contracts.setFields, ({ params, body, speaker }) =>
        setFields(deps)(params.challenge, body, speaker),
      );
      serve(http, contracts.setLabels, ({ params, body, speaker }) =>
        setLabels(deps)(params.challenge, body, speaker),
      );
      serve(http, contracts.setColour, ({ params, body, speaker }) =>
        setColour(deps)(params.challenge, body, speaker),
      );
      serve(http, contracts.setBanner, ({ params, query, body, speaker }) =>
        setBanner(deps)(params.challenge, { ...query, bytes: body }, speaker),
      );
      serve(http, contracts.changeBanner, ({ params, body, speaker }) =>
        changeBanner(deps)(params.challenge, body, speaker),
      );
      serve(http, contracts.readBanner, ({ params, query, speaker }) =>
        readBanner(deps)(params.challenge, query.file, speaker),
      );
      serve(http, contracts.releaseOutsider, ({ params, speaker }) => releaseOutsider(deps)(params, speaker));
      serve(http, contracts.readChallenge, ({ params, speaker }) =>
        readChallenge(deps)(params.challenge, speaker),
      );
      serve(http, contracts.listChallenges, ({ speaker }) => listChallenges(deps)(speaker));
      serve(http, contracts.readCalendar, ({ params, speaker }) =>
        readCalendar(deps)(params.challenge, speaker),
      );
    },
  };
}
