/** The open texts and who is in them: relays what became durable, and whose caret stands where. */
import {
  createPresence,
  type DocumentNews,
  type LiveDocument,
  type Presence,
} from '@butinerie/collaboration/server';
import {
  documentReloaded,
  ideaUpdated,
  presenceChanged,
  type IdeaId,
  type Presence as PresentPerson,
} from '@butinerie/contracts';
import type { Speaker } from '../accounts/index.ts';
import type { Connection, Realtime } from '../platform/realtime.ts';

export interface Room {
  readonly name: string;
  readonly presence: Presence;
  readonly connections: Set<string>;
  people(): PresentPerson[];
}
interface OpenRoom extends Room {
  readonly stop: () => void;
}

export interface Rooms {
  /** Until it leaves or its connection ends. */
  enter(idea: IdeaId, document: LiveDocument, who: { connection: Connection; speaker: Speaker }): Room;
  of(idea: IdeaId, connection: string): Room | null;
  leave(idea: IdeaId, connection: string): void;
  showCarets(idea: IdeaId, carets: Uint8Array, except?: string): void;
}

export const roomOf = (idea: IdeaId): string => `idea:${idea}`;

export function createRooms(realtime: Realtime<Speaker>): Rooms {
  const rooms = new Map<IdeaId, OpenRoom>();
  /** One listener for each connection, however many texts it opens in its life. */
  const followed = new WeakSet<Connection>();

  function relay(idea: IdeaId, news: DocumentNews): void {
    const room = roomOf(idea);
    if (news.kind === 'update') {
      const told = { idea, seq: news.seq, update: news.bytes };
      realtime.announce(ideaUpdated, told, news.from === undefined ? { room } : { room, except: news.from });
    } else if (news.kind === 'resync') {
      realtime.announce(documentReloaded, { idea, epoch: news.epoch }, { room });
    }
  }

  function open(idea: IdeaId, document: LiveDocument): OpenRoom {
    const presence = createPresence();
    const room: OpenRoom = {
      name: roomOf(idea),
      presence,
      connections: new Set(),
      stop: document.subscribe((news) => relay(idea, news)),
      // The registry was given people of ours.
      people: () => presence.people().map(({ person, name }) => ({ person, name }) as PresentPerson),
    };
    rooms.set(idea, room);
    return room;
  }

  function tell(idea: IdeaId, room: Room, carets: Uint8Array, except?: string): void {
    const to = except === undefined ? { room: room.name } : { room: room.name, except };
    realtime.announce(presenceChanged, { idea, carets, people: room.people() }, to);
  }

  const noCarets = createPresence().carets();

  function leave(idea: IdeaId, connection: string): void {
    const room = rooms.get(idea);
    if (room === undefined || !room.connections.delete(connection)) return;
    const gone = room.presence.leave(connection);
    if (room.connections.size === 0) {
      room.stop();
      rooms.delete(idea);
    } else tell(idea, room, gone ?? noCarets);
  }

  return {
    enter(idea, document, { connection, speaker }) {
      const room = rooms.get(idea) ?? open(idea, document);
      room.connections.add(connection.id);
      connection.join(room.name);
      if (!followed.has(connection)) {
        followed.add(connection);
        connection.onClose(() => {
          for (const entered of Array.from(rooms.keys())) leave(entered, connection.id);
        });
      }
      room.presence.enter(connection.id, { person: speaker.person, name: speaker.name });
      tell(idea, room, noCarets, connection.id);
      return room;
    },
    of(idea, connection) {
      const room = rooms.get(idea);
      return room?.connections.has(connection) ? room : null;
    },
    leave,
    showCarets(idea, carets, except) {
      const room = rooms.get(idea);
      if (room !== undefined) tell(idea, room, carets, except);
    },
  };
}
