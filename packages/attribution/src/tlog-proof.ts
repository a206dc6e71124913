/** Answers for C2SP tlog-proof@v1 text: an index, the hashes up to the root, and the checkpoint that holds it. */
import { fromBase64, toBase64 } from './bytes.ts';
import { parseIndex } from './checkpoint.ts';
import { hashLength } from './merkle-hash.ts';
import { accepted, refused, type Outcome } from './outcome.ts';

export const proofHeader = 'c2sp.org/tlog-proof@v1';

export interface TlogProof {
  readonly index: number;
  readonly proof: readonly Uint8Array[];
  /** The signed note, verbatim and not yet verified. */
  readonly checkpoint: string;
}

export function formatTlogProof({ index, proof, checkpoint }: TlogProof): string {
  return [proofHeader, `index ${index}`, ...proof.map(toBase64), '', checkpoint].join('\n');
}

export function parseTlogProof(text: string): Outcome<TlogProof, 'malformed-proof'> {
  const malformed = refused('malformed-proof', 'not a c2sp.org/tlog-proof@v1 text');
  const cut = text.indexOf('\n\n');
  if (cut < 0) return malformed;
  const [header, ...lines] = text.slice(0, cut).split('\n');
  // Extra data is allowed by the format, is not authenticated, and is not read.
  if (lines[0]?.startsWith('extra ') === true && fromBase64(lines[0].slice(6)) !== undefined) lines.shift();
  const [indexLine, ...hashLines] = lines;
  const index = indexLine?.startsWith('index ') === true ? parseIndex(indexLine.slice(6)) : undefined;
  if (header !== proofHeader || index === undefined) return malformed;
  const proof = hashLines.map(fromBase64);
  if (!proof.every((hash) => hash !== undefined && hash.length === hashLength)) return malformed;
  return accepted({
    index,
    proof: proof.filter((hash) => hash !== undefined),
    checkpoint: text.slice(cut + 2),
  });
}
