/**
 * Answers for speaking to the server without a driver: whole commands a driver would not send, and broken frames.
 */
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { deserialize, serialize } from 'bson';
import type { Document } from 'bson';

export function frame(document: Uint8Array, opcode = 2013): Buffer {
  const head = Buffer.alloc(21);
  head.writeInt32LE(21 + document.length, 0);
  head.writeInt32LE(7, 4);
  head.writeInt32LE(opcode, 12);
  return Buffer.concat([head, document]);
}

export interface RawClient {
  socket: Socket;
  command(document: Document): Promise<Document>;
  /** Sends bytes as they are; `closed` when the server ended the connection, else its answer. */
  send(bytes: Uint8Array): Promise<Document | 'closed'>;
}

export async function rawClient(uri: string): Promise<RawClient> {
  const socket = connect(
    decodeURIComponent(new URL(uri.replace('mongodb://', 'http://x/')).pathname.slice(1, -1)),
  );
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => undefined);
  const send = (bytes: Uint8Array): Promise<Document | 'closed'> =>
    new Promise((resolve) => {
      let received = Buffer.alloc(0);
      const ended = (): void => resolve('closed');
      const read = (chunk: Buffer): void => {
        received = Buffer.concat([received, chunk]);
        if (received.length < 4 || received.length < received.readInt32LE(0)) return;
        socket.off('data', read);
        socket.off('close', ended);
        resolve(deserialize(received.subarray(21)));
      };
      socket.on('data', read);
      socket.once('close', ended);
      socket.write(bytes);
    });
  const command = async (document: Document): Promise<Document> => {
    const reply = await send(frame(serialize(document)));
    if (reply === 'closed') throw new Error('the server closed the connection');
    return reply;
  };
  return { socket, send, command };
}
