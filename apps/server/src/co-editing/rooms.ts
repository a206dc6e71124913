/** The open texts and who is in them: shows what became durable, and whose caret stands where. */
import {
  createFarPresence,
  createPresence,
  joinCarets,
  type DocumentNews,
  type FarPresence,
  type Identity,
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
import type { Log } from '../platform/log.ts';
import type { Connection, Realtime } from '../platform/realtime.ts';
import type { WakeUps } from '../platform/servers/wake-ups.ts';
import { createPace } from './pace.ts';
import { presenceElsewhere } from './presence-elsewhere.ts';
import { createRelay, type Relay } from './relay.ts';

export interface Room {
  readonly name: string;
  readonly presence: Presence;
  /** Of everybody, whichever server they are on. */
  carets(): Uint8Array;
  /** How many people are there, and of many the first. */
  present(): { present: number; people: PresentPerson[] };
}
interface OpenRoom extends Room {
  readonly far: FarPresence;
  readonly idea: IdeaId;
  readonly relay: Relay;
  readonly connections: Map<string, Connection>;
  readonly stop: () => void;
  /** Set while carets are gathered, and while the list of people is. */
  ticking: NodeJS.Timeout | null;
  counting: NodeJS.Timeout | null;
  peopleMoved: boolean;
  /** Those of this server: the others are to hear of it. */
  ownMoved: boolean;
}

export interface Rooms {
  /** Until it leaves or its connection ends. */
  enter(idea: IdeaId, document: LiveDocument, who: { connection: Connection; speaker: Speaker }): Room;
  of(idea: IdeaId, connection: string): Room | null;
  leave(idea: IdeaId, connection: string): void;
  /** Shows a row to one alone: to somebody who is to have them one by one. */
  showRow(idea: IdeaId, connection: Connection, row: Uint8Array): void;
  /** Carets moved: the others see it with the next tick. */
  caretsMoved(idea: IdeaId): void;
}

export const roomOf = (idea: IdeaId): string => `idea:${idea}`;

/** Carets are shown so often at most, each as it stands by then; more rarely where many look. */
const TICK_MS = 50;
const LONGEST_TICK_MS = 300;
const TICKED_PER_MS = 0.5;
/** Who is there is told so often at most; more rarely where many hear it. */
const PEOPLE_MS = 500;
const TOLD_PER_MS = 0.2;
/** So many are named: three hundred who come together would each be told three hundred. */
const MOST_NAMED = 8;

export function createRooms(realtime: Realtime<Speaker>, log: Log, wakeUps: WakeUps): Rooms {
  const rooms = new Map<IdeaId, OpenRoom>();
  const pace = createPace();
  /** One listener for each connection, however many texts it opens in its life. */
  const followed = new WeakSet<Connection>();

  const elsewhere = presenceElsewhere(wakeUps, {
    hear(idea, server, theirs) {
      const room = rooms.get(idea);
      if (room === undefined) return;
      room.far.hear(server, theirs);
      if (theirs.people !== null) room.peopleMoved = true;
      tick(room);
    },
    asked(idea) {
      const room = rooms.get(idea);
      if (room !== undefined) tellWhole(room);
    },
    gone(server) {
      for (const room of rooms.values()) {
        room.far.gone(server);
        room.peopleMoved = true;
        tick(room);
      }
    },
    missed() {
      for (const room of rooms.values()) {
        tellWhole(room);
        elsewhere.ask(room.idea);
      }
    },
  });
  const tellWhole = ({ idea, presence }: OpenRoom): void =>
    elsewhere.tell(idea, { carets: presence.carets(), people: presence.people(), whole: true });

  function open(idea: IdeaId, document: LiveDocument): OpenRoom {
    const presence = createPresence();
    const far = createFarPresence();
    const connections = new Map<string, Connection>();
    const relay = createRelay({
      idea,
      listeners: connections,
      pace,
      log,
      frame: (told) => realtime.frame(ideaUpdated, told),
      since: (seq) => document.since(seq),
      caughtUp(listener) {
        const whole = { idea, carets: room.carets(), ...room.present() };
        const frame = realtime.frame(presenceChanged, whole);
        if (frame !== null) listener.show(frame);
      },
    });
    const hear = (news: DocumentNews): void => {
      if (news.kind === 'update') relay.row(news);
      else if (news.kind === 'resync')
        realtime.announce(documentReloaded, { idea, epoch: news.epoch }, { room: room.name, here: true });
    };
    const room: OpenRoom = {
      idea,
      name: roomOf(idea),
      presence,
      far,
      connections,
      relay,
      stop: document.subscribe(hear),
      ticking: null,
      counting: null,
      peopleMoved: false,
      ownMoved: false,
      carets: () => joinCarets([presence.carets(), far.carets()]) ?? NO_CARETS,
      present() {
        const there = far.people();
        const all = there.length === 0 ? presence.people(MOST_NAMED) : everybody(there, presence.people());
        return {
          present: there.length === 0 ? presence.count : all.length,
          // The registries were given people of ours.
          people: all.slice(0, MOST_NAMED).map(({ person, name }) => ({ person, name }) as PresentPerson),
        };
      },
    };
    rooms.set(idea, room);
    elsewhere.ask(idea);
    return room;
  }

  function tick(room: OpenRoom): void {
    room.ticking ??= setTimeout(() => {
      room.ticking = null;
      tell(room);
    }, tickFor(room.connections.size)).unref();
  }

  function tell(room: OpenRoom): void {
    const ours = room.presence.changes();
    const moved = joinCarets([ours, room.far.changes((client) => room.presence.has(client))]);
    const counted = room.peopleMoved && room.counting === null;
    if (counted) {
      room.peopleMoved = false;
      room.counting = setTimeout(() => {
        room.counting = null;
        if (room.peopleMoved) tick(room);
      }, pauseFor(room.connections.size)).unref();
    }
    // The others hear of people as often as those here.
    const own = counted && room.ownMoved ? room.presence.people() : null;
    if (own !== null) room.ownMoved = false;
    if (ours !== null || own !== null)
      elsewhere.tell(room.idea, { carets: ours ?? NO_CARETS, people: own, whole: false });
    if (moved === null && !counted) return;
    const carets = moved ?? NO_CARETS;
    const { present, people } = room.present();
    const told = { idea: room.idea, carets, present, people: counted ? people : null };
    const frame = realtime.frame(presenceChanged, told);
    if (frame !== null) room.relay.show(frame);
  }

  function leave(idea: IdeaId, connection: string): void {
    const room = rooms.get(idea);
    if (room === undefined || !room.connections.delete(connection)) return;
    room.presence.leave(connection);
    if (room.connections.size > 0) {
      room.peopleMoved = true;
      room.ownMoved = true;
      tick(room);
      return;
    }
    elsewhere.tell(idea, { carets: NO_CARETS, people: [], whole: true });
    room.stop();
    room.relay.stop();
    for (const timer of [room.ticking, room.counting]) if (timer !== null) clearTimeout(timer);
    rooms.delete(idea);
  }

  return {
    enter(idea, document, { connection, speaker }) {
      const room = rooms.get(idea) ?? open(idea, document);
      room.connections.set(connection.id, connection);
      connection.join(room.name);
      if (!followed.has(connection)) {
        followed.add(connection);
        connection.onClose(() => {
          for (const entered of Array.from(rooms.keys())) leave(entered, connection.id);
        });
      }
      room.presence.enter(connection.id, { person: speaker.person, name: speaker.name });
      room.peopleMoved = true;
      room.ownMoved = true;
      tick(room);
      return room;
    },
    of(idea, connection) {
      const room = rooms.get(idea);
      return room?.connections.has(connection) ? room : null;
    },
    showRow(idea, connection, row) {
      const frame = realtime.frame(ideaUpdated, { idea, seq: 0, rows: 1, updates: [row] });
      if (frame !== null) connection.show(frame);
    },
    leave,
    caretsMoved(idea) {
      const room = rooms.get(idea);
      if (room !== undefined) tick(room);
    },
  };
}

const tickFor = (listeners: number): number => Math.min(LONGEST_TICK_MS, TICK_MS + listeners / TICKED_PER_MS);
const pauseFor = (listeners: number): number => Math.max(PEOPLE_MS, listeners / TOLD_PER_MS);

/** Each once. */
const everybody = (one: readonly Identity[], other: readonly Identity[]): readonly Identity[] => [
  ...new Map([...one, ...other].map((each) => [each.person, each])).values(),
];

const NO_CARETS = createPresence().carets();
