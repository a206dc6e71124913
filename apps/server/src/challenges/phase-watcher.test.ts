import { ALL_AGENTS } from '@butinerie/domain';
import { mintId, NO_LABELS, NO_VISUAL, type LocalTime } from '@butinerie/contracts';
import { afterEach, expect, test } from 'vitest';
import { settableClock } from '../platform/clock.ts';
import { createLog } from '../platform/log.ts';
import type { ChallengeRecord } from './index.ts';
import { phaseWatcher, type PhaseWatcher, type WatcherDeps } from './phase-watcher.ts';

const paris = (local: string): LocalTime => ({ local, timeZone: 'Europe/Paris' });
const scheduled: ChallengeRecord = {
  id: mintId('challenge'),
  version: 2,
  question: 'Comment ?',
  brief: '',
  opensAt: paris('2026-10-12T09:00'),
  ideasUntil: paris('2026-10-23T17:00'),
  closesAt: paris('2026-10-30T17:00'),
  decisionDueAt: paris('2026-11-10T17:00'),
  selectionMode: 'moderators',
  audience: ALL_AGENTS,
  themes: [],
  fields: [],
  labels: NO_LABELS,
  visual: NO_VISUAL,
  createdBy: mintId('person'),
  scheduledAt: new Date('2026-10-01T08:00:00Z'),
  cancelled: null,
  paused: null,
  pausedIn: [],
  extension: null,
  cancellation: null,
  protection: null,
  sealedAt: null,
  results: { proposedBy: null, proposedAt: null, confirmedBy: null, publishedAt: null },
  firstAdoptionAt: null,
};

let watcher: PhaseWatcher;
afterEach(() => watcher.stop());

function watching(record: ChallengeRecord, now: string, inTurn?: WatcherDeps['inTurn']) {
  const clock = settableClock(new Date(now));
  const stored = { record };
  const told: string[] = [];
  const announced: string[] = [];
  const resumed: string[] = [];
  watcher = phaseWatcher({
    clock,
    log: createLog('silent'),
    store: { record: async () => stored.record, all: async () => [stored.record] },
    announce: async ({ id }) => void announced.push(id),
    reminders: { remind: async () => {}, next: () => null },
    resume: async (paused) => {
      stored.record = { ...paused, paused: null, version: paused.version + 1 };
      resumed.push(clock.now().toISOString());
    },
    retryAfter: 1,
    ...(inTurn === undefined ? {} : { inTurn }),
  });
  watcher.onPhase(async (_record, phase) => void told.push(phase));
  return { clock, stored, told, announced, resumed };
}

test('a start tells the phase of now once and announces nothing, as nothing changed', async () => {
  const { told, announced } = watching(scheduled, '2026-10-20T08:00:00Z');
  await watcher.start();
  expect(told).toEqual(['ideation']);
  expect(announced).toEqual([]);
});

test('a phase that people changed is told to the listeners and left to them to announce', async () => {
  const { stored, told, announced } = watching(scheduled, '2026-10-20T08:00:00Z');
  await watcher.start();
  const cancelled = { at: new Date('2026-10-20T08:00:00Z'), reason: 'Déjà en cours.' };
  stored.record = { ...scheduled, version: 3, cancelled };
  await watcher.look(scheduled.id);
  expect(told).toEqual(['ideation', 'cancelled']);
  expect(announced).toEqual([]);
});

test('a boundary passed before a change was looked at is announced all the same: who made the change spoke before it', async () => {
  const { clock, stored, told, announced } = watching(scheduled, '2026-10-27T16:00:00Z');
  await watcher.start();
  stored.record = { ...scheduled, version: 3, closesAt: paris('2026-11-02T17:00') };
  clock.set(new Date('2026-11-02T16:00:00Z'));
  await expect.poll(() => told).toEqual(['rebound', 'closing']);
  expect(announced).toEqual([scheduled.id]);
});

