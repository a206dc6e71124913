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
  const [, kind, place, number, json] = /^([0-4])(\/[^,]*,)?(\d{1,15})?(.*)$/s.exec(text) ?? [];
  if (kind === undefined) throw new Error('no packet');
  const packet = {
    type: Number(kind),
    nsp: place === undefined ? '/' : place.slice(0, -1),
    ...(number === undefined ? {} : { id: Number(number) }),
    ...(json === undefined || json === '' ? {} : { data: JSON.parse(json) as unknown }),
  };
  if (!isSound(packet)) throw new Error('no sound packet');
  return packet;
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
