/**
 * Answers for one client's socket: frames in, one command after the other, replies out.
 */
import type { Socket } from 'node:net';
import { CommandFailure } from '../failure.ts';
import type { Doc } from '../bson/value.ts';
import type { Services } from './context.ts';
import { dispatch, failureReply } from './dispatch.ts';
import type { Request } from './wire.ts';
import { frameLength, readFrame, replyFrame } from './wire.ts';

/** Bytes a client may have sent ahead before its socket is paused. */
const AHEAD = 64 * 1024 * 1024;

export class Connection {
  private readonly socket: Socket;
  private readonly services: Services;
  private readonly id: number;
  private chunks: Buffer[] = [];
  private size = 0;
  private busy = false;

  constructor(socket: Socket, services: Services, id: number) {
    this.socket = socket;
    this.services = services;
    this.id = id;
    socket.on('data', (chunk: Buffer) => {
      this.chunks.push(chunk);
      this.size += chunk.length;
      if (this.size > AHEAD) socket.pause();
      void this.work();
    });
    socket.on('error', () => socket.destroy());
  }

  private frame(): Buffer | undefined {
    if (this.size < 4) return undefined;
    const [first] = this.chunks;
    if (first && first.length < 4) this.chunks = [Buffer.concat(this.chunks)];
    const length = frameLength(this.chunks[0] ?? Buffer.alloc(0));
    if (length === undefined || this.size < length) return undefined;
    const all = this.chunks.length === 1 && this.chunks[0] ? this.chunks[0] : Buffer.concat(this.chunks);
    const rest = all.subarray(length);
    this.chunks = rest.length > 0 ? [rest] : [];
    this.size = rest.length;
    if (this.size <= AHEAD) this.socket.resume();
    return all.subarray(0, length);
  }

  private async work(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      for (let frame = this.frame(); frame && !this.socket.destroyed; frame = this.frame())
        await this.answer(frame);
    } catch {
      // A broken frame, a fail point, or a reply that cannot be written: this connection ends, the server goes on.
      this.socket.destroy();
    } finally {
      this.busy = false;
    }
  }

  private async answer(frame: Buffer): Promise<void> {
    const request = readFrame(frame);
    const reply = await this.replyTo(request);
    if (request.wantsReply && !this.socket.destroyed) this.socket.write(replyFrame(request, reply));
  }

  private async replyTo(request: Request): Promise<Doc> {
    let body: Doc;
    try {
      body = request.body();
    } catch (error) {
      if (error instanceof CommandFailure) return failureReply(error);
      throw error;
    }
    return await dispatch(this.services, body, this.id);
  }
}
