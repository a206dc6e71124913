/** Passwords, for those who want one: argon2id with the OWASP parameters, written out so that nobody lowers them unseen. */
import { hash, verify } from '@node-rs/argon2';

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST);
}

let nobodys: Promise<string> | undefined;

/** Takes as long for a mailbox nobody has, or a person without password, as for a wrong password. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  nobodys ??= hashPassword('nobody has this one');
  const matches = await verify(stored ?? (await nobodys), password.normalize('NFC'));
  return matches && stored !== null;
}
