/**
 * Answers for what a reader brings to hold a receipt against: a bare checkpoint kept from a mail or a certificate, or a
 * file that carries the proof beside it, so that the comparison needs no server.
 */
import { fromBase64, toBase64 } from './bytes.ts';
import { parseIndex } from './checkpoint.ts';
import { checkpointIn, wholeFile } from './in-a-mail.ts';
import { keyChangesIn } from './key-changes.ts';
import { hashLength } from './merkle-hash.ts';
import { accepted, refused, type Outcome } from './outcome.ts';
import { parseReceipt } from './receipt-text.ts';

const extensionHeader = 'butinerie-extension@v1';

export interface ExtensionFile {
  /** The size of the checkpoint that the newer one extends. */
  readonly from: number;
  /** Leaves that changed the key since that size: whoever knows the older key reaches the one that signed. */
  readonly changes?: readonly string[];
  /** RFC 9162 consistency proof, base64. */
  readonly hashes: readonly string[];
  readonly checkpoint: string;
}

/** A checkpoint that somebody kept, and the proof from an older size to it where there is one. */
export interface KeptCheckpoint {
  readonly checkpoint: string;
  readonly proof: Pick<ExtensionFile, 'from' | 'hashes'> | null;
}

export function formatExtension({ from, changes = [], hashes, checkpoint }: ExtensionFile): string {
  return [extensionHeader, `from ${from}`, ...changes, ...hashes, '', checkpoint].join('\n');
}

export function parseExtension(text: string): Outcome<ExtensionFile, 'malformed-extension'> {
  const malformed = refused('malformed-extension', 'not a state of the register with its proof');
  const cut = text.indexOf('\n\n');
  const [header, fromLine, ...lines] = text.slice(0, Math.max(cut, 0)).split('\n');
  const from = fromLine?.startsWith('from ') === true ? parseIndex(fromLine.slice(5)) : undefined;
  if (header !== extensionHeader || from === undefined) return malformed;
  const changes = lines.filter((line) => line.startsWith('{'));
  // The changes stand before the hashes, each as its leaf does.
  const hashes = lines.slice(changes.length);
  if (changes.some((line) => !keyChangesIn(line).includes(line))) return malformed;
  const sound = hashes.every((hash) => {
    const read = fromBase64(hash);
    return read?.length === hashLength && toBase64(read) === hash;
  });
  return sound ? accepted({ from, changes, hashes, checkpoint: text.slice(cut + 2) }) : malformed;
}

/**
 * Whatever somebody kept of the register: a checkpoint, one with its proof, or a receipt, which ends with one; as a file,
 * or somewhere in a mail that was pasted whole.
 */
export function readKept(text: string): KeptCheckpoint {
  const file = wholeFile(text);
  const extension = parseExtension(file);
  if (extension.ok) {
    const { checkpoint, from, hashes } = extension.value;
    return { checkpoint, proof: { from, hashes } };
  }
  const receipt = parseReceipt(file);
  if (receipt.ok) return { checkpoint: receipt.value.proof.checkpoint, proof: null };
  return { checkpoint: checkpointIn(file) ?? file, proof: null };
}
