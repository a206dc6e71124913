/**
 * Answers for the receipt as a file: plain lines a person can read and keep, the second half being a C2SP tlog-proof
 * verbatim. One receipt has one spelling, so that no letter of it can change unseen.
 */
import * as z from 'zod';
import { fromUtf8, toUtf8 } from './bytes.ts';
import { brokenOpeningRule, parseJson, toJcs } from './canonical.ts';
import { opening, type Opening } from './commitment.ts';
import { accepted, refused, type Outcome } from './outcome.ts';
import { formatTlogProof, parseTlogProof, proofHeader, type TlogProof } from './tlog-proof.ts';

const receiptHeader = 'butinerie-receipt@v1';

/** The fields of a leaf that may hold a commitment, hence what a receipt may open. */
export const committedField = z.enum(['who', 'c', 'txt', 'words', 'dir', 'why', 'ref', 'as']);
export type CommittedField = z.infer<typeof committedField>;

export interface Receipt {
  /** The leaf, byte for byte. */
  readonly leaf: Uint8Array;
  readonly openings: Readonly<Partial<Record<CommittedField, Opening>>>;
  /** The body of the text, when the receipt carries it and not only its hash. */
  readonly text?: string;
  /** The public key that the log gave with it: a reader still decides whom to trust. */
  readonly key: string;
  readonly proof: TlogProof;
}

export function formatReceipt(receipt: Receipt): string {
  const leaf = fromUtf8(receipt.leaf);
  if (leaf === undefined) throw new TypeError('a leaf is UTF-8');
  const openings = committedField.options.flatMap((field) => {
    const opened = receipt.openings[field];
    return opened === undefined ? [] : [`opening ${field} ${toJcs(opened)}`];
  });
  const lines = [
    receiptHeader,
    `event ${leaf}`,
    ...openings,
    ...(receipt.text === undefined ? [] : [`text ${toJcs(receipt.text)}`]),
    `key ${receipt.key}`,
  ];
  return `${lines.join('\n')}\n\n${formatTlogProof(receipt.proof)}`;
}

export function parseReceipt(file: string): Outcome<Receipt, 'malformed-receipt'> {
  // A mail programme may have changed the line ends; nothing inside a line can hold one.
  const text = file.replaceAll('\r\n', '\n');
  const cut = text.indexOf(`\n\n${proofHeader}\n`);
  const head = cut < 0 ? undefined : readHead(text.slice(0, cut).split('\n'));
  const proof = parseTlogProof(text.slice(cut + 2));
  if (head === undefined || !proof.ok) return malformed;
  const receipt = { ...head, proof: proof.value };
  // Whatever would be written otherwise (order, blanks, a line twice) was not written by us.
  return formatReceipt(receipt) === text ? accepted(receipt) : malformed;
}

const malformed = refused('malformed-receipt', 'not a receipt, or one that was altered');

function readHead(lines: readonly string[]): Omit<Receipt, 'proof'> | undefined {
  const openings: Partial<Record<CommittedField, Opening>> = {};
  let leaf: string | undefined;
  let key: string | undefined;
  let text: string | undefined;
  for (const line of lines.slice(1)) {
    const [, word, rest = ''] = /^([a-z]+) (.*)$/s.exec(line) ?? [];
    if (word === 'event') leaf = rest;
    else if (word === 'key') key = rest;
    else if (word === 'text') text = z.string().safeParse(soundJson(rest)).data;
    else if (word === 'opening') {
      const space = rest.indexOf(' ');
      const field = committedField.safeParse(rest.slice(0, space)).data;
      const opened = opening.safeParse(soundJson(rest.slice(space + 1))).data;
      if (field === undefined || opened === undefined) return undefined;
      openings[field] = opened;
    } else return undefined;
  }
  if (lines[0] !== receiptHeader || leaf === undefined || key === undefined) return undefined;
  return { leaf: toUtf8(leaf), openings, key, ...(text === undefined ? {} : { text }) };
}

/** Undefined also for JSON that could not be spelled again, so that reading a hostile file never throws. */
function soundJson(text: string): unknown {
  const value = parseJson(text);
  return brokenOpeningRule(value) === undefined ? value : undefined;
}