test('a review that begins by what became of the ideas is announced, also when the record was changed by somebody else', async () => {
  const at = new Date('2026-11-02T08:00:00Z');
  const decided = { ...scheduled, sealedAt: at, results: { ...scheduled.results, publishedAt: at } };
  const { stored, told, announced } = watching(decided, '2026-12-20T08:00:00Z');
  await watcher.start();
  stored.record = { ...decided, version: 3, reviewedFrom: new Date('2026-12-19T23:00:00Z') };
  await watcher.look(scheduled.id);
  expect(told.at(-1)).toBe('impact_review');
  expect(announced).toEqual([scheduled.id]);
});

test('a clock that jumps over several boundaries tells each of them, in their order', async () => {
  const { clock, told } = watching(scheduled, '2026-10-10T08:00:00Z');
  await watcher.start();
  clock.set(new Date('2026-11-02T08:00:00Z'));
  await expect.poll(() => told).toEqual(['scheduled', 'ideation', 'rebound', 'closing', 'deliberation']);
});

test('a clock set back tells the phase it went back to, and the boundary again when it comes', async () => {
  const { clock, told } = watching(scheduled, '2026-10-20T08:00:00Z');
  await watcher.start();
  clock.set(new Date('2026-10-11T08:00:00Z'));
  await expect.poll(() => told).toEqual(['ideation', 'scheduled']);
  clock.set(new Date('2026-10-12T07:00:00Z'));
  await expect.poll(() => told).toEqual(['ideation', 'scheduled', 'ideation']);
});

test('a moved date counts from the moment the challenge is looked at again', async () => {
  const { clock, stored, told } = watching(scheduled, '2026-10-20T08:00:00Z');
  await watcher.start();
  stored.record = { ...scheduled, closesAt: paris('2026-10-26T17:00') };
  await watcher.look(scheduled.id);
  clock.set(new Date('2026-10-26T16:00:00Z'));
  await expect.poll(() => told.at(-1)).toBe('closing');
});

test('a listener that fails is called again, and keeps neither the others nor the screens waiting', async () => {
  const { clock, told, announced } = watching(scheduled, '2026-10-10T08:00:00Z');
  let failures = 2;
  const late: string[] = [];
  watcher.onPhase(async (_record, phase) => {
    if (phase === 'ideation' && failures-- > 0) throw new Error('the disk is full');
    late.push(phase);
  });
  watcher.onPhase(async (_record, phase) => void told.push(`then ${phase}`));
  await watcher.start();
  clock.set(new Date('2026-10-12T07:00:00Z'));
  await expect.poll(() => late).toEqual(['scheduled', 'ideation']);
  expect(told).toEqual(['scheduled', 'then scheduled', 'ideation', 'then ideation']);
  expect(announced).toEqual([scheduled.id]);
});

test('[SS4] a turn among the servers that the database refuses is asked for again, and the phase is told then', async () => {
  let refused = 0;
  const { clock, told } = watching(scheduled, '2026-10-20T08:00:00Z', async (_id, work) => {
    if (told.length > 0 && ++refused <= 2) throw new Error('the database has no primary');
    await work();
  });
  await watcher.start();
  clock.set(new Date('2026-10-30T16:00:00Z'));
  await expect.poll(() => told).toEqual(['ideation', 'closing']);
  expect(refused).toBe(3);
});

test('after it stopped no boundary is told', async () => {
  const { clock, told } = watching(scheduled, '2026-10-10T08:00:00Z');
  await watcher.start();
  await watcher.stop();
  clock.set(new Date('2026-11-02T08:00:00Z'));
  await watcher.look(scheduled.id);
  expect(told).toEqual(['scheduled']);
});

test('a pause whose announced end comes, or came while nobody looked, is ended once', async () => {
  const paused = {
    at: new Date('2026-10-20T08:00:00Z'),
    until: new Date('2026-10-22T08:00:00Z'),
    reason: 'x',
  };
  const { clock, resumed, told } = watching({ ...scheduled, paused }, '2026-10-21T08:00:00Z');
  await watcher.start();
  expect([told, resumed]).toEqual([['ideation'], []]);
  clock.set(new Date('2026-10-22T08:00:00Z'));
  await expect.poll(() => resumed).toEqual(['2026-10-22T08:00:00.000Z']);
  await watcher.look(scheduled.id);
  expect([told, resumed.length]).toEqual([['ideation'], 1]);
});
