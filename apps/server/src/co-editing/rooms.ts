/** The open texts and who is in them: shows what became durable, and whose caret stands where. */
import type { LiveDocument, Presence } from '@butinerie/collaboration/server';
import { ideaUpdated, type IdeaId, type News, type Presence as PresentPerson } from '@butinerie/contracts';
import type { Speaker } from '../accounts/index.ts';
import type { Log } from '../platform/log.ts';
import type { Parsed } from '../platform/parse.ts';
import type { Connection, Realtime } from '../platform/realtime.ts';
import type { WakeUps } from '../platform/servers/wake-ups.ts';
import { createPace } from './pace.ts';
import { presenceElsewhere } from './presence-elsewhere.ts';
import { OpenRoom, Visitor, type RoomPorts } from './room.ts';

export interface Room {
  readonly presence: Presence;
  /** Of everybody, whichever server they are on. */
  carets(): Uint8Array;
  /** How many people are there, and of many the first. */
  present(): { present: number; people: PresentPerson[] };
}

export interface Rooms {
  /** Until it leaves or its connection ends. */
  enter(idea: IdeaId, document: LiveDocument, who: { connection: Connection; speaker: Speaker }): Room;
  of(idea: IdeaId, connection: string): Room | null;
  leave(idea: IdeaId, connection: string): void;
  /** Shows a row to one alone: to somebody who is to have them one by one. */
  showRow(idea: IdeaId, connection: Connection, row: Uint8Array): void;
  /** News of a text to everybody who has it open on this server. */
  announce<N extends News>(idea: IdeaId, news: N, payload: Parsed<N['payload']>): void;
  /** Carets moved: the others see it with the next tick. */
  caretsMoved(idea: IdeaId): void;
}

export function createRooms(realtime: Realtime<Speaker>, log: Log, wakeUps: WakeUps): Rooms {
  const rooms = new Map<IdeaId, OpenRoom>();
  /** One for each connection, however many texts it opens in its life. */
  const visitors = new WeakMap<Connection, Visitor>();

  const elsewhere = presenceElsewhere(wakeUps, {
    hear: (idea, server, theirs) => rooms.get(idea)?.hearFrom(server, theirs),
    asked: (idea) => rooms.get(idea)?.tellWhole(),
    gone(server) {
      for (const room of rooms.values()) room.serverGone(server);
    },
    missed() {
      for (const room of rooms.values()) {
        room.tellWhole();
        elsewhere.ask(room.idea);
      }
    },
  });
  const ports: RoomPorts = {
    realtime,
    log,
    elsewhere,
    pace: createPace(),
    frame: (told) => realtime.frame(ideaUpdated, told),
  };

  function open(document: LiveDocument): OpenRoom {
    const room = new OpenRoom(document, ports);
    rooms.set(room.idea, room);
    return room;
  }

  function leave(idea: IdeaId, connection: string): void {
    const room = rooms.get(idea);
    if (room?.listener(connection) === undefined || room.leave(connection)) return;
    room.close();
    rooms.delete(idea);
  }

  function visitorOn(connection: Connection, { person, name }: Speaker): Visitor {
    const known = visitors.get(connection);
    if (known?.person === person && known.name === name) return known;
    if (known === undefined)
      connection.onClose(() => {
        for (const entered of Array.from(rooms.keys())) leave(entered, connection.id);
      });
    const visitor = new Visitor(connection, { person, name });
    visitors.set(connection, visitor);
    return visitor;
  }

  return {
    enter(idea, document, { connection, speaker }) {
      const room = rooms.get(idea) ?? open(document);
      room.enter(visitorOn(connection, speaker));
      return room;
    },
    of(idea, connection) {
      const room = rooms.get(idea);
      return room?.listener(connection) === undefined ? null : room;
    },
    showRow(idea, connection, row) {
      const frame = realtime.frame(ideaUpdated, { idea, seq: 0, rows: 1, updates: [row] });
      if (frame !== null) connection.show(frame);
    },
    leave,
    announce(idea, news, payload) {
      const room = rooms.get(idea);
      room?.announce(realtime.frame(news, payload));
    },
    caretsMoved: (idea) => rooms.get(idea)?.tick(),
  };
}
