/**
 * How packets travel, for both ends of Socket.IO: one frame for each. The library's own grammar sends bytes in frames of
 * their own behind a frame of text; here they follow the text in the same frame:
 *
 *     how many pieces of bytes, the length of each, the length of the text (4 bytes each), the text, the pieces
 *
 * In the text a piece stands as `{"_bytes": n}`.
 */
import { readPacket, writePacket, type Packet } from './packet.ts';

export { EVENT, type Packet } from './packet.ts';

const MOST_PIECES = 256;
const WORD = 4;
const utf8 = new TextEncoder();
const strict = new TextDecoder('utf-8', { fatal: true });

type Hears = (packet: Packet) => void;

class Encoder {
  /** One frame, of text when nothing in it is binary. */
  encode(packet: Packet): [string | Uint8Array] {
    const pieces: Uint8Array[] = [];
    const data = withoutBytes(packet.data, pieces);
    if (pieces.length === 0) return [writePacket(packet)];
    const text = writePacket({ ...packet, data });
    return [frameOf(utf8.encode(text), pieces)];
  }
}

class Decoder {
  readonly #hearing = new Set<Hears>();

  on(_name: 'decoded', hears: Hears): void {
    this.#hearing.add(hears);
  }
  off(_name: 'decoded', hears: Hears): void {
    this.#hearing.delete(hears);
  }
  removeListener(_name: 'decoded', hears: Hears): void {
    this.#hearing.delete(hears);
  }

  /** Throws at what is no frame: the library then ends the connection it came on. */
  add(frame: string | ArrayBuffer | Uint8Array): void {
    const packet = typeof frame === 'string' ? readPacket(frame) : readFrame(frame);
    for (const hears of this.#hearing) hears(packet);
  }

  /** Frames are whole: nothing waits for the rest of one. */
  destroy(): void {
    this.#hearing.clear();
  }
}

/** What Socket.IO takes as its `parser`. */
export const wire = { Encoder, Decoder };

/** The same with its bytes taken out; where there are none, itself. JSON's own replacer costs several times as much. */
function withoutBytes(value: unknown, pieces: Uint8Array[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) return { _bytes: pieces.push(value) - 1 };
  let copy: Record<string, unknown> | null = null;
  for (const key of Object.keys(value)) {
    const held = (value as Record<string, unknown>)[key];
    const bare = withoutBytes(held, pieces);
    if (bare === held) continue;
    copy ??= (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
    copy[key] = bare;
  }
  return copy ?? value;
}

function frameOf(text: Uint8Array, pieces: readonly Uint8Array[]): Uint8Array {
  const head = WORD * (pieces.length + 2);
  let length = head + text.length;
  for (const piece of pieces) length += piece.length;
  const frame = new Uint8Array(length);
  const words = new DataView(frame.buffer);
  words.setUint32(0, pieces.length);
  for (const [at, piece] of pieces.entries()) words.setUint32(WORD * (at + 1), piece.length);
  words.setUint32(WORD * (pieces.length + 1), text.length);
  frame.set(text, head);
  let at = head + text.length;
  for (const piece of pieces) {
    frame.set(piece, at);
    at += piece.length;
  }
  return frame;
}

function readFrame(raw: ArrayBuffer | Uint8Array): Packet {
  const frame = raw instanceof Uint8Array ? raw : new Uint8Array(raw);
  const words = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const count = words.getUint32(0);
  if (count > MOST_PIECES) throw new Error('too many pieces');
  const head = WORD * (count + 2);
  let at = head + words.getUint32(WORD * (count + 1));
  const text = strict.decode(frame.subarray(head, at));
  const pieces: Uint8Array[] = [];
  for (let piece = 0; piece < count; piece++) {
    const length = words.getUint32(WORD * (piece + 1));
    // A copy of its own: what is kept of it must not keep what it came in.
    pieces.push(new Uint8Array(frame.buffer, frame.byteOffset + at, length).slice());
    at += length;
  }
  if (at !== frame.length) throw new Error('the lengths do not add up');
  const packet = readPacket(text);
  // Put back where they were taken out: what was read belongs to nobody else yet.
  withBytes(packet.data, pieces);
  return packet;
}

/** Puts the bytes back where they were taken out. */
function withBytes(value: unknown, pieces: readonly Uint8Array[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('_bytes' in value) {
    const piece = typeof value._bytes === 'number' ? pieces[value._bytes] : undefined;
    if (piece === undefined) throw new Error('a piece that is not there');
    return piece;
  }
  const holder = value as Record<string, unknown>;
  for (const key of Object.keys(holder)) {
    const bare = holder[key];
    const held = withBytes(bare, pieces);
    if (held !== bare) holder[key] = held;
  }
  return holder;
}
