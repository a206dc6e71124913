/**
 * Socket.IO's packet as text, in the library's own grammar: a digit for the kind, the namespace when it is not `/`, the
 * number of the acknowledgement, then JSON. Everything without bytes travels so, the request to connect too, so that a
 * page of any age is understood well enough to be told that it is old.
 */

export interface Packet {
  readonly type: number;
  readonly nsp: string;
  readonly id?: number;
  readonly data?: unknown;
}

export const EVENT = 2;
const ACK = 3;
const CONNECT = 0;
const DISCONNECT = 1;
const CONNECT_ERROR = 4;

const LONGEST_NUMBER = 15;

/** Names the library tells by itself: nobody sends them. */
const RESERVED = new Set([
  'connect',
  'connect_error',
  'disconnect',
  'disconnecting',
  'newListener',
  'removeListener',
]);

export function writePacket({ type, nsp, id, data }: Packet): string {
  const place = nsp === '/' ? '' : `${nsp},`;
  const number = id === undefined ? '' : String(id);
  return `${type}${place}${number}${data === undefined ? '' : JSON.stringify(data)}`;
}

/** Throws at anything else: the library then ends the connection it came on. */
export function readPacket(text: string): Packet {
  const type = digitAt(text, 0);
  if (type < CONNECT || type > CONNECT_ERROR) throw new Error('no packet');
  let at = 1;
  let nsp = '/';
  const comma = text[1] === '/' ? text.indexOf(',') : -1;
  if (comma > 0) {
    nsp = text.slice(1, comma);
    at = comma + 1;
  }
  const from = at;
  while (at - from < LONGEST_NUMBER && digitAt(text, at) >= 0) at++;
  const packet: { -readonly [Field in keyof Packet]: Packet[Field] } = { type, nsp };
  if (at > from) packet.id = Number(text.slice(from, at));
  if (at < text.length) packet.data = JSON.parse(text.slice(at)) as unknown;
  if (!isSound(packet)) throw new Error('no sound packet');
  return packet;
}

const ZERO = 48;
/** Of the character there; -1 for anything else. */
function digitAt(text: string, at: number): number {
  const digit = text.charCodeAt(at) - ZERO;
  return digit >= 0 && digit <= 9 ? digit : -1;
}

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isSound({ type, data }: Packet): boolean {
  switch (type) {
    case CONNECT:
      return data === undefined || isObject(data);
    case DISCONNECT:
      return data === undefined;
    case EVENT:
      return Array.isArray(data) && typeof data[0] === 'string' && !RESERVED.has(data[0]);
    case ACK:
      return Array.isArray(data);
    case CONNECT_ERROR:
      return typeof data === 'string' || isObject(data);
    default:
      return false;
  }
}
