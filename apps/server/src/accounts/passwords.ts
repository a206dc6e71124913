/** Passwords, for those who want one: argon2id with the OWASP parameters, written out so that nobody lowers them unseen. */
import type { Failure, Result } from '@butinerie/contracts';
import { hash, verify } from '@node-rs/argon2';
import { gate } from '../platform/gate.ts';

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

type Costly<T> = Promise<Result<T, Failure<'too-many-requests'>>>;

/** The threads that do this read files and look names up as well, for everybody: half of the four stay free. */
const passThrough = gate({ atOnce: 2, waiting: 20 });

export function hashPassword(password: string): Costly<string> {
  return passThrough(() => hashed(password));
}

function hashed(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST);
}

let nobodys: Promise<string> | undefined;

/** Takes as long for a mailbox nobody has, or a person without password, as for a wrong password. */
export function passwordMatches(stored: string | null, password: string): Costly<boolean> {
  return passThrough(async () => {
    nobodys ??= hashed('nobody has this one');
    const matches = await verify(stored ?? (await nobodys), password.normalize('NFC'));
    return matches && stored !== null;
  });
}
