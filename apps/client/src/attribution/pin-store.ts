/** Where the pin lies, and the proof of a history that did not extend it: kept until a person decides otherwise. */
import { readKept, writeKept } from '../platform/kept.ts';
import type { AlarmReason, Pin } from './pin.ts';

const PIN = 'butinerie.register';
const ALARM = 'butinerie.register.alarm';

/** Both checkpoints, word for word: signed, they speak for themselves. */
export interface Alarm {
  readonly reason: AlarmReason;
  readonly seen: string | null;
  readonly shown: string;
  readonly at: string;
}

const isRecord = (raw: unknown): raw is Record<string, unknown> => typeof raw === 'object' && raw !== null;
const areTexts = (raw: Record<string, unknown>, names: readonly string[]): boolean =>
  names.every((name) => typeof raw[name] === 'string');

function recallPin(raw: unknown): Pin | null {
  if (!isRecord(raw) || !areTexts(raw, ['note', 'firstAt', 'seenAt'])) return null;
  const { vkeys, firstSize } = raw;
  if (typeof firstSize !== 'number' || !Array.isArray(vkeys)) return null;
  // Every field was just found to be of its kind; what is signed is checked again before it is believed.
  return vkeys.every((key) => typeof key === 'string') ? (raw as unknown as Pin) : null;
}

function recallAlarm(raw: unknown): Alarm | null {
  if (!isRecord(raw) || !areTexts(raw, ['reason', 'shown', 'at'])) return null;
  return raw as unknown as Alarm;
}

export const keptPin = (): Pin | null => readKept(PIN, recallPin);
export const keepPin = (pin: Pin): void => writeKept(PIN, pin);

const watchers = new Set<() => void>();
let alarm: Alarm | null | undefined;

/** The same object until it changes. */
export function keptAlarm(): Alarm | null {
  alarm ??= readKept(ALARM, recallAlarm);
  return alarm;
}
export function onAlarm(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
function setAlarm(next: Alarm | null): void {
  alarm = next;
  writeKept(ALARM, next);
  for (const watcher of watchers) watcher();
}
/** The first proof is the one that counts: a later one does not replace it. */
export function raiseAlarm(raised: Alarm): void {
  if (!keptAlarm()) setAlarm(raised);
}
/** A person saw it and chose to go on from the register as it is today. */
export function forgetRegister(): void {
  writeKept(PIN, null);
  setAlarm(null);
}
