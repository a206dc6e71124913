/**
 * Answers for C2SP signed notes: a text and the signatures below it. Signatures of unknown keys are ignored, so a
 * witness or a second key may add a line; one wrong signature of a known key refuses the whole note.
 */
import { fromBase64, toBase64, toUtf8 } from './bytes.ts';
import { accepted, refused, type Outcome } from './outcome.ts';
import { isKeyName, verifySignature, type Signer, type VerifierKey } from './verifier-key.ts';

const mostBytes = 1_000_000;
const mostSignatures = 64;

interface NoteSignature {
  readonly name: string;
  readonly keyId: string;
  readonly signature: Uint8Array;
}

interface Note {
  /** With its final line feed: exactly what is signed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface VerifiedNote {
  readonly text: string;
  /** The known keys whose signature was verified, never empty. */
  readonly keys: readonly VerifierKey[];
}

export type NoteFailure = 'malformed-note' | 'unknown-key' | 'wrong-signature';

export function signNote(text: string, signers: readonly Signer[]): string {
  if (!isNoteText(text))
    throw new TypeError('a note ends with a line feed and holds no other control character');
  if (signers.length === 0) throw new TypeError('a note has at least one signature');
  const lines = signers.map(({ key, sign }) => {
    const id = key.id.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
    return `— ${key.name} ${toBase64(Uint8Array.of(...id, ...sign(toUtf8(text))))}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

export function verifyNote(note: string, keys: readonly VerifierKey[]): Outcome<VerifiedNote, NoteFailure> {
  const parsed = parseNote(note);
  if (parsed === undefined) return refused('malformed-note', 'not a text followed by signature lines');
  const message = toUtf8(parsed.text);
  const verified: VerifierKey[] = [];
  for (const { name, keyId, signature } of parsed.signatures) {
    const key = keys.find((known) => known.name === name && known.id === keyId);
    if (key === undefined) continue;
    if (!verifySignature(key, message, signature)) {
      return refused('wrong-signature', `the signature of ${name} (${keyId}) is not one of this text`);
    }
    verified.push(key);
  }
  if (verified.length === 0) return refused('unknown-key', 'no signature of a key trusted here');
  return accepted({ text: parsed.text, keys: verified });
}

function parseNote(note: string): Note | undefined {
  const cut = note.lastIndexOf('\n\n');
  if (cut < 0 || note.length > mostBytes || !note.endsWith('\n')) return undefined;
  const text = note.slice(0, cut + 1);
  const lines = note.slice(cut + 2, -1).split('\n');
  if (!isNoteText(text) || lines.length > mostSignatures) return undefined;
  const signatures = lines.map(parseSignature);
  return signatures.every((signature) => signature !== undefined) ? { text, signatures } : undefined;
}

function parseSignature(line: string): NoteSignature | undefined {
  const parts = /^— (\S+) (\S+)$/u.exec(line);
  const [name, encoded] = [parts?.[1], parts?.[2]];
  const bytes = encoded === undefined ? undefined : fromBase64(encoded);
  if (name === undefined || bytes === undefined || bytes.length < 5 || !isKeyName(name)) return undefined;
  const keyId = Array.from(bytes.slice(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { name, keyId, signature: bytes.slice(4) };
}

function isNoteText(text: string): boolean {
  return text.endsWith('\n') && !/[^\P{Cc}\n\u007f-\u009f]|\p{Surrogate}/u.test(text);
}
