/**
 * Answers for MongoDB's message frames: OP_MSG, and the OP_QUERY that older handshakes still use. What does not fit its
 * own lengths is a broken frame, and the connection that sent it is closed.
 */
import { decodeDoc } from '../bson/decode.ts';
import { encodeDoc } from '../bson/encode.ts';
import type { Doc, Value } from '../bson/value.ts';

export const LARGEST_MESSAGE = 48_000_000;
const HEADER = 16;
const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const CHECKSUM = 1;
const MORE_TO_COME = 2;
const EXHAUST_ALLOWED = 1 << 16;

class BrokenFrame extends Error {}

export interface Request {
  id: number;
  legacy: boolean;
  /** Read when asked for, so that broken BSON in a sound frame becomes a refusal and not a closed connection. */
  body: () => Doc;
  wantsReply: boolean;
}

function broken(why: string): never {
  throw new BrokenFrame(why);
}

/** The length of the frame that starts here, or undefined when not even that has arrived. */
export function frameLength(bytes: Buffer): number | undefined {
  if (bytes.length < 4) return undefined;
  const length = bytes.readInt32LE(0);
  if (length < HEADER + 5 || length > LARGEST_MESSAGE) broken(`a frame of ${length} bytes`);
  return length;
}

function documentAt(frame: Buffer, at: number, end: number): Buffer {
  if (at + 5 > end) broken('a document past the end of its frame');
  const length = frame.readInt32LE(at);
  if (length < 5 || at + length > end) broken('a document with a bad length');
  return frame.subarray(at, at + length);
}

interface Sequence {
  name: string;
  documents: Buffer[];
}

function sequence(frame: Buffer, from: number, end: number): Sequence {
  const zero = frame.indexOf(0, from);
  if (zero < 0 || zero >= end) broken('a document sequence without a name');
  const documents: Buffer[] = [];
  for (let at = zero + 1; at < end;) {
    const document = documentAt(frame, at, end);
    documents.push(document);
    at += document.length;
  }
  return { name: frame.toString('utf8', from, zero), documents };
}

function message(frame: Buffer, id: number): Request {
  const flags = frame.readUInt32LE(HEADER);
  const unknown = flags & 0xffff & ~(CHECKSUM | MORE_TO_COME);
  if (unknown !== 0 || flags & ~(0xffff | EXHAUST_ALLOWED)) broken('unknown flags');
  const end = frame.length - (flags & CHECKSUM ? 4 : 0);
  let main: Buffer | undefined;
  const sequences: Sequence[] = [];
  for (let at = HEADER + 4; at < end;) {
    const kind = frame[at];
    if (kind === 0) {
      if (main) broken('two bodies');
      main = documentAt(frame, at + 1, end);
      at += 1 + main.length;
    } else if (kind === 1) {
      if (at + 5 > end) broken('a cut document sequence');
      const size = frame.readInt32LE(at + 1);
      if (size < 6 || at + 1 + size > end) broken('a document sequence with a bad length');
      sequences.push(sequence(frame, at + 5, at + 1 + size));
      at += 1 + size;
    } else broken('an unknown section');
  }
  const found = main ?? broken('no body');
  const body = (): Doc => {
    const made = decodeDoc(found);
    for (const { name, documents } of sequences)
      made.set(
        name,
        documents.map((one): Value => decodeDoc(one)),
      );
    return made;
  };
  return { id, legacy: false, body, wantsReply: (flags & MORE_TO_COME) === 0 };
}

function query(frame: Buffer, id: number): Request {
  const zero = frame.indexOf(0, HEADER + 4);
  if (zero < 0) broken('a query without a namespace');
  const name = frame.toString('utf8', HEADER + 4, zero);
  const bytes = documentAt(frame, zero + 9, frame.length);
  const body = (): Doc => {
    const made = decodeDoc(bytes);
    const [first = ''] = made.keys();
    const wrapped = first === '$query' || first === 'query' ? made.get(first) : undefined;
    const inner = wrapped instanceof Map ? wrapped : made;
    const handshake = ['hello', 'ismaster', 'isMaster'].includes([...inner.keys()][0] ?? '');
    if (!handshake || name !== 'admin.$cmd') return new Map([['OP_QUERY', 1]]);
    return new Map(inner).set('$db', 'admin');
  };
  return { id, legacy: true, body, wantsReply: true };
}

export function readFrame(frame: Buffer): Request {
  const id = frame.readInt32LE(4);
  const opcode = frame.readInt32LE(12);
  if (opcode === OP_MSG) return message(frame, id);
  if (opcode === OP_QUERY) return query(frame, id);
  return broken(`unknown opcode ${opcode}`);
}

let lastId = 0;

export function replyFrame(request: Request, reply: Doc): Buffer {
  const document = encodeDoc(reply);
  const head = Buffer.alloc(HEADER + (request.legacy ? 20 : 5));
  head.writeInt32LE(head.length + document.length, 0);
  head.writeInt32LE((lastId = (lastId + 1) & 0x7fffffff), 4);
  head.writeInt32LE(request.id, 8);
  head.writeInt32LE(request.legacy ? OP_REPLY : OP_MSG, 12);
  if (request.legacy) {
    head.writeInt32LE(8, HEADER);
    head.writeInt32LE(1, HEADER + 16);
  }
  return Buffer.concat([head, document]);
}
