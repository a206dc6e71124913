/** Codes that are mailed to prove that who asks reads that mailbox: eight digits, kept as their hash. */
import { randomInt } from 'node:crypto';
import { hashToken } from './tokens.ts';

/** As it is written in a mail: two groups of four. */
export function newCode(): string {
  const code = String(randomInt(0, 100_000_000)).padStart(8, '0');
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

/** As it is typed: with or without the blank in the middle. `about` is what it is good for. */
export function codeHash(about: string, code: string): string {
  return hashToken(`${about}:${code.replaceAll(/\s/g, '')}`);
}
