/**
 * What goes out to one connection. A frame for many is made once and handed to each as it is: over a WebSocket it is
 * written straight to the socket when nothing waits before it, else it queues in Socket.IO behind what does.
 */
import { wire, type Packet } from '@butinerie/contracts/wire';
import type { Socket as TcpSocket } from 'node:net';
import type { Socket } from 'socket.io';
import type { Traffic } from './traffic.ts';

export interface Frame {
  readonly packet: string | Uint8Array;
  /** The same as a whole WebSocket message. */
  readonly message: Buffer;
}

/** Beyond this many bytes on their way, a listener gets nothing more that can be made up for later. */
export const SLOW = 256 * 1024;
/** Beyond this many, not even what cannot: it comes back once it has read what is on its way, and looks at all anew. */
export const STALLED = 768 * 1024;
/** Who asks on and on and reads no answer is hung up on. */
export const HOARDING = 4 * 1024 * 1024;

const encoder = new wire.Encoder();
const TEXT = 0x81;
const BINARY = 0x82;

export function frameOf(packet: Packet): Frame {
  const [encoded] = encoder.encode(packet);
  // Engine.IO marks a message as such in text; bytes are always one.
  const message =
    typeof encoded === 'string' ? framed(TEXT, Buffer.from(`4${encoded}`)) : framed(BINARY, encoded);
  return { packet: encoded, message };
}

/** RFC 6455: what a server sends is whole and not masked. */
function framed(opcode: number, payload: Uint8Array): Buffer {
  const { length } = payload;
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const message = Buffer.allocUnsafe(head + length);
  message[0] = opcode;
  if (head === 2) message[1] = length;
  else if (head === 4) {
    message[1] = 126;
    message.writeUInt16BE(length, 2);
  } else {
    message[1] = 127;
    message.writeBigUInt64BE(BigInt(length), 2);
  }
  message.set(payload, head);
  return message;
}

type Engine = Socket['conn'];
interface Waiting {
  readonly data?: string | Uint8Array;
}
/** Inside Engine.IO and ws, whose types keep it to themselves; looked at before it is used. */
interface Inside {
  readonly writeBuffer?: readonly Waiting[];
  readonly transport: { readonly name: string; readonly socket?: { readonly _socket?: TcpSocket | null } };
}

const insideOf = (engine: Engine): Inside => engine as unknown as Inside;
const tcpOf = ({ transport }: Inside): TcpSocket | null =>
  transport.name === 'websocket' ? (transport.socket?._socket ?? null) : null;

/** Bytes handed over for this connection that the system has not taken yet. */
export function waitingOn(engine: Engine): number {
  const inside = insideOf(engine);
  let bytes = tcpOf(inside)?.writableLength ?? 0;
  for (const { data } of inside.writeBuffer ?? []) bytes += data?.length ?? 0;
  return bytes;
}

/** Whether it went straight to the socket. */
export function put(engine: Engine, { packet, message }: Frame): boolean {
  const inside = insideOf(engine);
  const tcp = tcpOf(inside);
  if (tcp !== null && engine.readyState === 'open' && inside.writeBuffer?.length === 0 && tcp.writable) {
    tcp.write(message);
    return true;
  }
  engine.write(packet as Buffer, { compress: false });
  return false;
}

/** What Socket.IO itself sends on a connection, its acknowledgements above all, goes out as our own frames do. */
export function straighten(socket: Socket, traffic: Traffic): void {
  const inside = socket as unknown as { packet: (packet: Omit<Packet, 'nsp'>) => void };
  inside.packet = (packet) => {
    const frame = frameOf({ ...packet, nsp: socket.nsp.name });
    traffic.sent(put(socket.conn, frame), frame.packet.length);
  };
}

/** What is written to it in this turn leaves together: the two halves of a handshake. */
export function inOneGo(line: TcpSocket): void {
  line.cork();
  setImmediate(() => line.uncork());
}
