/** An author's title, a colleague who has it, and what a refusal must leave untouched. */

import { expect } from 'vitest';
import type * as Y from 'yjs';
import { craft, text } from './craft-update.ts';
import type { GuardedRoom } from './guarded-room.ts';
import { createGuardedRoom, typed, writer } from './guarded-room.ts';

export const AUTHOR = 100;
export const COLLEAGUE = 50;
export const WORDS = 'Donner les repas';

interface Scene {
  readonly room: GuardedRoom;
  readonly author: Y.Doc;
  readonly colleague: Y.Doc;
}

/** Author wrote a title; colleague has it. */
export const scene = (): Scene => {
  const room = createGuardedRoom({
    [AUTHOR]: 'author',
    [COLLEAGUE]: 'colleague',
    [COLLEAGUE + 1]: 'colleague',
  });
  const author = writer(AUTHOR);
  room.receive(typed(author, 0, WORDS), 'author');
  return { room, author, colleague: writer(COLLEAGUE, room.log) };
};

export const codeOf = (verdict: ReturnType<GuardedRoom['receive']>): string =>
  verdict.ok ? 'admitted' : verdict.failure.code;

/** Refused with this code, nothing logged, nothing counted as known. */
export const expectRefusal = (room: GuardedRoom, bytes: Uint8Array, code: string): void => {
  const [rows, vector] = [room.log.length, room.vector()];
  expect(codeOf(room.receive(bytes, 'colleague'))).toBe(code);
  expect([room.log.length, room.vector()]).toEqual([rows, vector]);
};

export const appended = (client: number, clock: number, word = 'x'): Uint8Array =>
  craft([{ client, clock, structs: [{ origin: [AUTHOR, 0], content: text(word) }] }]);
